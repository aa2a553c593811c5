import type { ChatCompletionChunk, ChunkChoice, Delta, Usage } from '../../src/protocol/wire'
import type { Piece, ScriptedChoice } from './choice'
import type { Call } from './Scenario'
import { tokenize } from './tokens'

/** A chunk, and how many tokens it carries. */
export interface CountedChunk {
  chunk: ChatCompletionChunk
  tokens: number
}

/** The order in which the choices of an answer arrive. */
export type Order = 'interleaved' | 'sequential' | 'reverse'

type Named = Pick<Call, 'id' | 'created' | 'model'>

export const chunkOf = ({ id, created, model }: Named, choices: ChunkChoice[]): ChatCompletionChunk => ({
  id,
  object: 'chat.completion.chunk',
  created,
  model,
  system_fingerprint: 'fp_parley_test',
  choices,
})

const choiceChunk = (index: number, delta: Delta, finish_reason: string | null = null) => ({
  index,
  delta,
  logprobs: null,
  finish_reason,
})

function pieceChunk(call: Named, index: number, { delta, tokens, logprobs }: Piece): CountedChunk {
  return { chunk: chunkOf(call, [{ ...choiceChunk(index, delta), logprobs: logprobs ?? null }]), tokens }
}

function* choiceChunks(call: Named, choice: ScriptedChoice): Generator<CountedChunk> {
  const { index, pieces, finish_reason } = choice
  yield { chunk: chunkOf(call, [choiceChunk(index, { role: 'assistant', content: '' })]), tokens: 0 }
  for (const piece of pieces) yield pieceChunk(call, index, piece)
  if (finish_reason) yield { chunk: chunkOf(call, [choiceChunk(index, {}, finish_reason)]), tokens: 0 }
}

function* interleave<Value>(generators: Generator<Value>[]): Generator<Value> {
  let open = generators
  while (open.length > 0) {
    const still = []
    for (const generator of open) {
      const next = generator.next()
      if (next.done) continue
      yield next.value
      still.push(generator)
    }
    open = still
  }
}

/** The chunks of an answer, one choice a chunk, as the API sends them. */
export function* chunksOf(
  call: Named,
  choices: ScriptedChoice[],
  order: Order = 'interleaved',
): Generator<CountedChunk> {
  const generators = choices.map((choice) => choiceChunks(call, choice))
  if (order === 'interleaved') yield* interleave(generators)
  else for (const generator of order === 'reverse' ? generators.toReversed() : generators) yield* generator
}

export function usageOf({ body }: Pick<Call, 'body'>, choices: ScriptedChoice[]): Usage {
  const prompt_tokens = tokenize(JSON.stringify(body.messages ?? [])).length
  const pieces = choices.flatMap((choice) => choice.pieces)
  const count = (some: Piece[]) => some.reduce((sum, { tokens }) => sum + tokens, 0)
  const completion_tokens = count(pieces)
  const thought = pieces.filter(({ delta }) => delta.reasoning_content ?? delta.reasoning)
  return {
    prompt_tokens,
    completion_tokens,
    total_tokens: prompt_tokens + completion_tokens,
    completion_tokens_details: { reasoning_tokens: count(thought) },
  }
}

/** The whole answer as one object, for a request without `stream`. */
export function completionOf(call: Call, choices: ScriptedChoice[]): Record<string, unknown> {
  const { id, created, model } = call
  return {
    id,
    object: 'chat.completion',
    created,
    model,
    system_fingerprint: 'fp_parley_test',
    choices: choices.map(({ index, message, pieces, finish_reason }) => {
      const content = pieces.flatMap(({ logprobs }) => logprobs?.content ?? [])
      return { index, message, logprobs: content.length > 0 ? { content } : null, finish_reason }
    }),
    usage: usageOf(call, choices),
  }
}
