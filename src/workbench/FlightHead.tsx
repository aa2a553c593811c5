import type { Flight } from '../flights/Flight'
import { program } from '../flights/program'
import type { Timeline } from '../flights/timelineOf'
import { writeFlight, writeHAR } from '../flights/writeFlight'
import { Button } from '../ui/Button'
import { saveFile } from '../ui/saveFile'
import { count, exactMoment, fileSize, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { OpenRecord } from './OpenRecord'

interface Props {
  flight: Flight
  timeline: Timeline
  events: number
}

/** What a record is of, how it went in a few figures, and the way to a file. */
export function FlightHead({ flight, timeline, events }: Props) {
  const { request, response, ending } = flight
  const { figures, ending: endings } = t.inspector
  const isGood = response !== null && response.status < 400 && ending !== 'failed'
  const after = (value: number | undefined) =>
    value === undefined ? undefined : t.inspector.seconds(seconds(value))
  const known = [
    [figures.headers, after(timeline.headers)],
    [figures.firstWords, after(timeline.firstWords)],
    [figures.length, after(timeline.length)],
    [figures.events, count(events)],
    [figures.size, fileSize(flight.bytes.length)],
  ] as const
  return (
    <div className="flex-none border-b border-line px-5 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span
          data-part="status"
          className={`tabular rounded-chip px-2 py-0.5 font-mono text-small font-semibold ${isGood ? 'bg-accent-wash text-accent' : 'bg-warn-wash text-warn'}`}
        >
          {response ? `${response.status} ${response.statusText}`.trim() : t.inspector.noAnswer}
        </span>
        <p className="min-w-0 grow font-mono text-small [overflow-wrap:anywhere]">
          <b className="font-semibold">{request.method}</b> {request.url}
        </p>
        <div className="flex flex-wrap gap-1.5">
          <OpenRecord />
          <Button onClick={() => saveFile(`${nameOf(flight)}.flight.json`, writeFlight(flight))}>
            {t.inspector.save} {t.inspector.saveJson}
          </Button>
          <Button onClick={() => saveFile(`${nameOf(flight)}.har`, writeHAR(flight, program))}>
            {t.inspector.save} {t.inspector.saveHar}
          </Button>
        </div>
      </div>
      <p className="mt-1 text-small text-faint">
        {exactMoment(flight.started)} · {flight.endpoint} · {ending ? endings[ending] : t.inspector.receiving}
      </p>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-small">
        {known.map(
          ([name, value]) =>
            value !== undefined && (
              <div key={name} className="flex items-baseline gap-1.5">
                <dt className="text-faint">{name}</dt>
                <dd className="tabular font-semibold">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}

const nameOf = ({ started }: Flight) => `parley-${new Date(started).toISOString().replace(/[:.]/g, '-')}`
