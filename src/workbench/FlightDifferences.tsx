import { useEffect, useId, useState } from 'react'
import type { Flight } from '../flights/Flight'
import { type OtherRecord, type RecordPlace, useOtherRecords } from '../state/otherRecords'
import { fieldLook } from '../ui/fieldLook'
import { exactMoment } from '../words/numbers'
import { t } from '../words/rooms'
import { DifferencesOf } from './DifferencesOf'
import { type FlightSide, flightSide } from './flightSide'
import { sectionLook } from './FlightText'

interface Props {
  flight: Flight
  /** Which choice of its answer is looked at. */
  choice: number
  about: RecordPlace | undefined
}

const groups = ['turn', 'attempts', 'conversation', 'files'] as const

/** In what this record differs from another one, which the reader chooses. */
export function FlightDifferences({ flight, choice, about }: Props) {
  const others = useOtherRecords(flight, about)
  const [chosen, setChosen] = useState<string>()
  const select = useId()
  const words = t.inspector.differences
  const other = others?.find(({ id }) => id === chosen) ?? others?.[0]
  if (!others) return null
  if (!other) return <p className="max-w-prose p-5 text-soft">{words.alone}</p>
  return (
    <div className={sectionLook}>
      <div className="mb-4 flex flex-wrap items-center gap-2 text-small">
        <label htmlFor={select} className="text-soft">
          {words.against}
        </label>
        <select
          id={select}
          value={other.id}
          onChange={({ target }) => setChosen(target.value)}
          className={`max-w-full ${fieldLook}`}
        >
          {groups.map((among) => (
            <Group key={among} label={words.among[among]} of={others.filter((one) => one.among === among)} />
          ))}
        </select>
      </div>
      {flight.ending ? (
        <Loaded key={other.id} flight={flight} choice={choice} other={other} />
      ) : (
        <p className="text-soft">{words.later}</p>
      )}
    </div>
  )
}

function Group({ label, of }: { label: string; of: readonly OtherRecord[] }) {
  if (!of.length) return null
  return (
    <optgroup label={label}>
      {of.map(({ id, among, started, name, words }) => (
        <option key={id} value={id}>
          {[among === 'attempts' ? t.inspector.differences.attempt(name) : name, exactMoment(started), words]
            .filter(Boolean)
            .join(' · ')}
        </option>
      ))}
    </optgroup>
  )
}

function Loaded({ flight, choice, other }: { flight: Flight; choice: number; other: OtherRecord }) {
  const [sides, setSides] = useState<{ base: FlightSide | undefined; side: FlightSide }>()
  useEffect(() => {
    let shown = true
    const read = async () => {
      const base = await other.load()
      const both = { base: base && (await flightSide(base)), side: await flightSide(flight) }
      if (shown) setSides(both)
    }
    void read()
    return () => {
      shown = false
    }
    // One of the same name is of the same request.
    // oxlint-disable-next-line react/exhaustive-deps -- it is made anew with each list
  }, [flight, other.id])
  if (!sides) return null
  const { base, side } = sides
  if (!base) return <p className="text-soft">{t.inspector.none}</p>
  return <DifferencesOf base={base} side={side} baseChoice={other.choice} choice={choice} />
}
