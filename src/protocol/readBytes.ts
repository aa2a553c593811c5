import { ChatError } from './ChatError'
import { nextTask } from './nextTask'

export interface ReadOptions {
  /** Aborting is an ending, not an error: reading just stops, and the caller knows by its own signal. */
  signal?: AbortSignal | undefined
  /** Milliseconds without a byte after which the answer counts as stalled; not set: wait for ever. */
  stallMs?: number | undefined
  /** Is handed each array as it comes, before anything is read in it; it must not be altered. */
  onRead?: ((bytes: Uint8Array) => void) | undefined
}

/** How long reading may hold the page before others get it, in milliseconds, and how many bytes are handed on at once. */
const turn = 8
const slice = 32 * 1024

/** No honest answer is that long (in characters); one without end must not fill the memory. */
export const longestText = 64 * 1024 * 1024

export const stalledAfter = (stallMs: number) =>
  new ChatError('stalled', `Nothing came for ${stallMs / 1000} seconds.`, { seconds: stallMs / 1000 })

/**
 * The bytes of a body, as the network brings them. What it brought all at once comes in slices, and lets others have
 * the page in between: promises alone never do. Whoever stops listening hangs up: the body is cancelled when the
 * generator ends, however it ends.
 *
 * @throws ChatError `cut-off` when the connection breaks, `stalled` when no byte comes for `stallMs`
 */
export async function* readBytes(
  body: ReadableStream<Uint8Array>,
  { signal, stallMs, onRead }: ReadOptions = {},
): AsyncGenerator<Uint8Array, void, void> {
  const reader = body.getReader()
  const state = { stalled: false }
  const aborted = () => signal?.aborted === true
  // Cancelling settles a read that is under way, so nothing has to race. On a body that has already failed it
  // rejects, with an error that the read has seen too.
  const hangUp = () => void reader.cancel().catch(() => undefined)
  const stall = () => {
    state.stalled = true
    hangUp()
  }
  const watch = stallMs === undefined ? undefined : watchSilence(stallMs, stall)
  const read = async () => {
    watch?.begin()
    try {
      return await reader.read()
    } catch (cause) {
      if (aborted() || state.stalled) return { done: true as const, value: undefined }
      throw new ChatError('cut-off', 'The connection broke before the answer was finished.', {}, { cause })
    } finally {
      watch?.end()
    }
  }
  signal?.addEventListener('abort', hangUp, { once: true })
  let worked = 0
  try {
    while (!aborted()) {
      const { done, value } = await read()
      if (aborted()) return
      if (state.stalled && stallMs !== undefined) throw stalledAfter(stallMs)
      if (done) return
      onRead?.(value)
      for (let at = 0; at < value.length; at += slice) {
        const from = performance.now()
        yield value.length > slice ? value.subarray(at, at + slice) : value
        worked += performance.now() - from
        if (worked >= turn) {
          worked = 0
          await nextTask()
        }
        if (aborted()) return
      }
    }
  } finally {
    signal?.removeEventListener('abort', hangUp)
    watch?.stop()
    hangUp()
  }
}

/**
 * Calls back when a wait has lasted for `limit` milliseconds. One timer serves many waits: starting and stopping one
 * for each would show where thousands of pieces come in a second.
 */
function watchSilence(limit: number, tooLong: () => void) {
  let since: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    timer = undefined
    if (since === undefined) return
    const left = since + limit - performance.now()
    if (left <= 0) tooLong()
    else timer = setTimeout(look, left)
  }
  return {
    begin() {
      since = performance.now()
      timer ??= setTimeout(look, limit)
    },
    end: () => (since = undefined),
    stop: () => clearTimeout(timer),
  }
}

/** All of the bytes as text; a byte-order mark is left out. */
export async function readText(bytes: AsyncIterable<Uint8Array>, most = longestText): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of bytes) {
    text += decoder.decode(piece, { stream: true })
    if (text.length > most) throw new ChatError('garbled', 'The server sent an answer that does not end.')
  }
  return text + decoder.decode()
}
