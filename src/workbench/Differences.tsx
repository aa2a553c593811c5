import { type ReactNode, useMemo } from 'react'
import { wordChanges } from './wordDiff'
import { t } from '../words/rooms'

interface Props {
  base: string
  text: string
  /** Stands there where the two are too long to be compared. */
  plain: ReactNode
}

/** A text with what it has and `base` has not, and crossed out what `base` has and it has not. */
export function Differences({ base, text, plain }: Props) {
  const changes = useMemo(() => wordChanges(base, text), [base, text])
  if (!changes) return plain
  if (changes.every(({ kind }) => kind === 'same'))
    return (
      <>
        <p className="mb-1.5 text-small text-faint">{t.sharing.same}</p>
        {plain}
      </>
    )
  return (
    <p data-part="differences" dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {changes.map(({ kind, text: words }, at) =>
        kind === 'same' ? (
          words
        ) : kind === 'added' ? (
          // oxlint-disable-next-line react/no-array-index-key -- stretches have no names and are made anew together
          <ins key={at} className="rounded-sm bg-mark text-ink no-underline forced-colors:underline">
            {words}
          </ins>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key -- the same
          <del key={at} className="text-faint">
            {words}
          </del>
        ),
      )}
    </p>
  )
}
