import type { Flight } from '../flights/Flight'
import type { Timeline } from '../flights/timelineOf'
import { count, rate, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { headingLook, sectionLook } from './FlightText'

const [width, height, tick] = [960, 180, 14]

/** When it came: how fast, and where nothing did; in a drawing, and in figures. */
export function FlightTimeline({ flight, timeline }: { flight: Flight; timeline: Timeline }) {
  const { length, rates, unit, headers, firstByte, firstWords, longestGap, usualGap } = timeline
  const { figures } = t.inspector
  const most = Math.max(...rates, 1e-9)
  const x = (at: number) => (length > 0 ? (at / length) * width : 0)
  const step = width / rates.length
  const rows: [string, string][] = []
  const add = (name: string, at: number | undefined) => {
    if (at !== undefined) rows.push([name, t.inspector.seconds(seconds(at))])
  }
  add(figures.headers, headers)
  add(figures.firstByte, firstByte)
  add(figures.firstWords, firstWords)
  add(figures.usualGap, usualGap)
  add(figures.longestGap, longestGap && longestGap.to - longestGap.from)
  add(figures.length, length)
  rows.push([figures.reads, count(flight.reads.length)])
  return (
    <div className={sectionLook}>
      <h3 className={`${headingLook} flex justify-between gap-4`}>
        <span>{t.inspector.rate[unit]}</span>
        <span className="tabular font-normal text-faint">{rate(most)}</span>
      </h3>
      <svg
        viewBox={`0 0 ${width} ${height + tick}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t.inspector.graph(t.inspector.rate[unit], rate(most), seconds(length))}
        className="h-52 w-full rounded-block bg-wash"
      >
        {longestGap && (
          <rect
            x={x(longestGap.from)}
            width={x(longestGap.to) - x(longestGap.from)}
            height={height}
            className="fill-warn-wash"
          />
        )}
        {rates.map((value, at) => (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- a stretch of time has its place alone
            key={at}
            x={at * step + 1}
            width={step - 2}
            y={height - (value / most) * (height - 8)}
            height={(value / most) * (height - 8)}
            className="fill-accent"
          />
        ))}
        <path
          d={ticks(flight.reads, x)}
          className="stroke-edge"
          strokeWidth={1}
          vectorEffect="non-scaling-stroke"
        />
        {headers !== undefined && <Moment x={x(headers)} look="stroke-edge" />}
        {firstWords !== undefined && <Moment x={x(firstWords)} look="stroke-ink" />}
      </svg>
      <div className="tabular flex justify-between text-tiny text-faint" aria-hidden="true">
        <span>0 s</span>
        <span>{t.inspector.seconds(seconds(length))}</span>
      </div>
      <p className="mt-1 text-small text-faint">{t.inspector.legend}</p>
      <p className="text-small text-faint">{t.inspector[unit === 'tokens' ? 'spread' : 'pieces']}</p>
      <table className="mt-5 text-small">
        <caption className="sr-only">{t.inspector.names.timeline}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row" className="py-0.5 pe-6 text-start font-normal text-faint">
                {name}
              </th>
              <td className="tabular text-end">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Moment = ({ x, look }: { x: number; look: string }) => (
  <line
    x1={x}
    x2={x}
    y1={0}
    y2={height}
    className={look}
    strokeDasharray="3 3"
    vectorEffect="non-scaling-stroke"
  />
)

/** A stroke for each network read; of those that fall on one another, one. */
function ticks(reads: Flight['reads'], x: (at: number) => number): string {
  const places = new Set(reads.map(([at]) => Math.round(x(at))))
  return [...places].map((place) => `M${place} ${height + 3}V${height + tick}`).join('')
}
