import { type Message, restingStatuses } from '../conversation/Message'
import { errorKinds } from '../protocol/ChatError'
import { isObject } from '../protocol/isObject'
import { roles } from '../protocol/wire'
import { FileFault } from './FileFault'
import * as is from './shapes'

const isPart = (value: unknown) =>
  isObject(value) && is.text(value['type']) && is.optional(is.text)(value['text'])
const isCall = (value: unknown) => isObject(value) && is.count(value['index'])
const isTokens = is.optional(is.orNull(is.listOf(isObject)))
const isLogprobs = (value: unknown) =>
  isObject(value) && isTokens(value['content']) && isTokens(value['refusal'])
const isError = (value: unknown) =>
  isObject(value) &&
  is.oneOf(errorKinds)(value['kind']) &&
  ['code', 'type', 'param', 'requestId', 'excerpt'].every((field) => is.optional(is.text)(value[field])) &&
  ['status', 'retryAfter', 'seconds'].every((field) => is.optional(is.number)(value[field])) &&
  is.text(value['message'])
const isRun = (value: unknown) =>
  isObject(value) &&
  is.name(value['id']) &&
  is.count(value['choice']) &&
  is.text(value['endpoint']) &&
  is.orNull(is.text)(value['model']) &&
  isObject(value['parameters']) &&
  is.time(value['started']) &&
  ['firstToken', 'ended'].every((field) => is.optional(is.time)(value[field])) &&
  is.optional(is.count)(value['choices']) &&
  is.optional(is.flag)(value['choicesLeftOut']) &&
  is.optional(is.text)(value['reply']) &&
  is.optional(isObject)(value['extra']) &&
  is.optional(isObject)(value['usage'])

const fields: Record<Exclude<keyof Message, 'conversation'>, (value: unknown) => boolean> = {
  id: is.name,
  parent: is.orNull(is.text),
  order: is.number,
  created: is.time,
  status: is.oneOf(restingStatuses),
  role: is.oneOf(roles),
  content: (value) => is.text(value) || is.listOf(isPart)(value),
  name: is.optional(is.text),
  refusal: is.optional(is.text),
  reasoning_content: is.optional(is.text),
  reasoning: is.optional(is.text),
  tool_calls: is.optional(is.listOf(isCall)),
  tool_call_id: is.optional(is.text),
  muted: is.optional(is.flag),
  prefilled: is.optional(is.count),
  logprobs: is.optional(isLogprobs),
  finish_reason: is.optional(is.text),
  extra: is.optional(isObject),
  error: is.optional(isError),
  run: is.optional(isRun),
}

/** Holds that a value is a message of a file, or says where it is not. */
export function checkMessage(value: unknown, at: string): asserts value is Message {
  if (!isObject(value)) throw new FileFault('unreadable', at)
  for (const [field, holds] of Object.entries(fields))
    if (!holds(Object.hasOwn(value, field) ? value[field] : undefined))
      throw new FileFault('unreadable', `${at}.${field}`)
}
