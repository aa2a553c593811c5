import type { Element } from 'hast'
import { type ComponentProps, use } from 'react'
import type { Components, ExtraProps } from 'react-markdown'
import { CodeBlock } from './CodeBlock'
import { Formula } from './Formula'
import { LabelsContext } from './labels'
import { Link } from './Link'
import { MessageContext } from './MessageContext'
import { Picture } from './Picture'
import { TableFrame } from './TableFrame'
import { textOf } from './textOf'

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & ExtraProps

/** Those elements of a text that are more than a name and attributes (these are given by `asShown`). */
export const elements: Components = {
  a: Link,
  img: Picture,
  table: TableFrame,
  input: Task,
  pre: Pre,
  math: Formula,
}

export function Task({ checked }: { checked?: boolean | undefined }) {
  const labels = use(LabelsContext)
  return (
    <input
      type="checkbox"
      checked={checked ?? false}
      disabled
      readOnly
      aria-label={checked ? labels.taskDone : labels.taskOpen}
    />
  )
}

function Pre({ node }: Props<'pre'>) {
  const { open } = use(MessageContext)
  const code = node?.children.find((child) => child.type === 'element')
  if (!code) return null
  return (
    <CodeBlock
      code={textOf(code).replace(/\n$/, '')}
      language={languageOf(code)}
      growing={open && hasCaret(code)}
    />
  )
}

const hasCaret = (code: Element) => code.children.some((child) => child.type === 'element')

function languageOf({ properties: { className } }: Element): string {
  const names = Array.isArray(className) ? className.map(String) : []
  return names.find((name) => name.startsWith('language-'))?.slice('language-'.length) ?? ''
}
