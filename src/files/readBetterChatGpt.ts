import { isObject } from '../protocol/isObject'
import type { Found } from './Found'
import { SourceTree } from './SourceTree'
import { knownFields } from './knownFields'
import { contentIn } from './readContent'
import { objectIn, objectsIn, textIn } from './values'

type Json = Record<string, unknown>

export const isBetterChatGpt = (json: Json) => Array.isArray(json['messages']) && isObject(json['config'])

/** A chat of BetterChatGPT: a list of messages in the API's form, and what they are sent with. */
export function readBetterChatGpt(json: Json, now: number): Found {
  const source = new SourceTree()
  for (const message of objectsIn(json['messages'])) {
    const { role } = message
    const content = contentIn(message['content'], source)
    if (role === 'system' || role === 'assistant') source.follow([{ role, content }])
    else source.follow([{ role: 'user', content }])
  }
  return source.found('betterchatgpt', {
    id: textIn(json['id']),
    title: textIn(json['title']),
    created: undefined,
    updated: undefined,
    parameters: knownFields(objectIn(json['config'])),
    now,
  })
}
