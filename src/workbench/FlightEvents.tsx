import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { VList, type VListHandle } from 'virtua'
import type { FlightEvent } from '../flights/readFlightEvents'
import { fieldLook } from '../ui/fieldLook'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { FlightEventRow } from './FlightEventRow'
import { focusWhenShown } from '../ui/focusWhenShown'

/** Every event as it came, one a line: when, how long after the one before, what it brought; a line opens to its text. */
export function FlightEvents({ events }: { events: readonly FlightEvent[] }) {
  const [query, setQuery] = useState('')
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [active, setActive] = useState(0)
  const list = useRef<VListHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  /** Gives up the focus that a line is to have. */
  const wish = useRef<() => void>(undefined)
  useEffect(() => () => wish.current?.(), [])
  const sought = useDeferredValue(query.trim().toLowerCase())
  const places = useMemo(
    () => [...events.keys()].filter((place) => events[place]!.raw.toLowerCase().includes(sought)),
    [events, sought],
  )

  const onKeyDown = (event: KeyboardEvent) => {
    const at = rowOf(event.target)
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
    if (at === undefined || step === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    const to = Math.max(0, Math.min(places.length - 1, at + step))
    setActive(to)
    list.current?.scrollToIndex(to, { align: 'nearest' })
    wish.current?.()
    wish.current = focusWhenShown(() => box.current?.querySelector<HTMLElement>(`[data-row="${to}"]`))
  }
  const toggled = (place: number) => {
    const next = new Set(open)
    if (!next.delete(place)) next.add(place)
    setOpen(next)
  }

  return (
    // The lines take the keys; one of them is a stop for Tab.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={box} onKeyDown={onKeyDown} className="flex min-h-0 grow flex-col">
      <div className="flex flex-none flex-wrap items-center gap-3 px-5 py-2 text-small">
        <input
          type="search"
          aria-label={t.inspector.search}
          placeholder={t.inspector.search}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
          className={`w-72 max-w-full text-small ${fieldLook}`}
        />
        <span role="status" className="tabular text-faint">
          {t.inspector.found(count(places.length), count(events.length))}
        </span>
      </div>
      {places.length ? (
        <VList
          ref={list}
          role="list"
          aria-label={t.inspector.list}
          keepMounted={[Math.min(active, places.length - 1)]}
          className="min-h-0 grow px-5 pb-3"
        >
          {places.map((place, at) => (
            <FlightEventRow
              key={place}
              event={events[place]!}
              place={place}
              after={events[place]!.at - (events[place - 1]?.at ?? 0)}
              row={at}
              isStop={at === Math.min(active, places.length - 1)}
              isOpen={open.has(place)}
              sought={sought}
              onFocus={() => setActive(at)}
              onToggle={() => toggled(place)}
            />
          ))}
        </VList>
      ) : (
        <p className="px-5 py-3 text-small text-soft">{events.length ? '' : t.inspector.empty}</p>
      )}
    </div>
  )
}

function rowOf(target: EventTarget): number | undefined {
  const row = target instanceof HTMLElement ? target.dataset['row'] : undefined
  return row === undefined ? undefined : Number(row)
}
