import { isObject } from '../protocol/isObject'
import { readErrorObject } from '../protocol/readErrorObject'
import { readJson } from '../protocol/readJson'
import { sniffBody } from '../protocol/sniffBody'
import type { Flight } from './Flight'
import { splitEvents } from './splitEvents'

/** What an event is: a piece of an answer, `[DONE]`, an error, a comment, a field without data, a whole body, or else. */
export type EventKind = 'chunk' | 'done' | 'error' | 'comment' | 'field' | 'body' | 'other'

/** One event of an answer, or a body that is none. */
export interface FlightEvent {
  kind: EventKind
  /** When the last byte of it came, in milliseconds from sending. */
  at: number
  /** As it was sent, with its field names, without the blank line. */
  raw: string
  /** In bytes. */
  size: number
  /** The words that it adds to the answer: text, reasoning, a refusal, arguments of calls. */
  words: string
  /** The body ended before its blank line. */
  isHalf?: true
}

/** Every event of a record, in the order in which it came; a body that is not a stream stands as one. */
export function readFlightEvents(flight: Pick<Flight, 'bytes' | 'reads' | 'response'>): FlightEvent[] {
  const { bytes, reads, response } = flight
  if (!bytes.length) return []
  const type = response?.headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const decoder = new TextDecoder()
  const shape = sniffBody(decoder.decode(bytes.subarray(0, 1000)), type, true)
  const arrival = createArrivals(reads)
  if (shape !== 'events') {
    const raw = decoder.decode(bytes)
    const json = readJson(raw)
    const kind = readErrorObject(json) ? 'error' : 'body'
    return [{ kind, at: arrival(bytes.length), raw, size: bytes.length, words: wordsOf(json) }]
  }
  return splitEvents(bytes).map(({ start, end, isWhole }) => {
    const raw = decoder.decode(bytes.subarray(start, end)).replace(/[\r\n]+$/, '')
    const at = arrival(end)
    return { ...kindOf(raw), at, raw, size: end - start, ...(!isWhole && { isHalf: true as const }) }
  })
}

function kindOf(raw: string): Pick<FlightEvent, 'kind' | 'words'> {
  const lines = raw.split(/\r\n|\r|\n/)
  const data = lines.flatMap((line) => (/^data(?::|$)/.test(line) ? [line.slice(5).replace(/^ /, '')] : []))
  if (!data.length)
    return { kind: lines.every((line) => line.startsWith(':')) ? 'comment' : 'field', words: '' }
  const text = data.join('\n').trim()
  if (text === '[DONE]') return { kind: 'done', words: '' }
  const json = readJson(text)
  const isNamed = lines.some((line) => /^event: ?error$/.test(line))
  if (isNamed || readErrorObject(json)) return { kind: 'error', words: '' }
  return { kind: isObject(json) ? 'chunk' : 'other', words: wordsOf(json) }
}

/** What a chunk, or a whole answer, lets its choices say. */
function wordsOf(json: unknown): string {
  if (!isObject(json) || !Array.isArray(json.choices)) return ''
  return json.choices
    .filter(isObject)
    .map(({ delta, message }) => spoken(isObject(delta) ? delta : isObject(message) ? message : {}))
    .join('')
}

function spoken({
  content,
  reasoning_content,
  reasoning,
  refusal,
  tool_calls,
}: Record<string, unknown>): string {
  const calls = Array.isArray(tool_calls) ? tool_calls.filter(isObject) : []
  const called = calls.map((call) => (isObject(call['function']) ? call['function']['arguments'] : undefined))
  const thought = reasoning_content ?? reasoning
  return [thought, content, refusal, ...called].filter((part) => typeof part === 'string').join('')
}

/** When the byte before `end` came; asked in rising order. */
function createArrivals(reads: Flight['reads']): (end: number) => number {
  let at = 0
  let come = reads[0]?.[1] ?? 0
  return (end) => {
    while (come < end && at < reads.length - 1) come += reads[++at]![1]
    return reads[at]?.[0] ?? 0
  }
}
