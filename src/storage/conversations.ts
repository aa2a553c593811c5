import type { Change } from '../conversation/Change'
import type { ConversationId, Message } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { database } from './database'

/** Every conversation without its messages, in no order. */
export const loadConversations = async (): Promise<Conversation[]> =>
  (await database()).getAll('conversations')

/** A conversation with all its messages, or undefined if there is none of that id. */
export async function loadTree(id: ConversationId): Promise<Tree | undefined> {
  const transaction = (await database()).transaction(['conversations', 'messages'])
  const [conversation, messages] = await Promise.all([
    transaction.objectStore('conversations').get(id),
    transaction.objectStore('messages').index('conversation').getAll(id),
  ])
  return conversation && toTree(conversation, messages)
}

/** Writes a change in one transaction: all of it or nothing. Rejects with the browser's error (a full disk, …). */
export async function saveChange({ conversation, put, removed }: Change): Promise<void> {
  const transaction = (await database()).transaction(['conversations', 'messages'], 'readwrite')
  const conversations = transaction.objectStore('conversations')
  const messages = transaction.objectStore('messages')
  const writes: Promise<unknown>[] = []
  try {
    if (conversation) writes.push(conversations.put(conversation))
    for (const message of put) writes.push(messages.put(message))
    for (const id of removed) writes.push(messages.delete(id))
  } catch (error) {
    // What cannot be cloned throws before it becomes a request, and the browser would go on and write the rest.
    transaction.abort()
    await Promise.allSettled([...writes, transaction.done])
    throw error
  }
  await Promise.all([...writes, transaction.done])
}

/**
 * Writes how far live messages have come. A message that was removed meanwhile, here or in another tab, is not
 * brought back.
 */
export async function saveProgress(live: readonly Message[]): Promise<void> {
  const transaction = (await database()).transaction('messages', 'readwrite')
  await Promise.all([
    ...live.map(async (message) => {
      if (await transaction.store.getKey(message.id)) await transaction.store.put(message)
    }),
    transaction.done,
  ])
}

/** Removes a conversation with all its messages, and its draft. */
export async function removeConversation(id: ConversationId): Promise<void> {
  const transaction = (await database()).transaction(['conversations', 'messages', 'drafts'], 'readwrite')
  const messages = transaction.objectStore('messages')
  const keys = await messages.index('conversation').getAllKeys(id)
  await Promise.all([
    transaction.objectStore('conversations').delete(id),
    transaction.objectStore('drafts').delete(id),
    ...keys.map((key) => messages.delete(key)),
    transaction.done,
  ])
}
