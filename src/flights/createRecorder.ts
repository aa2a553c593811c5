import type { ErrorRecord } from '../protocol/ChatError'
import { redact } from '../protocol/redact'
import type { SentRequest } from '../protocol/SentRequest'
import type { Flight, FlightFacts } from './Flight'
import { maskBytes, maskText } from './maskBytes'

/** What one record keeps at most of an answer, in bytes, and of what was sent, in characters. */
export const mostBytes = 8 * 1024 * 1024
export const mostBody = 4 * 1024 * 1024

export interface Recorder {
  sent: (request: SentRequest) => void
  answered: (response: Pick<Response, 'status' | 'statusText' | 'headers'>) => void
  /** Keeps the array itself: nothing is read or copied while an answer comes. */
  read: (bytes: Uint8Array) => void
  ended: (ending: NonNullable<Flight['ending']>, error?: ErrorRecord) => void
  /** The record as far as it has come, without secrets; undefined if nothing was sent. */
  flight: () => Flight | undefined
}

/**
 * Takes down one request while it runs.
 *
 * @param secrets what a server might quote; it is masked in all that the record gives away
 * @param now milliseconds of a clock that only goes forward
 */
export function createRecorder(
  facts: FlightFacts,
  secrets: readonly string[],
  now: () => number = () => performance.now(),
): Recorder {
  const pieces: Uint8Array[] = []
  const reads: Flight['reads'] = []
  let begun = 0
  let started = 0
  let kept = 0
  let bytesLeftOut = 0
  let request: SentRequest | undefined
  let bodyLeftOut = 0
  let response: Flight['response'] = null
  let end: Pick<Flight, 'ending' | 'ended' | 'error'> = {}
  const since = () => Math.round((now() - begun) * 1000) / 1000

  return {
    sent(out) {
      begun = now()
      started = Date.now()
      bodyLeftOut = Math.max(0, out.body.length - mostBody)
      request = { ...out, body: bodyLeftOut ? out.body.slice(0, mostBody).toWellFormed() : out.body }
    },
    answered({ status, statusText, headers }) {
      response = { at: since(), status, statusText, headers: [...headers.entries()] }
    },
    read(bytes) {
      if (bytesLeftOut || kept + bytes.length > mostBytes) {
        bytesLeftOut += bytes.length
        return
      }
      kept += bytes.length
      pieces.push(bytes)
      reads.push([since(), bytes.length])
    },
    ended(ending, error) {
      end = { ending, ended: since(), ...(error && { error }) }
    },
    flight() {
      if (!request) return undefined
      const bytes = joined(pieces, kept)
      maskBytes(bytes, secrets)
      const clean = (text: string) => redact(maskText(text, secrets))
      return {
        ...facts,
        started,
        request: { ...request, url: maskText(request.url, secrets), body: maskText(request.body, secrets) },
        bodyLeftOut,
        response: response && {
          ...response,
          statusText: clean(response.statusText),
          headers: response.headers.map(([name, value]) => [name, clean(value)]),
        },
        reads: [...reads],
        bytes,
        bytesLeftOut,
        ...end,
      }
    },
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
