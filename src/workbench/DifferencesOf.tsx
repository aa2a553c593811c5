import { useMemo } from 'react'
import { type FieldChange, fieldChanges } from '../flights/fieldChanges'
import { headerChanges } from '../flights/headerChanges'
import { count, fileSize, rate, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { AnswerChanges } from './AnswerChanges'
import { FieldChanges } from './FieldChanges'
import { type FlightSide, saidBy } from './flightSide'
import { headingLook } from './FlightText'

interface Props {
  base: FlightSide
  side: FlightSide
  baseChoice: number
  choice: number
}

/** What differs between two records: figures side by side, what was sent, headers, and the answer word by word. */
export function DifferencesOf({ base, side, baseChoice, choice }: Props) {
  const sent = useMemo(() => sentChanges(base, side), [base, side])
  const headers = headerChanges(base.flight.response?.headers ?? [], side.flight.response?.headers ?? [])
  const [theirs, own] = [new Map(saidBy(base.reply, baseChoice)), new Map(saidBy(side.reply, choice))]
  const said = [...new Set([...theirs.keys(), ...own.keys()])]
  const words = t.inspector.differences
  return (
    <>
      <Figures base={base} side={side} />
      <h3 className={`mt-5 ${headingLook}`}>{words.sent}</h3>
      <FieldChanges of={sent} none={words.sameSent} />
      <h3 className={`mt-5 ${headingLook}`}>{words.headers}</h3>
      <FieldChanges of={headers} none={words.sameHeaders} />
      <h3 className={`mt-5 ${headingLook}`}>{words.answer}</h3>
      {said.map((name) => (
        <div key={name} className="not-first:mt-3">
          {said.length > 1 && <h4 className="font-mono text-small text-faint">{name}</h4>}
          <AnswerChanges base={theirs.get(name) ?? ''} text={own.get(name) ?? ''} />
        </div>
      ))}
      {!said.length && <p className="text-small text-soft">{words.noAnswer}</p>}
    </>
  )
}

function sentChanges(base: FlightSide, side: FlightSide): FieldChange[] {
  const [before, after] = [base.flight.request, side.flight.request]
  const address: FieldChange[] =
    before.url === after.url ? [] : [{ path: 'url', kind: 'changed', before: before.url, after: after.url }]
  return [...address, ...headerChanges(before.headers, after.headers), ...fieldChanges(base.sent, side.sent)]
}

type Figure = [name: string, of: (side: FlightSide) => number | undefined, write: (value: number) => string]

const after = (value: number) => t.inspector.seconds(seconds(value))
const { figures, differences } = t.inspector
const compared: Figure[] = [
  [differences.status, ({ flight }) => flight.response?.status, String],
  [figures.headers, ({ timeline }) => timeline.headers, after],
  [figures.firstWords, ({ timeline }) => timeline.firstWords, after],
  [figures.length, ({ timeline }) => timeline.length, after],
  [differences.tokens, ({ tokens }) => tokens, count],
  [differences.perSecond, ({ perSecond }) => perSecond, rate],
  [
    figures.longestGap,
    ({ timeline: { longestGap } }) => longestGap && longestGap.to - longestGap.from,
    after,
  ],
  [figures.events, ({ events }) => events, count],
  [figures.size, ({ flight }) => flight.bytes.length, fileSize],
]

function Figures({ base, side }: Pick<Props, 'base' | 'side'>) {
  return (
    <table className="text-small">
      <caption className="sr-only">{differences.figures}</caption>
      <thead>
        <tr className="text-faint">
          <th scope="col" className="sr-only">
            {differences.figure}
          </th>
          {[differences.this, differences.other].map((name) => (
            <th key={name} scope="col" className="ps-6 text-end font-normal">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {compared.map(([name, of, write]) => {
          const values = [of(side), of(base)]
          if (values.every((value) => value === undefined)) return null
          const look = values[0] === values[1] ? '' : 'font-semibold'
          return (
            <tr key={name}>
              <th scope="row" className="py-0.5 text-start font-normal text-faint">
                {name}
              </th>
              {values.map((value, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- two columns, each with its place
                <td key={at} className={`tabular ps-6 text-end ${look}`}>
                  {value === undefined ? '–' : write(value)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
