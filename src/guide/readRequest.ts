import type { ChatRequest } from './generation'
import { ApiError, invalid } from './apiError'
import { decimal, flag, integer, known, quoted, whole } from './readFields'
import { readMessages } from './readMessages'
import { readSchema, type Schema } from './readSchema'
import { readTools } from './readTools'

const models = new Set(['guide', 'babble'])

/** Fields of the API that a search program and a table of word sequences cannot honour. */
const unsupported = new Set(['functions', 'function_call', 'reasoning_effort', 'audio', 'web_search_options'])

/** Fields that the API reads and that change nothing in the words of an answer. */
const withoutEffect = new Set([
  'user',
  'metadata',
  'store',
  'service_tier',
  'safety_identifier',
  'prompt_cache_key',
  'prompt_cache_options',
  'prompt_cache_retention',
  'prediction',
  'verbosity',
  'modalities',
])

const used = new Set([
  'model',
  'messages',
  'n',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'top_p',
  'presence_penalty',
  'frequency_penalty',
  'logit_bias',
  'seed',
  'stop',
  'logprobs',
  'top_logprobs',
  'response_format',
  'tools',
  'tool_choice',
  'parallel_tool_calls',
  'stream',
  'stream_options',
])

/** Reads a request body, or throws the error that the API would answer. `seed` serves where none was sent. */
export function readRequest(body: unknown, seed: number): ChatRequest {
  if (!known(body)) {
    throw invalid('We could not parse the JSON body of your request: a JSON object was expected.')
  }
  const sent = Object.entries(body).filter(([, value]) => value !== null && value !== undefined)
  for (const [field] of sent) {
    if (unsupported.has(field)) {
      const message = `Unsupported parameter: '${field}' is not supported with the built-in models.`
      throw invalid(message, field, 'unsupported_parameter')
    }
    if (!used.has(field) && !withoutEffect.has(field)) {
      throw invalid(`Unrecognized request argument supplied: ${field}`)
    }
  }
  const fields = Object.fromEntries(sent)
  const model = readModel(fields.model)
  if (model === 'babble' && fields.tools !== undefined) {
    const message =
      "Unsupported parameter: 'tools' is not supported with babble. Of the built-in models, guide can call tools."
    throw invalid(message, 'tools', 'unsupported_parameter')
  }
  const messages = readMessages(fields.messages)
  const last = messages.at(-1)
  const { json, schema } = readFormat(fields.response_format)
  if (json && !messages.some(({ text }) => /json/i.test(text))) {
    const message =
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'."
    throw invalid(message, 'messages')
  }
  const stream = flag(fields, 'stream')
  return {
    model,
    messages,
    prefill: last?.role === 'assistant' ? last.text : '',
    json,
    schema,
    tools: readTools(fields),
    stream,
    n: integer(fields, 'n', 1, 16) ?? 1,
    max_tokens: readLimit(fields),
    temperature: decimal(fields, 'temperature', 0, 2) ?? 1,
    top_p: decimal(fields, 'top_p', 0, 1) ?? 1,
    presence_penalty: decimal(fields, 'presence_penalty', -2, 2) ?? 0,
    frequency_penalty: decimal(fields, 'frequency_penalty', -2, 2) ?? 0,
    logit_bias: readBias(fields.logit_bias),
    seed: integer(fields, 'seed', Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) ?? seed,
    stop: readStop(fields.stop),
    include_usage: readStreamOptions(fields.stream_options, stream),
    ...readLogprobs(fields),
  }
}

function readModel(model: unknown): string {
  if (model === undefined) throw invalid('you must provide a model parameter')
  if (typeof model !== 'string') throw whole('model', 'a string', model)
  if (models.has(model)) return model
  const message = `The model '${model}' does not exist here. The built-in models are 'guide' and 'babble'.`
  throw new ApiError(404, message, 'model', 'model_not_found')
}

function readFormat(format: unknown): { json: boolean; schema: Schema | null } {
  if (format === undefined) return { json: false, schema: null }
  if (!known(format)) throw whole('response_format', 'an object', format)
  if (format.type === undefined) throw missing('response_format.type')
  if (format.type === 'json_schema') return { json: false, schema: readJsonSchema(format.json_schema) }
  if (format.type === 'json_object' || format.type === 'text') {
    return { json: format.type === 'json_object', schema: null }
  }
  const message = `Invalid value: ${quoted(format.type)}. Supported values are: 'json_object', 'json_schema' and 'text'.`
  throw invalid(message, 'response_format.type', 'invalid_value')
}

const missing = (path: string) =>
  invalid(`Missing required parameter: '${path}'.`, path, 'missing_required_parameter')

function readJsonSchema(described: unknown): Schema {
  const path = 'response_format.json_schema'
  if (described === undefined) throw missing(path)
  if (!known(described)) throw whole(path, 'an object', described)
  if (described.name === undefined) throw missing(`${path}.name`)
  if (typeof described.name !== 'string') throw whole(`${path}.name`, 'a string', described.name)
  if (described.schema === undefined) throw missing(`${path}.schema`)
  return readSchema(described.schema, described.name)
}

function readLimit(fields: Record<string, unknown>): number {
  const limit = integer(fields, 'max_tokens', 1)
  const completion = integer(fields, 'max_completion_tokens', 1)
  if (limit !== undefined && completion !== undefined) {
    const message = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported."
    throw invalid(message, 'max_tokens', 'invalid_parameter_combination')
  }
  return completion ?? limit ?? Infinity
}

function readBias(bias: unknown): Map<number, number> {
  if (bias === undefined) return new Map()
  if (!known(bias)) throw whole('logit_bias', 'an object', bias)
  return new Map(
    Object.entries(bias).map(([id, value]) => {
      if (!/^\d+$/.test(id)) {
        throw invalid(
          `Invalid key in 'logit_bias': ${id}. You should only be submitting token ids.`,
          'logit_bias',
        )
      }
      return [Number(id), decimal({ [`logit_bias.${id}`]: value }, `logit_bias.${id}`, -100, 100) ?? 0]
    }),
  )
}

function readStop(stop: unknown): string[] {
  if (stop === undefined) return []
  const sequences: unknown[] = Array.isArray(stop) ? stop : [stop]
  if (sequences.length > 4) {
    const got = `but got an array with length ${sequences.length} instead.`
    const message = `Invalid 'stop': array too long. Expected an array with maximum length 4, ${got}`
    throw invalid(message, 'stop', 'array_above_max_length')
  }
  return sequences
    .map((sequence, index) => {
      if (typeof sequence === 'string') return sequence
      throw Array.isArray(stop)
        ? whole(`stop[${index}]`, 'a string', sequence)
        : whole('stop', 'one of an array of strings or string', sequence)
    })
    .filter((sequence) => sequence !== '')
}

function readStreamOptions(options: unknown, stream: boolean): boolean {
  if (options === undefined) return false
  if (!stream) {
    throw invalid(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      'stream_options',
    )
  }
  if (!known(options)) throw whole('stream_options', 'an object', options)
  return flag(options, 'include_usage', 'stream_options.')
}

function readLogprobs(fields: Record<string, unknown>) {
  const logprobs = flag(fields, 'logprobs')
  const top_logprobs = integer(fields, 'top_logprobs', 0, 20)
  if (top_logprobs !== undefined && !logprobs) {
    throw invalid("The 'top_logprobs' parameter is only allowed when 'logprobs' is enabled.", 'top_logprobs')
  }
  return { logprobs, top_logprobs: top_logprobs ?? 0 }
}
