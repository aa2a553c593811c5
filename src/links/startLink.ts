import { type NumberRange, numberRanges } from '../protocol/numberRanges'
import { deepestValue, isDeep } from '../protocol/isDeep'
import { isObject } from '../protocol/isObject'
import { readJson } from '../protocol/readJson'
import type { OfficialRequest, Parameters } from '../protocol/wire'

/** What stands in a link that begins a conversation, behind `#/new?`. */
export interface StartLink {
  system?: string
  prompt?: string
  /** An address somebody suggests; it has not been looked at, and is never used by itself. */
  endpoint?: string
  /** Fields of the request, each of a kind that it takes. */
  parameters: Parameters
  /** Names that are no field, and fields whose value is not of their kind. */
  unknown: string[]
  bad: string[]
  /** Numbers that are too small or too large for their fields, with what those take. */
  outside: Outside[]
}

export interface Outside extends NumberRange {
  name: string
}

type Kind = 'text' | 'number' | 'whole' | 'boolean' | 'object' | 'list' | 'any'

/** The kind of value that each field takes, by the official types: a field that they gain does not compile without one. */
const kinds: Record<Exclude<keyof OfficialRequest, 'messages'>, Kind> = {
  model: 'text',
  max_tokens: 'whole',
  max_completion_tokens: 'whole',
  temperature: 'number',
  top_p: 'number',
  n: 'whole',
  stream: 'boolean',
  response_format: 'object',
  stop: 'any',
  seed: 'whole',
  presence_penalty: 'number',
  frequency_penalty: 'number',
  logit_bias: 'object',
  logprobs: 'boolean',
  top_logprobs: 'whole',
  reasoning_effort: 'text',
  verbosity: 'text',
  tools: 'list',
  tool_choice: 'any',
  parallel_tool_calls: 'boolean',
  stream_options: 'object',
  service_tier: 'text',
  store: 'boolean',
  metadata: 'object',
  modalities: 'list',
  audio: 'object',
  prediction: 'object',
  web_search_options: 'object',
  user: 'text',
  safety_identifier: 'text',
  prompt_cache_key: 'text',
  prompt_cache_options: 'object',
  prompt_cache_retention: 'text',
  moderation: 'object',
  functions: 'list',
  function_call: 'any',
}

/** Longer values than anybody types, which a browser would still take. */
const longest = 500_000

/**
 * Reads what stands behind `#/new?`, for an endpoint that gives up to `choices` choices. Where a name stands twice, the last
 * one counts.
 */
export function readStartLink(query: string, choices: number): StartLink {
  const link: StartLink = { parameters: {}, unknown: [], bad: [], outside: [] }
  const ranges: Record<string, NumberRange> = { ...numberRanges, n: { ...numberRanges.n, max: choices } }
  for (const [name, value] of new Map(new URLSearchParams(query))) {
    const text = value.slice(0, longest)
    if (name === 'system' || name === 'prompt' || name === 'endpoint') link[name] = text
    else if (!isField(name)) link.unknown.push(name)
    else {
      const read = readValue(kinds[name], text)
      const range = typeof read === 'number' ? ranges[name] : undefined
      if (read === undefined) link.bad.push(name)
      else if (range && !isWithin(range, Number(read))) link.outside.push({ name, ...range })
      else link.parameters = { ...link.parameters, [name]: read }
    }
  }
  return link
}

const isWithin = ({ min, max = Infinity }: NumberRange, value: number) => value >= min && value <= max

/** Whether the API knows a request field of this name. */
export const isField = (name: string): name is keyof typeof kinds => Object.hasOwn(kinds, name)

/** A value as its field takes it; undefined if it is none. */
function readValue(kind: Kind, text: string): unknown {
  if (kind === 'text') return text.trim() === '' ? undefined : text
  // What nobody could send had better not be filled in, not even in part.
  if (isDeep(text, deepestValue)) return undefined
  const value = readJson(text)
  if (kind === 'any') return value ?? text
  if (kind === 'whole') return Number.isSafeInteger(value) ? value : undefined
  if (kind === 'list') return Array.isArray(value) ? value : undefined
  if (kind === 'object') return isObject(value) ? value : undefined
  return typeof value === kind ? value : undefined
}
