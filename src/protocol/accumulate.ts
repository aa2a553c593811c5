import { createChoiceBuilder } from './accumulateChoice'
import { isObject, type Unknowns } from './isObject'
import { indexOfChoice } from './toChunk'
import type { ChatCompletionChunk, Reply, Usage } from './wire'

export interface ReplyBuilder {
  /** Takes one chunk in; the work depends on the chunk alone, not on how much has come before. */
  add: (chunk: ChatCompletionChunk) => void
  /**
   * The reply so far. Only what has changed since the last call is a new object: choices, tool calls and the reply
   * itself keep their identity otherwise. Lists that only grow (`logprobs.content`, lists in `extra`) are shared
   * between snapshots, so an earlier snapshot may show a later length.
   */
  reply: () => Reply
}

/** `object` tells a chunk from a whole answer, and `obfuscation` is padding: neither is part of the reply. */
const notKept = new Set(['id', 'model', 'created', 'choices', 'usage', 'object', 'obfuscation'])

/** The API takes no greater `n`; each choice becomes a message, and a server could send any number. */
export const mostChoices = 128

/**
 * A stream is a fold. Not one that copies, though: copying the list of logprobs for each token would make the work
 * grow with the square of the answer.
 */
export function createReplyBuilder(): ReplyBuilder {
  const choices = new Map<number, ReturnType<typeof createChoiceBuilder>>()
  let leftOut = false
  const extra: Unknowns = {}
  let id: string | null = null
  let model: string | null = null
  let created: number | null = null
  let usage: Usage | null = null
  let snapshot: Reply | null = null
  let keptExtra: Unknowns = {}
  let extraChanged = false

  const choiceAt = (index: number) => {
    const existing = choices.get(index)
    if (existing !== undefined) return existing
    if (choices.size >= mostChoices) {
      leftOut = true
      return undefined
    }
    const builder = createChoiceBuilder(index)
    choices.set(index, builder)
    return builder
  }

  const add = (chunk: ChatCompletionChunk) => {
    snapshot = null
    // The first of these counts: Azure begins with empty ones, and llama.cpp's `created` moves on within an answer.
    if (id === null && typeof chunk.id === 'string' && chunk.id !== '') id = chunk.id
    if (model === null && typeof chunk.model === 'string' && chunk.model !== '') model = chunk.model
    if (created === null && typeof chunk.created === 'number' && chunk.created !== 0) created = chunk.created
    chunk.choices.forEach((choice, position) => choiceAt(indexOfChoice(choice, position))?.add(choice))
    usage = usageIn(chunk) ?? usage
    for (const name of Object.keys(chunk)) {
      const value = chunk[name]
      if (notKept.has(name) || name === '__proto__' || value === null || value === undefined) continue
      extra[name] = value
      extraChanged = true
    }
  }

  const reply = (): Reply => {
    if (snapshot !== null) return snapshot
    if (extraChanged) keptExtra = { ...extra }
    extraChanged = false
    const inOrder = [...choices].toSorted(([a], [b]) => a - b).map(([, builder]) => builder.choice())
    const more = leftOut && { choicesLeftOut: true as const }
    snapshot = { id, model, created, choices: inOrder, ...more, usage, extra: keptExtra }
    return snapshot
  }

  return { add, reply }
}

/** `usage`, or where Groq (`x_groq.usage`) and Moonshot (`choices[].usage`) put it. */
function usageIn(chunk: ChatCompletionChunk): Usage | null {
  if (isObject(chunk.usage)) return chunk.usage
  if (isObject(chunk.x_groq) && isObject(chunk.x_groq.usage)) return chunk.x_groq.usage
  const usage = chunk.choices.find((choice) => isObject(choice.usage))?.usage
  return isObject(usage) ? usage : null
}

/** The reply that these chunks make. */
export function foldChunks(chunks: Iterable<ChatCompletionChunk>): Reply {
  const builder = createReplyBuilder()
  for (const chunk of chunks) builder.add(chunk)
  return builder.reply()
}
