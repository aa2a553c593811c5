import type { ErrorRecord } from '../protocol/ChatError'
import type { SentRequest } from '../protocol/SentRequest'

/** Which request a record is of. */
export interface FlightFacts {
  conversation: string
  /** `RunFacts.id`. */
  run: string
  /** Which request of the run, from 0: a run sends several where an endpoint refuses `n` > 1. */
  strand: number
  /** Which time it was sent, from 1; absent in records of an older Parley. */
  attempt?: number
  /** The endpoint's name at the time. */
  endpoint: string
}

/**
 * The record of one request: what was sent, and every byte that came, as it came. Times are milliseconds from the moment
 * of sending, but for `started`. It never holds a key.
 */
export interface Flight extends FlightFacts {
  /** When it was sent, in milliseconds since 1970. */
  started: number
  request: SentRequest
  /** Characters at the end of the body that were not kept. */
  bodyLeftOut: number
  /** Null where no answer began. */
  response: { at: number; status: number; statusText: string; headers: [string, string][] } | null
  /** When each network read came, and how many bytes it brought; they stand one after the other in `bytes`. */
  reads: [at: number, length: number][]
  bytes: Uint8Array<ArrayBuffer>
  /** Bytes at the end of the answer that were not kept. */
  bytesLeftOut: number
  /** Absent while it is being received. */
  ending?: 'done' | 'stopped' | 'failed'
  ended?: number
  error?: ErrorRecord
}

/** The name of a record among all: those of one run follow one another. */
export const flightId = ({ run, strand, attempt = 1 }: FlightFacts): string => `${run} ${strand} ${attempt}`
