import { type StoredFlight, database } from './database'
import { isUnkept } from './unkept'

const keysOf = (run: string) => IDBKeyRange.bound([run], [run, []])

/** The records of a run, packed, in the order of its requests. */
export const loadFlights = async (run: string): Promise<StoredFlight[]> =>
  (await database()).getAll('flights', keysOf(run))

/** The runs of which there is a record. */
export const recordedRuns = async (): Promise<Set<string>> =>
  new Set((await (await database()).getAllKeys('flights')).map(([run]) => run))

/**
 * Keeps a record, unless its conversation is not kept or has gone, and lets the oldest go until all of them together
 * have no more than `limit` bytes.
 */
export async function saveFlight(flight: StoredFlight, limit: number): Promise<void> {
  if (isUnkept(flight.conversation)) return
  const transaction = (await database()).transaction(['conversations', 'flights'], 'readwrite')
  const flights = transaction.objectStore('flights')
  const isThere = await transaction.objectStore('conversations').getKey(flight.conversation)
  if (isThere !== undefined && flight.size <= limit) await flights.put(flight)
  const keys = await flights.getAllKeys()
  let sum = 0
  const gone = keys
    .toSorted((one, other) => other[2] - one[2])
    .filter(([, , , size]) => (sum += size) > limit)
  await Promise.all([...gone.map((key) => flights.delete(key)), transaction.done])
}
