import { type ReactNode, useMemo } from 'react'
import { t } from '../words/rooms'
import { Stretches } from './Marked'
import { wordChanges } from './wordDiff'

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
      <Stretches of={changes} />
    </p>
  )
}
