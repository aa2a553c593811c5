import type {
  ChatCompletionChunk as OfficialChunk,
  ChatCompletionCreateParams,
  ChatCompletionTokenLogprob,
} from 'openai/resources/chat/completions'
import type { CompletionUsage } from 'openai/resources/completions'

/**
 * The shapes on the wire. Requests are the official types; what comes back is described loosely, because
 * servers differ: every field may be missing, and unknown fields are kept under their own names.
 * Source: https://platform.openai.com/docs/api-reference/chat
 */

/** The fields of `POST /chat/completions`, as the official `openai` package types them. */
export type OfficialRequest = ChatCompletionCreateParams

/** The roles that a message can have. `function` is the API's old form of `tool`. */
export const roles = ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const
export type Role = (typeof roles)[number]
/** Those that a message can be given; `function` is only kept where it stands. */
export const choosableRoles: readonly Role[] = roles.filter((role) => role !== 'function')

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

/** One part of a message whose content is a list: text, an image address, audio, a file, or what comes next. */
export type ContentPart = { type: string; text?: string; [key: string]: unknown }

/** A tool call as it is sent back to the server, in a message of the assistant. */
export interface RequestToolCall {
  id?: string
  type?: string
  function?: { name?: string; arguments?: string }
  custom?: { name?: string; input?: string }
  [key: string]: unknown
}

/** A tool call as it is folded from a stream; `index` is unique within its choice. */
export interface ToolCall extends RequestToolCall {
  index: number
}

/** A message as it is sent. */
export interface RequestMessage {
  role: Role
  content?: string | ContentPart[] | null
  name?: string
  refusal?: string | null
  tool_calls?: RequestToolCall[]
  tool_call_id?: string
  [key: string]: unknown
}

/**
 * The request fields somebody has set, by their API names; `messages` comes from the conversation. A field
 * that is not there is not sent. Anything may stand here that the official types do not know yet.
 */
export type Parameters = Partial<Omit<OfficialRequest, 'messages'>> & { [key: string]: unknown }

/** A whole request body, ready for `JSON.stringify`. */
export type RequestBody = Parameters & { messages: RequestMessage[] }

export type TokenLogprob = Partial<ChatCompletionTokenLogprob> & { [key: string]: unknown }
export interface Logprobs {
  content?: TokenLogprob[] | null
  refusal?: TokenLogprob[] | null
  [key: string]: unknown
}

export type Usage = Partial<CompletionUsage> & { [key: string]: unknown }

/** What a chunk adds to one choice. `reasoning` and `reasoning_content` are what servers call thinking. */
export interface Delta {
  role?: string
  content?: string | null
  refusal?: string | null
  reasoning_content?: string | null
  reasoning?: string | null
  tool_calls?: Partial<ToolCall>[] | null
  [key: string]: unknown
}

export interface ChunkChoice {
  index?: number
  delta?: Delta | null
  logprobs?: Logprobs | null
  finish_reason?: string | null
  [key: string]: unknown
}

/** One event of a stream, after `parseChunk` has looked at it. */
export interface ChatCompletionChunk {
  id?: OfficialChunk['id']
  model?: string
  created?: number
  choices: ChunkChoice[]
  usage?: Usage | null
  [key: string]: unknown
}

/**
 * One choice of a reply, folded from its chunks. Text is '' until some arrives. `extra` keeps what neither
 * the API reference nor Parley knows: lists joined, objects merged, strings of a delta joined, anything else the
 * newest. null and empty lists say nothing there and are left out, so that streamed and whole answers agree.
 */
export interface Choice {
  index: number
  role: string
  content: string
  refusal: string
  reasoning_content: string
  reasoning: string
  tool_calls: ToolCall[]
  logprobs: Logprobs | null
  finish_reason: string | null
  extra: Record<string, unknown>
}

/** A whole reply: every choice in the order of `index`. The same value whether it was streamed or not. */
export interface Reply {
  id: string | null
  model: string | null
  created: number | null
  choices: Choice[]
  /** More choices came than are taken; absent where all were. */
  choicesLeftOut?: true
  usage: Usage | null
  /** Unknown fields beside `choices` (`system_fingerprint`, `service_tier`, `timings`, …), the newest value of each. */
  extra: Record<string, unknown>
}
