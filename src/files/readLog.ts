import { isObject } from '../protocol/isObject'
import type { Found } from './Found'
import { isMessage } from './readMessages'
import { readRequest } from './readRequest'
import { objectIn, textIn } from './values'

type Json = Record<string, unknown>

/**
 * Where programs that log requests keep the body: OpenAI's batches (`body`), LiteLLM (`proxy_server_request.body`,
 * `additional_args.complete_input_dict`), Helicone (`request_body`, `request.body`), llama.cpp's and others' `request`.
 */
const bodies = [
  'request.body',
  'request',
  'request_body',
  'requestBody',
  'proxy_server_request.body',
  'additional_args.complete_input_dict',
  'body',
  'input.body',
  'input',
  'payload',
  'data.request.body',
  'data.request',
]
const answers = [
  'response.body',
  'response',
  'response_body',
  'responseBody',
  'original_response',
  'output.body',
  'output',
  'completion',
  'data.response.body',
  'data.response',
]

/** A line of a log that holds a request, and mostly what was answered. */
export const isLog = (json: Json): boolean => bodyIn(json) !== undefined

export function readLog(json: Json, at: string, now: number): Found {
  const url =
    textIn(objectIn(json['proxy_server_request'])['url']) ?? textIn(objectIn(json['request'])['url'])
  return readRequest(bodyIn(json), {
    source: 'log',
    now,
    at,
    request: { url, secrets: [] },
    answer: answers.map((path) => objectAt(json, path)).find(isAnswer) ?? (isAnswer(json) ? json : undefined),
  })
}

function bodyIn(json: Json): Json | undefined {
  const own = bodies.map((path) => objectAt(json, path)).find((value) => value && hasMessages(value))
  if (own) return own
  if (!hasMessages(json)) return undefined
  // Some write the fields beside their own: OpenAI with the choices, LiteLLM under `model_parameters`.
  const settings = json['model_parameters'] ?? json['optional_params']
  const isRecord = isAnswer(json) || answers.some((path) => isAnswer(objectAt(json, path)))
  if (!isRecord && !isObject(settings)) return undefined
  const { model, messages } = json
  return { ...(model !== undefined && { model }), messages, ...objectIn(settings) }
}

const hasMessages = ({ messages }: Json) => Array.isArray(messages) && messages.some(isMessage)
const isAnswer = (value: Json | undefined): value is Json =>
  value !== undefined && Array.isArray(value['choices']) && value['choices'].length > 0

/** What stands there, also as JSON in a text. */
function objectAt(json: Json, path: string): Json | undefined {
  let value: unknown = json
  for (const name of path.split('.')) value = isObject(value) ? parsed(value[name]) : undefined
  return isObject(value) ? value : undefined
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*\{/.test(value)) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}
