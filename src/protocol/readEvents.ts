import { createParser } from 'eventsource-parser'
import { ChatError } from './ChatError'
import { longestText, readBytes, type ReadOptions } from './readBytes'

/** One server-sent event. `event` and `id` only where the server sent them. */
export interface ServerSentEvent {
  data: string
  event?: string
  id?: string
  /** The body ended before the blank line that ends an event, so this one may be half of what was meant. */
  unterminated?: true
}

/**
 * The server-sent events of a body, in arrays: one array for each that the network brought, so that thousands
 * of events a second cost one turn each read. Source: WHATWG HTML, section 9.2. One step beyond it: the last event
 * is not dropped when its blank line is missing, because servers end that way; it is marked `unterminated`.
 *
 * @throws ChatError `cut-off`, `stalled`, or `garbled` for an event of more than 64 million characters
 */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<ServerSentEvent[], void, void> {
  yield* eventsOf(readBytes(body, options), options.signal)
}

/** `readEvents` for bytes that somebody else reads. */
export async function* eventsOf(
  bytes: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
  maxBufferSize = longestText,
): AsyncGenerator<ServerSentEvent[], void, void> {
  let events: ServerSentEvent[] = []
  let tooLong: ChatError | null = null
  const parser = createParser({
    maxBufferSize,
    onEvent: ({ data, event, id }) => {
      // Section 9.2.6: an event without data is not dispatched.
      if (data === '') return
      events.push({ data, ...(event !== undefined && { event }), ...(id !== undefined && { id }) })
    },
    onError: ({ type }) => {
      if (type !== 'max-buffer-size-exceeded') return
      tooLong = new ChatError('garbled', 'The server sent a line that does not end.')
    },
  })
  // The parser removes the byte-order mark.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const take = () => {
    const batch = events
    events = []
    return batch
  }
  let failure: unknown
  try {
    for await (const piece of bytes) {
      parser.feed(decoder.decode(piece, { stream: true }))
      if (events.length > 0) yield take()
      if (tooLong !== null) break
    }
  } catch (error) {
    failure = error
  }
  if (tooLong !== null) throw tooLong
  if (signal?.aborted) return
  parser.feed(decoder.decode())
  parser.feed('\n\n')
  if (events.length > 0) yield take().map((event) => ({ ...event, unterminated: true as const }))
  if (failure !== undefined) throw failure
}
