import { isObject } from '../protocol/isObject'
import type { Parameters } from '../protocol/wire'
import type { Found } from './Found'
import { type Said, SourceTree } from './SourceTree'
import { knownFields } from './knownFields'
import { contentIn } from './readContent'
import { objectIn, objectsIn, textIn, timeIn } from './values'

type Json = Record<string, unknown>

const store = 'chat-next-web-store'

/** A backup of NextChat: its sessions; what stands beside them, keys among it, is left alone. */
export const isNextChatBackup = (json: Json) => isObject(json[store])
export const nextChatSessions = (json: Json): readonly unknown[] =>
  objectsIn(objectIn(json[store])['sessions'])

export const isNextChat = (json: Json) => Array.isArray(json['messages']) && isObject(json['mask'])

/** A session of NextChat. What its mask says before stands above its messages. */
export function readNextChat(json: Json, now: number): Found {
  const source = new SourceTree()
  const mask = objectIn(json['mask'])
  for (const message of [...objectsIn(mask['context']), ...objectsIn(json['messages'])])
    source.follow(saidBy(message, source), timeIn(message['date']), textIn(message['id']))
  return source.found('nextchat', {
    id: textIn(json['id']),
    title: textIn(json['topic']),
    created: undefined,
    updated: timeIn(json['lastUpdate']),
    parameters: parametersOf(objectIn(mask['modelConfig'])),
    now,
  })
}

function parametersOf(config: Json): Parameters {
  const { model, temperature, top_p, max_tokens, presence_penalty, frequency_penalty } = config
  return knownFields({ model, temperature, top_p, max_tokens, presence_penalty, frequency_penalty })
}

function saidBy(message: Json, source: SourceTree): Said[] {
  const { role } = message
  const content = contentIn(message['content'], source)
  if (role === 'system' || role === 'user') return content.length ? [{ role, content }] : []
  const isBroken = message['isError'] === true
  // Its tools' calls and results are in one piece, without what the model said between them.
  source.leftBehind.others += objectsIn(message['tools']).length
  if (!content.length) return []
  return [
    {
      role: 'assistant',
      content,
      model: textIn(message['model']),
      ...(isBroken && { status: 'stopped' as const }),
    },
  ]
}
