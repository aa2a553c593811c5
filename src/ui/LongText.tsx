import type { ReactNode } from 'react'
import { Button } from './Button'
import { type CopyOutcome, useCopy } from './useCopy'

interface LongTextProps {
  label: string
  text: string
  /** So many letters are shown: pictures go along as text, and a page of a few million letters helps nobody. */
  most: number
  /** How those are shown; as they are without it. */
  show?: ((text: string) => ReactNode) | undefined
  /** Says how many letters are not shown. */
  rest: (letters: number) => string
  words: Record<CopyOutcome, string>
  onCopied: () => void
  className: string
}

/** A text to be read and copied as it is; what is too long to show is copied too. */
export function LongText({ label, text, most, show, rest, words, onCopied, className }: LongTextProps) {
  const [outcome, copy] = useCopy(onCopied)
  return (
    <div className="relative">
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by key
        tabIndex={0}
        aria-label={label}
        className={`overflow-auto rounded-block bg-code p-3 font-mono text-small whitespace-pre-wrap [overflow-wrap:anywhere] ${className}`}
      >
        {show ? show(text.slice(0, most)) : text.slice(0, most)}
      </pre>
      {text.length > most && <p className="mt-1 text-small text-faint">{rest(text.length - most)}</p>}
      <Button className="absolute end-2 top-2" onClick={() => copy(text)}>
        {words[outcome]}
      </Button>
    </div>
  )
}
