import { useMemo } from 'react'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { Stretches } from './Marked'
import { type Stretch, longChanges } from './wordDiff'

/** So many letters beside a difference are shown of what is the same. */
const beside = 300

/** Two answers word by word; of what is the same at length, the ends. */
export function AnswerChanges({ base, text }: { base: string; text: string }) {
  const found = useMemo(() => longChanges(base, text), [base, text])
  const words = t.inspector.differences
  if ('from' in found) return <p className="text-small text-soft">{words.tooLong(count(found.from + 1))}</p>
  const { changes } = found
  if (changes.every(({ kind }) => kind === 'same'))
    return <p className="text-small text-soft">{words.sameWords}</p>
  return (
    <p
      data-part="differences"
      dir="auto"
      className="max-w-thread whitespace-pre-wrap [overflow-wrap:anywhere]"
    >
      {changes.map((stretch, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- stretches have no names and are made anew together
        <Piece key={at} of={stretch} isFirst={at === 0} isLast={at === changes.length - 1} />
      ))}
    </p>
  )
}

function Piece({ of, isFirst, isLast }: { of: Stretch; isFirst: boolean; isLast: boolean }) {
  const { text, kind } = of
  if (kind !== 'same') return <Stretches of={[of]} />
  const start = isFirst ? 0 : beside
  const end = isLast ? 0 : beside
  const rest = text.length - start - end
  if (rest <= beside) return text
  return (
    <>
      {text.slice(0, start)}
      <span className="text-small text-faint"> {t.inspector.differences.same(count(rest))} </span>
      {end > 0 && text.slice(-end)}
    </>
  )
}
