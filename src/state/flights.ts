import { useEffect, useState } from 'react'
import type { RunFacts } from '../conversation/Message'
import { type Recorder, createRecorder } from '../flights/createRecorder'
import { type Flight, type FlightFacts, flightId } from '../flights/Flight'
import { packFlight, unpackFlight } from '../flights/packFlight'
import { loadFlights, saveFlight } from '../storage/flights'
import { currentSettings } from './settings'
import { isTemporary } from './temporary'

export type { Recorder }

/** Requests that are under way, by the name of their record. */
const recording = new Map<string, Recorder>()
/** Records that are not written, or will not be, in the order in which they ended. */
const held = new Map<string, Flight>()
/** So many of those that will not be written stay in memory. */
const mostHeld = 30

/** A request begins: what takes it down. It is kept when it has ended, and the page has nothing better to do. */
export function flightBegun(facts: FlightFacts, secrets: readonly string[]): Recorder {
  const recorder = createRecorder(facts, secrets)
  const id = flightId(facts)
  recording.set(id, recorder)
  return {
    ...recorder,
    ended(ending, error) {
      recorder.ended(ending, error)
      whenIdle(() => {
        const flight = recorder.flight()
        recording.delete(id)
        if (flight) void keep(flight)
      })
    },
  }
}

async function keep(flight: Flight): Promise<void> {
  const id = flightId(flight)
  held.set(id, flight)
  const limit = currentSettings().flightMegabytes * 1e6
  const isKept = limit > 0 && !isTemporary(flight.conversation)
  // Where it cannot be written it is there until the page goes, and nobody has lost a word.
  if (isKept && (await written(flight, limit).catch(() => false))) held.delete(id)
  const [oldest] = held.keys()
  if (held.size > mostHeld && oldest !== undefined) held.delete(oldest)
}

async function written(flight: Flight, limit: number): Promise<boolean> {
  const { run, strand, started, conversation } = flight
  const { data, packing } = await packFlight(flight)
  if (data.length > limit) return false
  await saveFlight({ run, strand, started, size: data.length, conversation, data, packing }, limit)
  return true
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'undefined') setTimeout(work, 50)
  else requestIdleCallback(work, { timeout: 500 })
}

/** What is there of a run: records in memory, of requests under way as far as they have come, and those that are kept. */
async function flightsOf(run: string): Promise<Flight[]> {
  const found = new Map<string, Flight>()
  const kept = await loadFlights(run).catch(() => [])
  for (const packed of kept) {
    const flight = await unpackFlight(packed)
    if (flight) found.set(flightId(flight), flight)
  }
  for (const [id, flight] of held) if (flight.run === run) found.set(id, flight)
  for (const [id, recorder] of recording) {
    if (!id.startsWith(`${run} `)) continue
    const flight = recorder.flight()
    if (flight) found.set(id, flight)
  }
  return [...found.values()].toSorted((one, other) => one.strand - other.strand)
}

/** The record of the request that a message answers; undefined if there is none. */
export async function flightOf({ id, choice }: Pick<RunFacts, 'id' | 'choice'>): Promise<Flight | undefined> {
  const flights = await flightsOf(id)
  return flights.length > 1 ? flights.find(({ strand }) => strand === choice) : flights[0]
}

/** How often a record that grows is looked at, in milliseconds, at most. */
const pause = 300

/** That record, as it grows; undefined until it has been looked for, null if there is none. */
export function useFlight({ id, choice }: Pick<RunFacts, 'id' | 'choice'>): Flight | null | undefined {
  const [flight, setFlight] = useState<Flight | null>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown = true
    const look = async () => {
      const begun = performance.now()
      const found = await flightOf({ id, choice })
      if (!shown) return
      setFlight(found ?? null)
      if (found && !found.ending)
        timer = setTimeout(() => void look(), pause + 10 * (performance.now() - begun))
    }
    void look()
    return () => {
      shown = false
      clearTimeout(timer)
    }
  }, [id, choice])
  return flight
}
