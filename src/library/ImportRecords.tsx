import type { Importing } from '../state/importing'
import { recordGiven } from '../state/otherRecords'
import { Button } from '../ui/Button'
import { exactMoment } from '../words/numbers'
import { t } from '../words/rooms'

type Records = Extract<Importing, { status: 'read' }>['records']

/** Records of requests that stand in the files: they are shown, and become nothing here. */
export function ImportRecords({ of: records }: { of: Records }) {
  if (!records.length) return null
  return (
    <section aria-label={t.files.records} className="max-h-40 shrink-0 overflow-y-auto">
      <h3 className="pb-1 font-semibold">{t.files.records}</h3>
      <ul className="flex flex-col gap-1">
        {records.map((record) => (
          <li key={`${record.run} ${record.started}`} className="flex items-center gap-2">
            <Button onClick={() => recordGiven(record)}>{t.inspector.open}</Button>
            <span className="min-w-0 text-small text-soft [overflow-wrap:anywhere]">
              {exactMoment(record.started)} · {record.request.url}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
