import type { FieldChange } from '../flights/fieldChanges'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { Stretches } from './Marked'
import { type Stretch, wordChanges } from './wordDiff'

/** So many differences are shown, and of one value so many letters: nobody reads more. */
const [most, letters] = [200, 4000]
/** Shorter texts are shown one below the other. */
const long = 80

/** What was added, taken away or changed, by its name, with both values. */
export function FieldChanges({ of: changes, none }: { of: readonly FieldChange[]; none: string }) {
  if (!changes.length) return <p className="text-small text-soft">{none}</p>
  return (
    <>
      <ul className="divide-y divide-line rounded-block border border-line text-small">
        {changes.slice(0, most).map((change) => (
          <li key={change.path} data-change={change.kind} className="px-3 py-2">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <b className="font-mono font-semibold [overflow-wrap:anywhere]">
                {change.path || t.inspector.differences.all}
              </b>
              <span className="text-faint">{t.inspector.differences.kinds[change.kind]}</span>
            </p>
            <Values {...change} />
          </li>
        ))}
      </ul>
      {changes.length > most && (
        <p className="mt-1 text-small text-faint">
          {t.inspector.differences.more(count(changes.length - most))}
        </p>
      )}
    </>
  )
}

function Values({ kind, before, after }: FieldChange) {
  const changes = kind === 'changed' ? withinText(before, after) : undefined
  if (changes)
    return (
      <p dir="auto" className={valueLook}>
        <Stretches of={changes} />
      </p>
    )
  return (
    <>
      {kind !== 'added' && <Value kind="removed" value={before} />}
      {kind !== 'removed' && <Value kind="added" value={after} />}
    </>
  )
}

function Value({ kind, value }: { kind: 'added' | 'removed'; value: unknown }) {
  const text = typeof value === 'string' && value.includes('\n') ? value : JSON.stringify(value, null, 2)
  const rest = text.length - letters
  return (
    <p dir="auto" className={valueLook}>
      <Stretches of={[{ kind, text: text.slice(0, letters) }]} />
      {rest > 0 && <span className="text-faint"> {t.inspector.leftOutHere(count(rest))}</span>}
    </p>
  )
}

/** Of two long texts the words in which they differ, where they are not too long for that. */
function withinText(before: unknown, after: unknown): Stretch[] | undefined {
  if (typeof before !== 'string' || typeof after !== 'string') return undefined
  const length = Math.max(before.length, after.length)
  return length < long || length > letters ? undefined : wordChanges(before, after)
}

const valueLook = 'mt-0.5 font-mono whitespace-pre-wrap [overflow-wrap:anywhere]'
