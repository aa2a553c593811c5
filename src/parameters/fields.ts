import { numberRanges } from '../protocol/numberRanges'
import type { OfficialRequest } from '../protocol/wire'

/** What a field takes, and with that the control which fits it. */
export type Field =
  /** Stands at the top of the panel, with a row of its own making. */
  | { control: 'top' }
  | { control: 'number'; min: number; max?: number; step: number; start: number; slider?: boolean }
  | { control: 'boolean' }
  /** One of a few. */
  | { control: 'choice'; values: readonly string[] }
  /** A word: one of those that are known, or any other. */
  | { control: 'word'; values: readonly string[] }
  | { control: 'text'; most?: number }
  /** Some of a few, in a list. */
  | { control: 'some'; values: readonly string[] }
  /** A list of texts. */
  | { control: 'texts'; most: number }
  | { control: 'pairs'; kind: PairKind }
  /** An object with a few known members. */
  | { control: 'members'; members: Readonly<Record<string, 'boolean' | readonly string[]>> }
  | { control: 'prediction' }
  | { control: 'tool_choice' }
  | { control: 'json'; shape: 'object' | 'list'; template: string }

/** What stands in the pairs of an object: texts, or numbers by the id of a token. */
export type PairKind =
  | { of: 'texts'; most: number; longestKey: number; longestValue: number }
  | { of: 'numbers'; min: number; max: number }

export interface LeftOut {
  /** Why there is no control for it. */
  leftOut: string
}

const functionTool = `[
  {
    "type": "function",
    "function": {
      "name": "get_weather",
      "description": "The weather in a city.",
      "parameters": {
        "type": "object",
        "properties": { "city": { "type": "string" } },
        "required": ["city"]
      }
    }
  }
]`

const place = `{
  "search_context_size": "medium",
  "user_location": {
    "type": "approximate",
    "approximate": { "country": "DE", "city": "Berlin" }
  }
}`

const moderation = `{
  "model": "omni-moderation-latest",
  "policy": { "input": { "mode": "score" }, "output": { "mode": "score" } }
}`

/**
 * Every field of a request but the messages, by the official types: a field that they gain and this table lacks does
 * not compile. The order is that of the rows.
 */
export const fields = {
  model: { control: 'top' },
  max_tokens: { control: 'top' },
  temperature: { control: 'top' },
  top_p: { control: 'top' },
  n: { control: 'top' },
  stream: { control: 'top' },
  response_format: { control: 'top' },
  stop: { control: 'texts', most: 4 },
  seed: { control: 'number', ...numberRanges.seed, step: 1, start: 1 },
  presence_penalty: {
    control: 'number',
    ...numberRanges.presence_penalty,
    step: 0.01,
    start: 0,
    slider: true,
  },
  frequency_penalty: {
    control: 'number',
    ...numberRanges.frequency_penalty,
    step: 0.01,
    start: 0,
    slider: true,
  },
  logit_bias: { control: 'pairs', kind: { of: 'numbers', min: -100, max: 100 } },
  logprobs: { control: 'boolean' },
  top_logprobs: { control: 'number', ...numberRanges.top_logprobs, step: 1, start: 5, slider: true },
  max_completion_tokens: { control: 'number', ...numberRanges.max_completion_tokens, step: 1, start: 512 },
  reasoning_effort: {
    control: 'word',
    values: ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'],
  },
  verbosity: { control: 'choice', values: ['low', 'medium', 'high'] },
  tools: { control: 'json', shape: 'list', template: functionTool },
  tool_choice: { control: 'tool_choice' },
  parallel_tool_calls: { control: 'boolean' },
  stream_options: {
    control: 'members',
    members: { include_usage: 'boolean', include_obfuscation: 'boolean' },
  },
  service_tier: { control: 'word', values: ['auto', 'default', 'flex', 'scale', 'priority'] },
  store: { control: 'boolean' },
  metadata: { control: 'pairs', kind: { of: 'texts', most: 16, longestKey: 64, longestValue: 512 } },
  modalities: { control: 'some', values: ['text', 'audio'] },
  audio: {
    control: 'members',
    members: {
      format: ['wav', 'aac', 'mp3', 'flac', 'opus', 'pcm16'],
      voice: [
        'alloy',
        'ash',
        'ballad',
        'cedar',
        'coral',
        'echo',
        'fable',
        'marin',
        'nova',
        'onyx',
        'sage',
        'shimmer',
        'verse',
      ],
    },
  },
  prediction: { control: 'prediction' },
  web_search_options: { control: 'json', shape: 'object', template: place },
  user: { control: 'text' },
  safety_identifier: { control: 'text', most: 64 },
  prompt_cache_key: { control: 'text' },
  prompt_cache_options: {
    control: 'members',
    members: { mode: ['implicit', 'explicit'], ttl: ['30m'] },
  },
  prompt_cache_retention: { control: 'choice', values: ['in_memory', '24h'] },
  moderation: { control: 'json', shape: 'object', template: moderation },
  functions: { leftOut: 'Deprecated: tools has taken its place. It can be sent in the extra body.' },
  function_call: {
    leftOut: 'Deprecated: tool_choice has taken its place. It can be sent in the extra body.',
  },
} as const satisfies Record<Exclude<keyof OfficialRequest, 'messages'>, Field | LeftOut>

type Names<Wanted> = {
  [Name in keyof typeof fields]: (typeof fields)[Name] extends Wanted ? Name : never
}[keyof typeof fields]

export type TopField = Names<{ control: 'top' }>
export type FieldName = Exclude<keyof typeof fields, Names<LeftOut> | TopField>

const entries = Object.entries<Field | LeftOut>(fields)

/** Whether a field has a row below those at the top. */
export const isListed = (name: string): name is FieldName =>
  entries.some(([known, field]) => known === name && 'control' in field && field.control !== 'top')

/** The names of those fields, in the order of their rows. */
export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isListed)

/** Whether a field has a control of its own; any other one that is set is shown as JSON. */
export const isOffered = (name: string): boolean =>
  entries.some(([known, field]) => known === name && 'control' in field)
