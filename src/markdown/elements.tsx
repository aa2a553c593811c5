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
import { writingDirection } from './writingDirection'

type Props<Tag extends keyof React.JSX.IntrinsicElements> = ComponentProps<Tag> & ExtraProps

/** The elements that a text is shown with. A heading in a message ranks below those of the page. */
export const elements: Components = {
  a: Link,
  img: Picture,
  p: ({ className, children }) => (
    <p dir="auto" className={className}>
      {children}
    </p>
  ),
  h1: ({ children }) => (
    <h3 dir="auto" data-level="1">
      {children}
    </h3>
  ),
  h2: SecondHeading,
  h3: ({ children }) => (
    <h5 dir="auto" data-level="3">
      {children}
    </h5>
  ),
  h4: LowHeading,
  h5: LowHeading,
  h6: LowHeading,
  ul: ({ node, className, children }) => (
    <ul dir={writingDirection(node)} className={className}>
      {children}
    </ul>
  ),
  ol: ({ node, className, start, children }) => (
    <ol dir={writingDirection(node)} className={className} start={start}>
      {children}
    </ol>
  ),
  blockquote: ({ node, children }) => <blockquote dir={writingDirection(node)}>{children}</blockquote>,
  table: TableFrame,
  th: ({ style, children }) => (
    <th dir="auto" data-align={style?.textAlign}>
      {children}
    </th>
  ),
  td: ({ style, children }) => (
    <td dir="auto" data-align={style?.textAlign}>
      {children}
    </td>
  ),
  input: Task,
  pre: Pre,
  math: Formula,
  code: ({ children }) => <code dir="ltr">{children}</code>,
}

function SecondHeading({ id, className, children }: Props<'h2'>) {
  const { prefix } = use(MessageContext)
  // The heading of the footnotes, which no message wrote: heard, not seen.
  if (id)
    return (
      <h4 id={prefix + id} className={className}>
        {children}
      </h4>
    )
  return (
    <h4 dir="auto" data-level="2">
      {children}
    </h4>
  )
}

function LowHeading({ children }: { children?: React.ReactNode }) {
  return (
    <h6 dir="auto" data-level="4">
      {children}
    </h6>
  )
}

function Task({ checked }: Props<'input'>) {
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
