import { useEffect, useState } from 'react'
import type { RunFacts } from '../conversation/Message'
import { type Recorder, createRecorder } from '../flights/createRecorder'
import { type Flight, type FlightFacts, flightId } from '../flights/Flight'
import { packFlight, unpackFlight } from '../flights/packFlight'
import { loadFlights, recordedRuns as keptRuns, saveFlight } from '../storage/flights'
import { held as conversations, isMissing } from './conversations'
import { currentSettings } from './settings'
import { isTemporary } from './temporary'

export type { Recorder }

/** Requests that are under way, by the name of their record. */
const recording = new Map<string, Recorder>()
/** Records that are not written, or will not be, in the order in which they ended. */
const held = new Map<string, Flight>()
/** So many of those that will not be written stay in memory. */
const mostHeld = 30
/** Runs whose records go with the page of a link, also those that are still on their way here. */
const forgotten = new Set<string>()

/**
 * A request begins: what takes it down. Its record is kept when it has ended, and the page has nothing better to do;
 * `isUnwritten`, it is written nowhere.
 */
export function flightBegun(facts: FlightFacts, secrets: readonly string[], isUnwritten = false): Recorder {
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
        if (flight && !forgotten.has(flight.run)) void keep(flight, isUnwritten)
      })
    },
  }
}

async function keep(flight: Flight, isUnwritten: boolean): Promise<void> {
  if (isMissing(flight.conversation)) return
  const id = flightId(flight)
  held.set(id, flight)
  const limit = currentSettings().flightMegabytes * 1e6
  const isKept = !isUnwritten && limit > 0 && !isTemporary(flight.conversation)
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

// Records go with their conversation.
conversations.subscribe(({ missing }, { missing: before }) => {
  if (missing === before) return
  for (const [id, { conversation }] of held) if (conversation in missing) held.delete(id)
})

/** A run whose records are in memory alone is over for good. */
export function recordsForgotten(run: string): void {
  forgotten.add(run)
  for (const [id, flight] of held) if (flight.run === run) held.delete(id)
}

/** The record of a run that is in memory alone. */
export const recordInMemory = (run: string): Flight | undefined =>
  [...held.values()].findLast((flight) => flight.run === run) ?? [...inMemory(run)].at(-1)?.[1]

/** The runs of which there may be a record. */
export async function recordedRuns(): Promise<ReadonlySet<string>> {
  const runs = await keptRuns().catch(() => new Set<string>())
  for (const { run } of held.values()) runs.add(run)
  // What has ended is kept only in an idle moment.
  for (const id of recording.keys()) runs.add(id.split(' ', 1)[0]!)
  return runs
}

/** Records of a run that are in memory; those of requests under way, as far as they have come. */
function* inMemory(run: string): Iterable<[id: string, flight: Flight]> {
  for (const [id, flight] of held) if (flight.run === run) yield [id, flight]
  for (const [id, recorder] of recording) {
    const flight = id.startsWith(`${run} `) ? recorder.flight() : undefined
    if (flight) yield [id, flight]
  }
}

/** What is there of a run: records in memory, and those that are kept. */
async function flightsOfRun(run: string): Promise<Flight[]> {
  // One that ends or is written meanwhile is in neither place when it is looked for there.
  const found = new Map(inMemory(run))
  const kept = await loadFlights(run).catch(() => [])
  for (const packed of kept) {
    const flight = await unpackFlight(packed)
    if (flight) found.set(flightId(flight), flight)
  }
  for (const [id, flight] of inMemory(run)) found.set(id, flight)
  return [...found.values()].toSorted(
    (one, other) => one.strand - other.strand || (one.attempt ?? 1) - (other.attempt ?? 1),
  )
}

/** The records of the request that a message answers, one for each time it was sent, in their order. */
export async function flightsOf({ id, choice }: Pick<RunFacts, 'id' | 'choice'>): Promise<Flight[]> {
  const flights = await flightsOfRun(id)
  const isOfOne = flights.every(({ strand }) => strand === flights[0]?.strand)
  return isOfOne ? flights : flights.filter(({ strand }) => strand === choice)
}

/** How often a record that grows is looked at, in milliseconds, at most. */
const pause = 300

/** Those records, as they grow while the message is `live`; undefined until they have been looked for. */
export function useFlights(
  { id, choice }: Pick<RunFacts, 'id' | 'choice'>,
  live: boolean,
): readonly Flight[] | undefined {
  const [flights, setFlights] = useState<readonly Flight[]>()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let shown = true
    const look = async () => {
      const begun = performance.now()
      const found = await flightsOf({ id, choice })
      if (!shown) return
      setFlights(found)
      const newest = found.at(-1)
      // Between two attempts none is under way, and one is to come.
      if (live || (newest && !newest.ending))
        timer = setTimeout(() => void look(), pause + 10 * (performance.now() - begun))
    }
    void look()
    return () => {
      shown = false
      clearTimeout(timer)
    }
  }, [id, choice, live])
  return flights
}
