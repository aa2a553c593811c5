import { ChatError } from './ChatError'
import { isObject } from './isObject'
import { readErrorObject } from './readErrorObject'
import { excerptOf } from './redact'
import { toChunk } from './toChunk'
import type { ChatCompletionChunk } from './wire'

/**
 * A whole `chat.completion` as one chunk, which folds to the same reply as the streamed answer would.
 *
 * @throws ChatError `rejected` for an error object, `garbled` for any other shape
 */
export function readCompletion(json: unknown): ChatCompletionChunk {
  const error = readErrorObject(json)
  if (error !== null) throw error
  if (!isObject(json) || !Array.isArray(json.choices)) {
    throw new ChatError('garbled', 'The server sent JSON that is not a chat completion.', {
      excerpt: excerptOf(JSON.stringify(json) ?? ''),
    })
  }
  return toChunk(json)
}
