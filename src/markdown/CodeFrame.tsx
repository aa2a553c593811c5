import { type ReactNode, use, useState } from 'react'
import { saveFile } from '../ui/saveFile'
import { useCodeLook } from './codeLooks'
import { CopyButton } from './CopyButton'
import { fileNameOf } from './fileNameOf'
import { LabelsContext } from './labels'

interface CodeFrameProps {
  /** Shown in the corner: the language, as it was written. */
  name: string
  /** What Copy copies and Download saves. Code that grows is asked for when it is wanted. */
  source: string | (() => string)
  /** What never scrolls needs no choice. */
  wraps?: boolean
  /** Wrapped until somebody chooses, and chosen for this one alone. */
  wrapped?: boolean
  /** Its lines can have numbers. */
  numbers?: boolean
  /** One more button. */
  tool?: ReactNode
  /** A picture (SVG) of what the code says: stands in its place, and is what Download saves. */
  picture?: string | undefined
  /** Something else stands in its place. */
  covered?: boolean
  /** What stands below the code, or in its place. */
  below?: ReactNode
  children: ReactNode
}

/** A block of code with its name and its tools. What is wider than the page scrolls, or wraps if so wished. */
export function CodeFrame({
  name,
  source,
  wraps = true,
  wrapped,
  numbers = false,
  tool,
  picture,
  covered = false,
  below,
  children,
}: CodeFrameProps) {
  const labels = use(LabelsContext)
  const [own, setOwn] = useState(wrapped)
  const [all, toggleAll] = useCodeLook('wrapped')
  const [numbered, toggleNumbers] = useCodeLook('numbered')
  const [whole, setWhole] = useState(false)
  const isWrapped = own ?? all
  const isCovered = covered || picture !== undefined
  const read = () => (typeof source === 'string' ? source : source())
  return (
    <div
      className="code"
      data-wrapped={isWrapped || undefined}
      data-numbered={(numbers && numbered) || undefined}
      data-whole={(picture && whole) || undefined}
      dir="ltr"
    >
      <div className="code-tools">
        <CopyButton read={read} />
        <button type="button" onClick={() => download(name, read(), picture)}>
          {labels.download}
        </button>
        {picture && (
          <button type="button" aria-pressed={whole} onClick={() => setWhole(!whole)}>
            {labels.actualSize}
          </button>
        )}
        {wraps && !isCovered && (
          <button
            type="button"
            aria-pressed={isWrapped}
            onClick={() => (own === undefined ? toggleAll() : setOwn(!own))}
          >
            {labels.wrap}
          </button>
        )}
        {numbers && !isCovered && (
          <button type="button" aria-pressed={numbered} onClick={toggleNumbers}>
            {labels.numbers}
          </button>
        )}
        {tool}
        {name && <span className="code-name">{name}</span>}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <pre hidden={isCovered} tabIndex={0} role="group" aria-label={labels.code(name)}>
        {children}
      </pre>
      {below}
    </div>
  )
}

function download(name: string, source: string, picture?: string) {
  if (picture) saveFile('diagram.svg', picture, 'image/svg+xml')
  else saveFile(fileNameOf(name), source, 'text/plain')
}
