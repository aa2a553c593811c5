import type { Delta, Logprobs } from '../../src/protocol/wire'
import type { Call } from './Scenario'
import { group, tokenize } from './tokens'

/** One delta of a choice, and how many tokens it carries. */
export interface Piece {
  delta: Delta
  tokens: number
  logprobs?: Logprobs
}

/** One choice of an answer: whole, for an answer without a stream, and in pieces, for one with it. */
export interface ScriptedChoice {
  index: number
  message: Record<string, unknown>
  pieces: Piece[]
  finish_reason: string | null
}

type TextField = 'content' | 'reasoning_content' | 'reasoning' | 'refusal'

/** The limit that the request sets on the answer, by either of its names. */
const tokenLimit = ({ body }: Pick<Call, 'body'>): number =>
  body.max_completion_tokens ?? body.max_tokens ?? Infinity

/** Text as deltas of one field, `chunk` tokens each. */
export const textPieces = (field: TextField, tokens: string[], chunk = 1): Piece[] =>
  group(tokens, chunk).map(({ text, tokens }) => ({ delta: { [field]: text }, tokens }))

/** A choice that says one text, cut where the request's limit says so. */
export function textChoice(call: Call, text: string | string[], index = 0): ScriptedChoice {
  const all = typeof text === 'string' ? tokenize(text) : text
  const said = all.slice(0, tokenLimit(call))
  return {
    index,
    message: { role: 'assistant', content: said.join(''), refusal: null },
    pieces: textPieces('content', said, call.options.number('chunk', 1)),
    finish_reason: said.length < all.length ? 'length' : 'stop',
  }
}

/** A choice that thinks before it speaks, in the field that the server uses for thinking. */
export function thinkingChoice(
  call: Call,
  field: 'reasoning_content' | 'reasoning',
  thought: string,
  text: string,
): ScriptedChoice {
  const choice = textChoice(call, text)
  return {
    ...choice,
    message: { ...choice.message, [field]: thought },
    pieces: [...textPieces(field, tokenize(thought), call.options.number('chunk', 1)), ...choice.pieces],
  }
}

/** A choice that declines, in the field that the API has for it. */
export function refusingChoice(call: Call, refusal: string, index = 0): ScriptedChoice {
  return {
    index,
    message: { role: 'assistant', content: null, refusal },
    pieces: textPieces('refusal', tokenize(refusal), call.options.number('chunk', 1)),
    finish_reason: 'stop',
  }
}
