import { errorKinds, type ErrorRecord } from '../protocol/ChatError'
import { isObject } from '../protocol/isObject'
import type { Flight } from './Flight'

/** Why a file is no record: it is nothing of the kind, a newer Parley's, or wrong in one `field`. */
export class FlightFault extends Error {
  override readonly name = 'FlightFault'

  constructor(
    readonly kind: 'unknown' | 'newer' | 'wrong',
    readonly field = '',
  ) {
    super(field ? `${kind}: ${field}` : kind)
  }
}

type Json = Record<string, unknown>
type Pairs = [string, string][]

/** The latest moment that a `Date` can hold, in milliseconds. No request takes longer. */
const latest = 8.64e15

export const isFlightFile = (json: unknown): json is Json =>
  isObject(json) && json['format'] === 'parley-flight'

/**
 * A record from a file of `writeFlight`, with every field looked at: whatever reads records can rely on this one. What
 * stands there of the events is left aside, they are read from the bytes.
 *
 * @throws FlightFault
 */
export function readFlightFile(json: unknown): Flight {
  if (!isFlightFile(json)) throw new FlightFault('unknown')
  if (typeof json['version'] === 'number' && json['version'] > 1) throw new FlightFault('newer')
  const bytes = bodyIn(json)
  const reads = readsIn(json['reads'], bytes.length)
  const { attempt, ending, ended, error } = json
  return {
    conversation: text(json, 'conversation'),
    run: text(json, 'run'),
    strand: count(json, 'strand'),
    ...(attempt !== undefined && { attempt: count(json, 'attempt', 1) }),
    endpoint: text(json, 'endpoint'),
    started: time(json, 'started'),
    request: requestIn(json['request']),
    bodyLeftOut: count(json, 'bodyLeftOut'),
    response: responseIn(json['response']),
    reads,
    bytes,
    bytesLeftOut: count(json, 'bytesLeftOut'),
    ...(ending !== undefined && { ending: oneOf(ending, ['done', 'stopped', 'failed'], 'ending') }),
    ...(ended !== undefined && { ended: time(json, 'ended') }),
    ...(error !== undefined && { error: errorIn(error) }),
  }
}

function requestIn(json: unknown): Flight['request'] {
  if (!isObject(json)) throw new FlightFault('wrong', 'request')
  return {
    method: text(json, 'method', 'request.'),
    url: text(json, 'url', 'request.'),
    headers: pairs(json['headers'], 'request.headers'),
    body: text(json, 'body', 'request.'),
  }
}

function responseIn(json: unknown): Flight['response'] {
  if (json === null) return null
  if (!isObject(json)) throw new FlightFault('wrong', 'response')
  const status = count(json, 'status', 100, 'response.')
  const statusText = text(json, 'statusText', 'response.')
  const headers = pairs(json['headers'], 'response.headers')
  try {
    // The browser's own answer is made of these again.
    void new Response(null, { statusText, headers })
  } catch {
    throw new FlightFault('wrong', 'response.headers')
  }
  return { at: time(json, 'at', 'response.'), status, statusText, headers }
}

/** Each read after the one before, and all of them together the body. */
function readsIn(json: unknown, length: number): Flight['reads'] {
  if (!Array.isArray(json)) throw new FlightFault('wrong', 'reads')
  let [last, sum] = [0, 0]
  const reads = json.map((read: unknown, place): [number, number] => {
    const field = `reads[${place}]`
    const [at, size]: unknown[] = Array.isArray(read) ? read : []
    if (!isTime(at) || at < last || !isCount(size)) throw new FlightFault('wrong', field)
    last = at
    sum += size
    return [at, size]
  })
  if (sum !== length) throw new FlightFault('wrong', 'reads')
  return reads
}

function bodyIn(json: Json): Uint8Array<ArrayBuffer> {
  const body = text(json, 'body')
  const { bodyEncoding } = json
  if (bodyEncoding === undefined) return new TextEncoder().encode(body)
  if (bodyEncoding !== 'base64') throw new FlightFault('wrong', 'bodyEncoding')
  try {
    return Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  } catch {
    throw new FlightFault('wrong', 'body')
  }
}

const texts = ['code', 'type', 'param', 'requestId', 'excerpt'] as const
const numbers = ['status', 'retryAfter', 'seconds'] as const

/** What went wrong; what stands there besides is left aside. */
function errorIn(json: unknown): ErrorRecord {
  if (!isObject(json)) throw new FlightFault('wrong', 'error')
  const record: ErrorRecord = {
    kind: oneOf(json['kind'], errorKinds, 'error.kind'),
    message: text(json, 'message', 'error.'),
  }
  for (const name of texts) if (json[name] !== undefined) record[name] = text(json, name, 'error.')
  for (const name of numbers) if (json[name] !== undefined) record[name] = time(json, name, 'error.')
  return record
}

const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= latest
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && isTime(value)

function text(json: Json, name: string, before = ''): string {
  const value = json[name]
  if (typeof value !== 'string') throw new FlightFault('wrong', before + name)
  return value
}

function time(json: Json, name: string, before = ''): number {
  const value = json[name]
  if (!isTime(value)) throw new FlightFault('wrong', before + name)
  return value
}

function count(json: Json, name: string, least = 0, before = ''): number {
  const value = json[name]
  if (!isCount(value) || value < least) throw new FlightFault('wrong', before + name)
  return value
}

function pairs(value: unknown, field: string): Pairs {
  if (!Array.isArray(value) || !value.every(isPair)) throw new FlightFault('wrong', field)
  return value.map(([name, one]): [string, string] => [name, one])
}

const isPair = (value: unknown): value is [string, string] =>
  Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'string')

function oneOf<Value extends string>(value: unknown, values: readonly Value[], field: string): Value {
  const found = values.find((one) => one === value)
  if (found === undefined) throw new FlightFault('wrong', field)
  return found
}
