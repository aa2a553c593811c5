import type { Message } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { isObject } from '../protocol/isObject'

const hasAll = (record: Record<string, unknown>, kind: string, ...names: string[]) =>
  names.every((name) => typeof record[name] === kind)
const isAbsentOr = (value: unknown, is: (value: unknown) => boolean) => value === undefined || is(value)
const isText = (value: unknown) => typeof value === 'string'
const isListOf = (value: unknown) => Array.isArray(value) && value.every(isObject)

export const isConversation = (record: unknown): record is Conversation =>
  isObject(record) &&
  hasAll(record, 'string', 'id', 'title', 'endpoint') &&
  hasAll(record, 'number', 'created', 'updated') &&
  isObject(record['parameters']) &&
  isObject(record['chosen']) &&
  isAbsentOr(record['extraBody'], isObject) &&
  isAbsentOr(record['folder'], isText) &&
  isAbsentOr(record['tags'], (tags) => Array.isArray(tags) && tags.every(isText))

export const isMessage = (record: unknown): record is Message =>
  isObject(record) &&
  hasAll(record, 'string', 'id', 'conversation', 'role', 'status') &&
  hasAll(record, 'number', 'order', 'created') &&
  (record['parent'] === null || typeof record['parent'] === 'string') &&
  (typeof record['content'] === 'string' || isListOf(record['content'])) &&
  isAbsentOr(record['tool_calls'], isListOf) &&
  ['run', 'error', 'logprobs', 'extra'].every((name) => isAbsentOr(record[name], isObject))
