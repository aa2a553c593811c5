import { memo, type ReactNode } from 'react'
import type { Part } from './parts'
import type { Sequence } from './Sequence'

type Render = (part: Part, index: number) => ReactNode

interface Props {
  items: Sequence<Part>
  /** How an item is rendered. Another function renders all of them again. */
  render: Render
}

/** Renders a long list by its branches, so that what has not changed is not even looked at. */
export function SequenceView({ items: { branches }, render }: Props) {
  return branches.map((branch, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- items only come at the end
    <Branch key={index} branch={branch} from={index * 1024} render={render} />
  ))
}

interface BranchProps {
  branch: readonly (readonly Part[])[]
  from: number
  render: Render
}

const Branch = memo(function Branch({ branch, from, render }: BranchProps) {
  return branch.map((twig, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- as above
    <Twig key={index} twig={twig} from={from + index * 32} render={render} />
  ))
})

const Twig = memo(function Twig({
  twig,
  from,
  render,
}: Omit<BranchProps, 'branch'> & { twig: readonly Part[] }) {
  return twig.map((item, index) => render(item, from + index))
})
