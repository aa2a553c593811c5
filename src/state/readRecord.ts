import type { Flight } from '../flights/Flight'
import { FlightFault, readFlightFile } from '../flights/readFlightFile'
import { isDeep } from '../protocol/isDeep'

/** Why a file cannot be shown as a record; `field` is what is wrong in it. */
export type RecordFault = FlightFault['kind'] | 'too-large'
export type RecordRead = { flight: Flight } | { fault: RecordFault; field: string }

/** No record that Parley writes is larger: base64, and every event once more. */
const largest = 64_000_000

/** A record from a file that somebody has saved. Nothing is kept. */
export async function readRecord(file: Blob): Promise<RecordRead> {
  if (file.size > largest) return { fault: 'too-large', field: '' }
  const text = await file.text()
  try {
    // What stands so deep would be too much for some reader of it.
    return isDeep(text) ? { fault: 'unknown', field: '' } : recordIn(JSON.parse(text))
  } catch {
    return { fault: 'unknown', field: '' }
  }
}

/** The same of what has been parsed. */
export function recordIn(json: unknown): RecordRead {
  try {
    return { flight: readFlightFile(json) }
  } catch (error) {
    if (error instanceof FlightFault) return { fault: error.kind, field: error.field }
    throw error
  }
}
