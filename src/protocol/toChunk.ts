import { ChatError } from './ChatError'
import { isObject, type Unknowns } from './isObject'
import { excerptOf } from './redact'
import type { ChatCompletionChunk, ChunkChoice } from './wire'

/**
 * A JSON value looked at as a chunk: `choices` is a list of objects, and a `message` (of a whole answer, or of servers
 * that stream that way) stands as `delta`. All else is left as it came; the fold looks at each field again.
 *
 * @throws ChatError `garbled` for anything but an object
 */
export function toChunk(json: unknown): ChatCompletionChunk {
  if (!isObject(json)) {
    throw new ChatError('garbled', 'The server sent something that is not a chat completion.', {
      excerpt: excerptOf(JSON.stringify(json) ?? ''),
    })
  }
  const choices: unknown[] = Array.isArray(json.choices) ? json.choices : []
  return { ...json, choices: choices.filter(isObject).map(toChoice) }
}

function toChoice(choice: Unknowns): ChunkChoice {
  if (isObject(choice.delta) || !isObject(choice.message)) return choice
  const { message, delta: _, ...rest } = choice
  return { ...rest, delta: { ...message, ...numbered(message.tool_calls) } }
}

/** The calls of a whole message have no `index`: their place in the list is it. */
function numbered(calls: unknown) {
  if (!Array.isArray(calls)) return {}
  return {
    tool_calls: calls.map((call: unknown, index) => (isObject(call) ? { index, ...call } : { index })),
  }
}

/** Whether a chunk ends this choice. Some servers send '' for null. */
export const isFinished = ({ finish_reason }: ChunkChoice): boolean =>
  typeof finish_reason === 'string' && finish_reason !== ''

/** Which choice a chunk speaks of. Servers that answer once leave `index` out; then the place in the list says it. */
export const indexOfChoice = (choice: ChunkChoice, position: number): number =>
  typeof choice.index === 'number' ? choice.index : position
