import { isObject } from '../protocol/isObject'
import { type ContentPart, type Role, type ToolCall, roles } from '../protocol/wire'
import { type Written, writtenOf } from './written'

/** What is wrong with a value that should be a message: no object, or one of its fields. */
export type WrittenFault =
  | 'object'
  | 'role'
  | 'content'
  | 'name'
  | 'refusal'
  | 'tool_calls'
  | 'tool_call_id'
  | 'unknown'

const known = new Set(['role', 'content', 'name', 'refusal', 'tool_calls', 'tool_call_id'])

/** A message in the shape that the API takes, read back. */
export function readWritten(
  value: unknown,
): { ok: true; written: Written } | { ok: false; fault: WrittenFault } {
  const no = (fault: WrittenFault) => ({ ok: false, fault }) as const
  if (!isObject(value)) return no('object')
  const { role, content = null, name, refusal, tool_calls, tool_call_id } = value
  if (!isRole(role)) return no('role')
  if (content !== null && typeof content !== 'string' && !isParts(content)) return no('content')
  if (!isTextOrNone(name)) return no('name')
  if (!isTextOrNone(refusal)) return no('refusal')
  if (!isTextOrNone(tool_call_id)) return no('tool_call_id')
  if (tool_calls !== undefined && !isObjects(tool_calls)) return no('tool_calls')
  if (Object.keys(value).some((field) => !known.has(field))) return no('unknown')
  const calls = tool_calls?.map((call, index): ToolCall => ({ ...call, index }))
  const written = writtenOf({
    role,
    content: content ?? '',
    ...(name && { name }),
    ...(refusal && { refusal }),
    ...(calls && { tool_calls: calls }),
    ...(tool_call_id && { tool_call_id }),
  })
  return { ok: true, written }
}

const isRole = (value: unknown): value is Role => roles.some((role) => role === value)
const isTextOrNone = (value: unknown): value is string | null | undefined =>
  value === undefined || value === null || typeof value === 'string'
const isObjects = (value: unknown): value is Record<string, unknown>[] =>
  Array.isArray(value) && value.every(isObject)
const isParts = (value: unknown): value is ContentPart[] =>
  isObjects(value) &&
  value.every(
    ({ type, text }) => typeof type === 'string' && (text === undefined || typeof text === 'string'),
  )
