import { ChatError } from '../protocol/ChatError'
import { isObject, type Unknowns } from '../protocol/isObject'
import { readBytes, readText } from '../protocol/readBytes'
import { readErrorObject } from '../protocol/readErrorObject'
import { readErrorResponse } from '../protocol/readErrorResponse'
import { readJson } from '../protocol/readJson'
import { excerptOf } from '../protocol/redact'
import { looksLikePage, summarisePage } from '../protocol/summarisePage'
import type { Endpoint } from './endpoint'
import { send, withoutSecrets } from './send'

/** A model as its server describes it; unknown fields are kept. */
export interface ModelInfo {
  /** To be sent as `model`, exactly as it came. */
  id: string
  owned_by?: string
  /** Tokens of prompt and answer together, by whichever name the server gives it. */
  context_length?: number
  [key: string]: unknown
}

/**
 * The models of an endpoint, in natural order. A list is no proof that the key works: llama.cpp gives it to anyone.
 *
 * @throws ChatError `unreachable`, `rejected`, `stalled`, `cut-off`, or `garbled` for another shape; the signal's own reason when
 *   it was aborted
 */
export async function listModels({
  endpoint,
  key,
  signal,
  stallMs,
}: {
  endpoint: Endpoint
  key?: string | null | undefined
  signal?: AbortSignal | undefined
  /** Milliseconds without a byte, also before the first. */
  stallMs?: number | undefined
}): Promise<ModelInfo[]> {
  const call = new AbortController()
  const hangUp = () => call.abort()
  signal?.throwIfAborted()
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    const response = await send({ endpoint, key, path: '/models', signal: call.signal, stallMs })
    if (response?.ok === false) throw await readErrorResponse(response, { signal: call.signal, stallMs })
    const body = response?.body
    const text = body ? await readText(readBytes(body, { signal: call.signal, stallMs })) : ''
    signal?.throwIfAborted()
    return readModels(text)
  } catch (error) {
    signal?.throwIfAborted()
    throw withoutSecrets(error, { endpoint, key })
  } finally {
    signal?.removeEventListener('abort', hangUp)
    hangUp()
  }
}

/**
 * The models in the body of an answer: `{data: [{id}]}`, as the API has it; a bare list (Together); `{models: [{name}]}` (Ollama); also
 * lists of names.
 *
 * @throws ChatError for another shape
 */
export function readModels(text: string): ModelInfo[] {
  const json = readJson(text)
  const error = readErrorObject(json)
  const list = Array.isArray(json) ? json : isObject(json) ? (json.data ?? json.models) : undefined
  if (error !== null && !Array.isArray(list)) throw error
  if (!Array.isArray(list)) {
    const said = looksLikePage(text) ? summarisePage(text) : ''
    const words =
      said === ''
        ? 'The server sent no list of models.'
        : `The server sent a page, not a list of models: ${said}`
    throw new ChatError('garbled', words, { excerpt: excerptOf(text) })
  }
  const models = new Map(list.flatMap(toModel).map((model) => [model.id, model]))
  return [...models.values()].toSorted((a, b) => natural.compare(a.id, b.id))
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function toModel(item: unknown): ModelInfo[] {
  if (typeof item === 'string') return item === '' ? [] : [{ id: item }]
  if (!isObject(item)) return []
  const id = [item.id, item.model, item.name].find((name) => typeof name === 'string' && name !== '')
  if (typeof id !== 'string') return []
  const { owned_by, context_length: _, ...rest } = item
  const context_length = contextLength(item)
  return [
    {
      ...rest,
      id,
      ...(typeof owned_by === 'string' && { owned_by }),
      ...(context_length !== undefined && { context_length }),
    },
  ]
}

const contextNames = [
  'context_length',
  'max_model_len',
  'context_window',
  'max_context_length',
  'max_input_tokens',
  'n_ctx',
  'n_ctx_train',
]

function contextLength(item: Unknowns): number | undefined {
  for (const place of [item, item.meta, item.top_provider, item.limits]) {
    if (!isObject(place)) continue
    const length = contextNames
      .map((name) => place[name])
      .find((value) => typeof value === 'number' && value > 0)
    if (typeof length === 'number') return length
  }
  return undefined
}
