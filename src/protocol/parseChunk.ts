import { ChatError } from './ChatError'
import { parseShallow } from './parseShallow'
import { readErrorObject } from './readErrorObject'
import { excerptOf } from './redact'
import { toChunk } from './toChunk'
import type { ChatCompletionChunk } from './wire'

/**
 * The data of one server-sent event as a chunk; null for `[DONE]`, which ends the stream.
 * Unknown fields are kept, a missing `choices` becomes an empty list, `message` stands in for a missing `delta`.
 *
 * @param event the event's own name, where it has one: what comes as `event: error` is an error whatever its shape
 * @throws ChatError `garbled` for what is not JSON or not an object; `rejected` for an error object in mid-stream
 */
export function parseChunk(data: string, event?: string): ChatCompletionChunk | null {
  const text = data.trim()
  if (text === '[DONE]') return null
  const json = parse(text, event)
  const error = readErrorObject(json, event === 'error')
  if (error !== null) throw error
  if (event === 'error') throw new ChatError('rejected', excerptOf(text))
  return toChunk(json)
}

function parse(text: string, event: string | undefined): unknown {
  try {
    return parseShallow(text)
  } catch {
    // The engine's own SyntaxError is not handed on: it quotes the text, and with it perhaps a key.
    const excerpt = excerptOf(text)
    if (event === 'error') throw new ChatError('rejected', excerpt)
    throw new ChatError('garbled', 'The server sent an event that is not JSON.', { excerpt })
  }
}
