import { roles } from '../protocol/wire'
import { invalid } from './apiError'
import type { Turn } from './generation'
import { known, quoted, whole } from './readFields'

/** Reads the `messages` of a request into plain text, or throws the error that the API would answer. */
export function readMessages(messages: unknown): Turn[] {
  if (messages === undefined) {
    throw invalid("Missing required parameter: 'messages'.", 'messages', 'missing_required_parameter')
  }
  if (!Array.isArray(messages)) throw whole('messages', 'an array of objects', messages)
  if (messages.length === 0) {
    const message =
      "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an empty array instead."
    throw invalid(message, 'messages', 'empty_array')
  }
  const called = new Map<string, string>()
  return messages.map((message: unknown, index) => {
    const path = `messages[${index}]`
    const turn = readMessage(message, path)
    // Whatever is not an object has been refused.
    if (!known(message)) return turn
    for (const [id, name] of callsOf(message.tool_calls)) called.set(id, name)
    if (turn.role === 'function') return { ...turn, ...named(message.name) }
    if (turn.role !== 'tool') return turn
    if (typeof message.tool_call_id !== 'string') {
      const param = `${path}.tool_call_id`
      throw invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter')
    }
    return { ...turn, ...named(called.get(message.tool_call_id)) }
  })
}

const named = (name: unknown) => (typeof name === 'string' ? { tool: name } : {})

/** The name of each function that was called, by the id of its call. */
function callsOf(calls: unknown): [string, string][] {
  if (!Array.isArray(calls)) return []
  return calls.flatMap((call: unknown): [string, string][] => {
    if (!known(call) || typeof call.id !== 'string' || !known(call.function)) return []
    return typeof call.function.name === 'string' ? [[call.id, call.function.name]] : []
  })
}

function readMessage(message: unknown, path: string): Turn {
  if (!known(message)) throw whole(path, 'an object', message)
  const role = roles.find((known) => known === message.role)
  if (message.role === undefined) {
    throw invalid(`Missing required parameter: '${path}.role'.`, `${path}.role`, 'missing_required_parameter')
  }
  if (!role) {
    const values = roles.map((role) => `'${role}'`).join(', ')
    const text = `Invalid value: ${quoted(message.role)}. Supported values are: ${values}.`
    throw invalid(text, `${path}.role`, 'invalid_value')
  }
  return { role, text: readContent(message, role, `${path}.content`) }
}

function readContent(message: Record<string, unknown>, role: string, path: string): string {
  const { content } = message
  if (typeof content === 'string') return content
  if (Array.isArray(content)) {
    return content.map((part: unknown, index) => readPart(part, `${path}[${index}]`)).join('\n')
  }
  // An assistant that only called tools, or that refused, has no content.
  const empty = content === undefined || content === null
  if (empty && role === 'assistant') return typeof message.refusal === 'string' ? message.refusal : ''
  if (content === undefined) {
    throw invalid(`Missing required parameter: '${path}'.`, path, 'missing_required_parameter')
  }
  throw whole(path, 'one of a string or array of objects', content)
}

function readPart(part: unknown, path: string): string {
  if (!known(part)) throw whole(path, 'an object', part)
  if (part.type === 'refusal' && typeof part.refusal === 'string') return part.refusal
  if (part.type !== 'text') {
    const message = `Invalid content type. ${quoted(part.type)} is not supported by the built-in models, which read text only.`
    throw invalid(message, `${path}.type`, 'invalid_value')
  }
  if (typeof part.text !== 'string') throw whole(`${path}.text`, 'a string', part.text)
  return part.text
}
