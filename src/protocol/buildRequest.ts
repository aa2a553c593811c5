import { isObject } from './isObject'
import type { JsonObject, Parameters, RequestBody, RequestMessage } from './wire'

/**
 * The body of `POST /chat/completions`: the model, the messages, then every parameter that somebody has set, in the
 * order in which they were set. What is undefined is not sent; null is. An empty model is not sent either, because
 * servers with a single model take any name but that. `extraBody` goes in last and may replace anything.
 *
 * All text is made well-formed: half a surrogate pair would be written as `\ud83d`, which llama.cpp answers with 500.
 * Source: https://platform.openai.com/docs/api-reference/chat/create
 */
export function buildRequest({
  parameters,
  messages,
  extraBody = {},
}: {
  parameters: Parameters
  messages: readonly RequestMessage[]
  extraBody?: JsonObject | undefined
}): RequestBody {
  const { model, messages: _, ...rest } = parameters
  const named = typeof model === 'string' && model.trim() !== '' ? { model } : {}
  const body: RequestBody = { ...named, messages: [...messages], ...rest, ...extraBody }
  return wellFormed(body)
}

function wellFormed<Value>(value: Value): Value
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map((item: unknown) => wellFormed(item))
  if (!isObject(value)) return value
  const set = Object.entries(value).filter(([, field]) => field !== undefined)
  return Object.fromEntries(set.map(([name, field]) => [name.toWellFormed(), wellFormed(field)]))
}
