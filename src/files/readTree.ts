import { type Filing, withFiling } from '../conversation/filing'
import { fitTitle } from '../conversation/fitTitle'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { isObject } from '../protocol/isObject'
import { FileFault } from './FileFault'
import { checkMessage } from './checkMessage'
import * as is from './shapes'

/** A conversation of Parley's own, out of JSON that may come from anywhere. Unknown fields stay where they are. */
export function readTree(filed: Record<string, unknown>, at: string): Tree {
  const { messages, ...facts } = filed
  const conversation = { named: true, endpoint: '', parameters: {}, chosen: {}, ...facts }
  checkConversation(conversation, at)
  if (!Array.isArray(messages)) throw new FileFault('unreadable', `${at}.messages`)
  const known = new Set<string>()
  const records = messages.map((message: unknown, place) => {
    const here = `${at}.messages[${place}]`
    const record = isObject(message) ? { status: 'done', ...message } : message
    checkMessage(record, here)
    // Two of the same id: one of them would be lost.
    if (known.has(record.id)) throw new FileFault('unreadable', `${here}.id`)
    known.add(record.id)
    return { ...record, conversation: conversation.id }
  })
  // Where it was put is no reason to refuse it.
  return toTree(withFiling({ ...conversation, title: fitTitle(conversation.title) }), records)
}

function checkConversation(
  value: Record<string, unknown>,
  at: string,
): asserts value is typeof value & Conversation {
  const isRight: Record<Exclude<keyof Conversation, keyof Filing>, (value: unknown) => boolean> = {
    id: is.name,
    title: is.text,
    named: is.flag,
    created: is.time,
    updated: is.time,
    endpoint: is.text,
    parameters: isObject,
    extraBody: is.optional(isObject),
    chosen: is.texts,
  }
  for (const [field, holds] of Object.entries(isRight))
    if (!holds(Object.hasOwn(value, field) ? value[field] : undefined))
      throw new FileFault('unreadable', `${at}.${field}`)
}
