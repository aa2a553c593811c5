import type { Flight } from './Flight'
import { type FlightEvent, readFlightEvents } from './readFlightEvents'

/** A body as a file holds it: text where it is text, else its bytes in base64. */
export function textOrBase64(bytes: Uint8Array): { text: string; encoding?: 'base64' } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    let binary = ''
    for (const byte of bytes) binary += String.fromCodePoint(byte)
    return { text: btoa(binary), encoding: 'base64' }
  }
}

/** A record as Parley's own JSON; `docs/flights.md` says what stands in it. */
export function writeFlight(flight: Flight): string {
  const { bytes, ...rest } = flight
  const { text, encoding } = textOrBase64(bytes)
  const body = { body: text, ...(encoding && { bodyEncoding: encoding }) }
  const events = readFlightEvents(flight).map(({ kind, at, size, raw }) => ({ kind, at, size, raw }))
  return `${JSON.stringify({ format: 'parley-flight', version: 1, ...rest, ...body, events }, null, 2)}\n`
}

/** A record as an HTTP archive of version 1.2, with the times of the events beside what the standard has. */
export function writeHAR(flight: Flight, { name, version }: { name: string; version: string }): string {
  const entry = entryOf(flight, readFlightEvents(flight))
  return `${JSON.stringify({ log: { version: '1.2', creator: { name, version }, pages: [], entries: [entry] } }, null, 2)}\n`
}

const named = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, value]) => ({ name, value }))

function entryOf(flight: Flight, events: readonly FlightEvent[]) {
  const { request, response, bytes, error } = flight
  const type = (headers: readonly [string, string][]) =>
    headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const end = Math.max(flight.ended ?? 0, flight.reads.at(-1)?.[0] ?? 0, response?.at ?? 0)
  const wait = response?.at ?? end
  const left = [
    flight.bodyLeftOut && `${flight.bodyLeftOut} characters of the request were not kept.`,
    flight.bytesLeftOut && `${flight.bytesLeftOut} bytes of the answer were not kept.`,
    error?.message,
  ].filter(Boolean)
  return {
    startedDateTime: new Date(flight.started).toISOString(),
    time: end,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: '',
      cookies: [],
      headers: named(request.headers),
      queryString: named(URL.canParse(request.url) ? [...new URL(request.url).searchParams] : []),
      postData: { mimeType: type(request.headers), params: [], text: request.body },
      headersSize: -1,
      bodySize: new TextEncoder().encode(request.body).length,
    },
    response: {
      // Where no answer came the status is 0, as browsers write it.
      status: response?.status ?? 0,
      statusText: response?.statusText ?? '',
      httpVersion: '',
      cookies: [],
      headers: named(response?.headers ?? []),
      content: { size: bytes.length, mimeType: type(response?.headers ?? []), ...textOrBase64(bytes) },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive: Math.max(0, end - wait) },
    _eventTimes: events.map(({ at }) => at),
    ...(flight.ending && { _ending: flight.ending }),
    ...(left.length > 0 && { comment: left.join(' ') }),
  }
}
