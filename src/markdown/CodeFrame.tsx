import { type ReactNode, use, useEffect, useState } from 'react'
import { copyText } from './copyText'
import { LabelsContext } from './labels'

interface CodeFrameProps {
  /** Shown in the corner: the language, as it was written. */
  name: string
  /** What Copy copies. */
  source: string
  /** What never scrolls needs no choice. */
  wraps?: boolean
  /** Wrapped until somebody chooses. */
  wrapped?: boolean
  children: ReactNode
}

/** A block of code with its name and its tools. What is wider than the page scrolls, or wraps if so wished. */
export function CodeFrame({
  name,
  source,
  wraps = true,
  wrapped: atFirst = false,
  children,
}: CodeFrameProps) {
  const labels = use(LabelsContext)
  const [wrapped, setWrapped] = useState(atFirst)
  return (
    <div className="code" data-wrapped={wrapped || undefined} dir="ltr">
      <div className="code-tools">
        <CopyButton source={source} />
        {wraps && (
          <button type="button" aria-pressed={wrapped} onClick={() => setWrapped(!wrapped)}>
            {labels.wrap}
          </button>
        )}
        {name && <span className="code-name">{name}</span>}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key */}
      <pre tabIndex={0} role="group" aria-label={labels.code(name)}>
        {children}
      </pre>
    </div>
  )
}

function CopyButton({ source }: { source: string }) {
  const labels = use(LabelsContext)
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'failed'>('none')
  useEffect(() => {
    if (outcome === 'none') return undefined
    const timer = setTimeout(() => setOutcome('none'), 2000)
    return () => clearTimeout(timer)
  }, [outcome])
  const words = { none: labels.copy, copied: labels.copied, failed: labels.copyFailed }
  const copy = async () => setOutcome((await copyText(source)) ? 'copied' : 'failed')
  return (
    <button type="button" data-outcome={outcome} onClick={() => void copy()}>
      <span aria-live="polite">{words[outcome]}</span>
    </button>
  )
}
