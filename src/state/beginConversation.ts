import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { commit, conversationBegun, treeOf } from './conversations'
import { nextConversation, nextForgotten } from './nextConversation'
import { temporaryBegun } from './beTemporary'
import { isTemporary } from './temporary'

/** Begins a conversation with what is set for the next one, or with other settings, and returns its id. */
export function beginConversation({
  system = '',
  ...facts
}: Partial<Pick<Conversation, 'endpoint' | 'parameters' | 'title' | 'named'>> & {
  system?: string
} = {}): ConversationId {
  const id = newId()
  const created = Date.now()
  const { endpoint, parameters, extraBody } = nextConversation()
  if (isTemporary(null)) temporaryBegun(id)
  conversationBegun({
    id,
    title: '',
    named: false,
    created,
    updated: created,
    endpoint,
    parameters,
    chosen: {},
    // Whoever brings parameters of their own means those, and nothing besides.
    ...(!facts.parameters && extraBody && { extraBody }),
    ...facts,
  })
  if (!facts.parameters) nextForgotten()
  if (system.trim())
    commit(id, append(treeOf(id)!, null, { role: 'system', content: system }, { id: newId(), created }))
  return id
}
