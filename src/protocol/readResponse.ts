import { ChatError } from './ChatError'
import { parseChunk } from './parseChunk'
import { parseShallow } from './parseShallow'
import { readBytes, type ReadOptions, readText } from './readBytes'
import { readCompletion } from './readCompletion'
import { readErrorResponse } from './readErrorResponse'
import { eventsOf, type ServerSentEvent } from './readEvents'
import { excerptOf } from './redact'
import { type BodyShape, sniffBody } from './sniffBody'
import { summarisePage } from './summarisePage'
import { indexOfChoice, isFinished } from './toChunk'
import type { ChatCompletionChunk } from './wire'

export interface ReadResponseOptions extends ReadOptions {
  /** Milliseconds since 1970; `Date.now` where it is not given. */
  now?: (() => number) | undefined
}

/** What one array of bytes brought. */
export interface ResponseBatch {
  /** When it came, in milliseconds since 1970. */
  at: number
  /** The raw events, also one that could not be read; a whole JSON answer stands as a single event. */
  events: ServerSentEvent[]
  /** The chunks in these events, in order. */
  chunks: ChatCompletionChunk[]
}

/**
 * Reads an answer, streamed or not: what the body is decides, not what was asked for. Everything that came is yielded
 * before an error is thrown. An abort ends it without an error. `[DONE]` ends it; so does the end of the body, if
 * every choice that was seen has its `finish_reason`.
 *
 * @throws ChatError `rejected` for a bad status or an error object, `garbled` for what is neither events nor a chat
 *   completion, `cut-off` when the answer ends too early, `stalled` when no byte comes for `stallMs`
 */
export async function* readResponse(
  response: Response,
  options: ReadResponseOptions = {},
): AsyncGenerator<ResponseBatch, void, void> {
  const { signal, now = Date.now } = options
  if (!response.ok) {
    const error = await readErrorResponse(response, options)
    if (signal?.aborted) return
    throw error
  }
  if (response.body === null) throw new ChatError('cut-off', 'The server sent an empty answer.')
  const bytes = readBytes(response.body, options)
  try {
    const { shape, read } = await look(bytes, response.headers.get('content-type') ?? '')
    if (signal?.aborted) return
    if (shape === 'empty') throw new ChatError('cut-off', 'The server sent an empty answer.')
    if (shape === 'events') yield* readStream(eventsOf(replay(read, bytes), signal), now, signal)
    else {
      const text = await readText(replay(read, bytes))
      if (signal?.aborted) return
      const { chunks, failure } = attempt(() => [readWhole(text, shape)])
      yield { at: now(), events: [{ data: text }], chunks }
      if (failure !== undefined) throw failure
    }
  } finally {
    await bytes.return()
  }
}

async function* readStream(
  stream: AsyncIterable<ServerSentEvent[]>,
  now: () => number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ResponseBatch, void, void> {
  const finished = new Map<number, boolean>()
  const complete = () => finished.size > 0 && [...finished.values()].every(Boolean)
  try {
    for await (const events of stream) {
      const { chunks, done, failure } = readChunks(events)
      for (const chunk of chunks) {
        chunk.choices.forEach((choice, position) => {
          const index = indexOfChoice(choice, position)
          finished.set(index, finished.get(index) === true || isFinished(choice))
        })
      }
      yield { at: now(), events, chunks }
      if (failure !== undefined) throw failure
      if (done) return
    }
  } catch (error) {
    // A connection that breaks, or hangs, after the last word has taken nothing away.
    const late = error instanceof ChatError && (error.kind === 'cut-off' || error.kind === 'stalled')
    if (late && complete()) return
    throw error
  }
  if (!signal?.aborted && !complete()) {
    throw new ChatError('cut-off', 'The answer ended before it was finished.')
  }
}

interface Found {
  chunks: ChatCompletionChunk[]
  done?: true
  failure?: unknown
}

/** The chunks of a batch of events, up to `[DONE]` or to the first that cannot be read. */
function readChunks(events: ServerSentEvent[]): Found {
  const chunks: ChatCompletionChunk[] = []
  for (const { data, event, unterminated } of events) {
    if (data.trim() === '') continue
    try {
      const chunk = parseChunk(data, event)
      if (chunk === null) return { chunks, done: true }
      chunks.push(chunk)
    } catch (failure) {
      // Half an event is no bad JSON: the end of the body cut it, and that is what will be said.
      const half = unterminated && failure instanceof ChatError && failure.kind === 'garbled'
      return half ? { chunks } : { chunks, failure }
    }
  }
  return { chunks }
}

function attempt(read: () => ChatCompletionChunk[]): Found {
  try {
    return { chunks: read() }
  } catch (failure) {
    return { chunks: [], failure }
  }
}

function readWhole(text: string, shape: BodyShape): ChatCompletionChunk {
  const excerpt = excerptOf(text)
  if (shape !== 'json') {
    const words = `The server sent ${shape === 'page' ? 'a page' : 'text'}, not an answer: ${summarisePage(text)}`
    throw new ChatError('garbled', words, { excerpt })
  }
  let json: unknown
  try {
    json = parseShallow(text)
  } catch {
    // JSON without its closing bracket has been cut, whatever else is wrong with it.
    if (!/[}\]]\s*$/.test(text)) throw new ChatError('cut-off', 'The answer ended before it was finished.')
    throw new ChatError('garbled', 'The server sent an answer that is not JSON.', { excerpt })
  }
  return readCompletion(json)
}

/** So many characters, and a body must have said what it is. */
const longestBlank = 64 * 1024

/** Reads until it is clear what the body is. */
async function look(bytes: AsyncGenerator<Uint8Array>, contentType: string) {
  const decoder = new TextDecoder()
  const read: Uint8Array[] = []
  let text = ''
  for (;;) {
    const { done, value } = await bytes.next()
    text += value ? decoder.decode(value, { stream: true }) : decoder.decode()
    if (value) read.push(value)
    // What has said nothing until then is nothing but blank.
    const isLast = done === true || text.length > longestBlank
    const shape = sniffBody(text, contentType, isLast)
    if (shape !== undefined) return { shape, read }
  }
}

async function* replay(read: Uint8Array[], rest: AsyncIterable<Uint8Array>) {
  yield* read
  yield* rest
}
