import { isField } from '../links/startLink'
import { isObject } from '../protocol/isObject'
import { type Parameters, type Role, type ToolCall, roles } from '../protocol/wire'
import { FileFault } from './FileFault'
import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { knownFields } from './knownFields'
import { contentIn } from './readContent'
import { objectIn, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>

export const hasMessages = (json: Json) => Array.isArray(json['messages'])
export const isMessage = (value: unknown): value is Json =>
  isObject(value) && typeof value['role'] === 'string' && ('content' in value || 'tool_calls' in value)

/** What is known of messages besides: that they are a request's body, and what it was answered. */
interface Known {
  isBody?: boolean
  answer?: Json | undefined
}

/** Messages in the API's form: with the fields of a request beside them, or what somebody keeps with them. */
export function readMessages(json: Json, at: string, now: number, known: Known = {}): Found {
  const source = new SourceTree()
  const { messages, ...beside } = json
  if (!Array.isArray(messages)) throw new FileFault('unreadable', `${at}.messages`)
  messages.forEach((message: unknown, place) => {
    if (!isObject(message)) throw new FileFault('unreadable', `${at}.messages[${place}]`)
    source.follow([saidBy(message, source, `${at}.messages[${place}]`)])
  })
  const last = messages.length ? String(messages.length - 1) : null
  const { answer = {} } = known
  const choices = objectsIn(answer['choices'])
  for (const choice of choices) source.add(String(source.length), last, [saidIn(choice, answer, source)])
  // With a model and nothing that a request has not, it is one.
  const isBody =
    known.isBody ?? (textIn(beside['model']) !== undefined && !about.some((name) => name in beside))
  const parameters: Parameters = isBody ? beside : knownFields(beside)
  if (!isBody)
    source.leftBehind.others += Object.keys(beside).filter((name) => !isField(name) && !told.has(name)).length
  const facts = {
    id: textIn(beside['id']) ?? textIn(beside['conversation_id']),
    title: textIn(beside['title']) ?? textIn(beside['name']) ?? textIn(beside['topic']),
    created: timeIn(beside['created_at'] ?? beside['createdAt'] ?? beside['created']),
    updated: timeIn(beside['updated_at'] ?? beside['updatedAt'] ?? beside['updated']),
    parameters,
    isWhole: isBody,
    now,
  }
  return source.found('messages', facts, choices.length ? String(messages.length) : undefined)
}

/** A choice of an answer: one of the messages that follow the request. */
function saidIn(choice: Json, { model, usage }: Json, source: SourceTree): Said {
  const message = objectIn(choice['message'])
  const ending = textIn(choice['finish_reason'])
  return {
    ...saidBy({ ...message, role: 'assistant' }, source, ''),
    model: textIn(model),
    ...(ending && { finish_reason: ending }),
    ...(isObject(usage) && { usage }),
  }
}

const about = [
  'id',
  'conversation_id',
  'title',
  'topic',
  'created_at',
  'createdAt',
  'updated_at',
  'updatedAt',
]
const told = new Set([...about, 'name', 'created', 'updated'])

/** Roles as others name them. */
const others: Record<string, Role> = { human: 'user', ai: 'assistant', model: 'assistant', bot: 'assistant' }

const fields = new Set([
  'role',
  'content',
  'name',
  'refusal',
  'reasoning_content',
  'reasoning',
  'tool_calls',
  'tool_call_id',
  'function_call',
])

function saidBy(message: Json, source: SourceTree, at: string): Said {
  const name = String(message['role'])
  const role = roles.find((one) => one === name) ?? (Object.hasOwn(others, name) ? others[name] : undefined)
  if (role === undefined) throw new FileFault('unreadable', `${at}.role`)
  const texts = (['name', 'refusal', 'reasoning_content', 'reasoning', 'tool_call_id'] as const).flatMap(
    (field) => {
      const text = textIn(message[field])
      return text === undefined ? [] : [[field, text] as const]
    },
  )
  const calls = callsIn(message)
  // Nothing is lost of what the API does not have.
  const extra = Object.entries(message).filter(([field, value]) => !fields.has(field) && value !== null)
  return {
    role,
    content: contentIn(message['content'], source),
    ...Object.fromEntries(texts),
    ...(calls.length && { tool_calls: calls }),
    ...(extra.length && { extra: Object.fromEntries(extra) }),
  }
}

/** Calls, also in the API's old form, which had one and no id for it. */
function callsIn(message: Json): ToolCall[] {
  const old = message['function_call']
  const calls: readonly Json[] = isObject(old)
    ? [{ type: 'function', function: old }]
    : objectsIn(message['tool_calls'])
  return calls.map((call, index) => ({ ...call, index }))
}
