import { memo, type ReactNode } from 'react'
import type { Part } from './parts'
import type { Sequence } from './Sequence'

type Render = (part: Part, index: number) => ReactNode

interface Props {
  items: Sequence<Part>
  /** How an item is rendered. Another function renders all of them again. */
  render: Render
  /** The items are blocks: of very many, those behind the first stand in boxes. */
  boxed?: boolean
}

/**
 * Renders a long list by its branches, so that what has not changed is not even looked at. A browser that lays out a
 * box goes over all that stands directly in it: of very many blocks, each branch has a box.
 */
export function SequenceView({ items: { branches }, render, boxed = false }: Props) {
  return branches.map((branch, index) => {
    const from = index * 1024
    // oxlint-disable-next-line react/no-array-index-key -- items only come at the end
    return inBox(boxed && from > 0, index, <Branch key={index} {...{ branch, from, render, boxed }} />)
  })
}

interface BranchProps {
  branch: readonly (readonly Part[])[]
  from: number
  render: Render
  boxed: boolean
}

/** So many blocks stand directly in their message. */
const unboxed = 64

const Branch = memo(function Branch({ branch, from: start, render, boxed }: BranchProps) {
  return branch.map((twig, index) => {
    const from = start + index * 32
    // oxlint-disable-next-line react/no-array-index-key -- as above
    return inBox(boxed && from >= unboxed, index, <Twig key={index} {...{ twig, from, render }} />)
  })
})

interface TwigProps {
  twig: readonly Part[]
  from: number
  render: Render
}

const Twig = memo(function Twig({ twig, from, render }: TwigProps) {
  return twig.map((item, index) => render(item, from + index))
})

function inBox(isBoxed: boolean, key: number, branch: ReactNode) {
  if (!isBoxed) return branch
  return (
    <div key={key} className="blocks">
      {branch}
    </div>
  )
}
