import type { TokenLogprob, ToolCall } from '../protocol/wire'
import type { Schema } from './readSchema'
import type { Tools } from './readTools'

export type FinishReason = 'stop' | 'length' | 'tool_calls'

export interface Token {
  text: string
  logprob?: TokenLogprob
  /** A piece of a tool call, as a delta has it; the text is empty then. */
  call?: CallPiece
}

export type CallPiece = Partial<ToolCall> & {
  index: number
  function: { name?: string; arguments: string }
}

/** One choice as it comes into being: tokens, then the reason why they end. */
export type Generation = Generator<Token, FinishReason, undefined>

/** What a model makes of a request: one generation for each choice. What it must refuse it refuses here, not later. */
export type Model = (request: ChatRequest) => Generation[]

export interface Turn {
  role: string
  text: string
  /** The name of the function whose result this is, where the messages tell. */
  tool?: string
}

/** A request after `readRequest` has looked at it: every field is there, with the API's own defaults. */
export interface ChatRequest {
  model: string
  messages: Turn[]
  /** What the answer has to begin with: the text of the last message, if that is the assistant's. */
  prefill: string
  n: number
  max_tokens: number
  temperature: number
  top_p: number
  presence_penalty: number
  frequency_penalty: number
  logit_bias: Map<number, number>
  seed: number
  stop: string[]
  logprobs: boolean
  top_logprobs: number
  json: boolean
  tools: Tools
  /** The schema that the answer has to follow. */
  schema: Schema | null
  stream: boolean
  include_usage: boolean
}
