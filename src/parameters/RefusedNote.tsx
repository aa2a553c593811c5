import { use } from 'react'
import { Button } from '../ui/Button'
import { isToday, shortMoment } from '../words/numbers'
import { t } from '../words/rooms'
import { type Place, RefusalsContext } from './RefusalsContext'

/** The server's own words about a field that it has refused, and what can be done. Nothing is done unasked. */
export function RefusedNote({ name, place = 'fields' }: { name: string; place?: Place }) {
  const refusals = use(RefusalsContext)
  const refusal = refusals.of(name, place)
  if (!refusal) return null
  const { at, message, model } = refusal
  const when = isToday(at) ? t.parameters.refusedAt(shortMoment(at)) : t.parameters.refusedOn(shortMoment(at))
  const other = place === 'fields' ? refusals.otherName(name) : undefined
  return (
    <div data-part="refused" className="my-1 rounded-field bg-warn-wash px-2.5 py-2 text-small">
      <p className="flex flex-wrap gap-x-2 text-warn">
        <span className="grow font-medium">{when}</span>
        {model && <span className="font-mono text-tiny [overflow-wrap:anywhere]">{model}</span>}
      </p>
      <p dir="auto" className="mt-0.5 [overflow-wrap:anywhere]">
        {message}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-1">
        <Button onClick={() => refusals.leftOut(name, place)}>{t.parameters.leaveOut}</Button>
        {other && (
          <Button onClick={() => refusals.renamed(name, other)}>{t.parameters.renameTo(other)}</Button>
        )}
        <Button onClick={() => refusals.sentAnyway(name)}>{t.parameters.sendAnyway}</Button>
      </div>
    </div>
  )
}
