import type { Message, MessageId } from '../conversation/Message'
import { fitTitle } from '../conversation/fitTitle'
import { type Conversation, TOP, type Tree, toTree } from '../conversation/Tree'
import type { SharedConversation, SharedMessage } from './SharedConversation'

/** What a conversation that was given away needs from where it is opened. */
export interface Opening {
  newId: () => string
  now: number
  endpoint: string
}

/** The tree of a conversation that was given away, under fresh ids. */
export function openShared(shared: SharedConversation, { newId, now, endpoint }: Opening): Tree {
  const ids = shared.messages.map(() => newId())
  const title = fitTitle(shared.title)
  const conversation: Conversation = {
    id: newId(),
    title,
    named: title !== '',
    created: now,
    updated: now,
    endpoint,
    parameters: shared.parameters,
    ...(shared.extraBody && { extraBody: shared.extraBody }),
    chosen: chosenIn(shared, ids),
  }
  const messages = shared.messages.map((message, place) => ({
    ...openMessage(message, now, newId),
    id: ids[place]!,
    conversation: conversation.id,
    parent: message.parent === null ? null : ids[message.parent]!,
    order: place,
  }))
  return toTree(conversation, messages)
}

function chosenIn({ messages }: SharedConversation, ids: readonly MessageId[]): Record<MessageId, MessageId> {
  const turned = messages.flatMap(({ chosen, parent }, place) =>
    chosen ? [[parent === null ? TOP : ids[parent]!, ids[place]!] as const] : [],
  )
  return Object.fromEntries(turned)
}

function openMessage(
  { parent: _parent, chosen: _chosen, leftOut: _leftOut, error, run, ...message }: SharedMessage,
  now: number,
  newId: () => string,
): Omit<Message, 'id' | 'conversation' | 'parent' | 'order'> {
  return {
    ...message,
    created: now,
    ...(error && { error: { message: error.status ? `HTTP ${error.status}` : '', ...error } }),
    ...(run && { run: { ...run, id: newId(), choice: 0, endpoint: '', started: 0 } }),
  }
}
