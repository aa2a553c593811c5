import type { Change } from '../conversation/Change'
import { type ConversationId, isLive } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { database } from './database'
import { joinLogprobs, piecesOf } from './progress'

/** Every conversation without its messages, in no order. */
export const loadConversations = async (): Promise<Conversation[]> =>
  (await database()).getAll('conversations')

/** A conversation with all its messages, or undefined if there is none of that id. */
export async function loadTree(id: ConversationId): Promise<Tree | undefined> {
  const transaction = (await database()).transaction(['conversations', 'messages', 'logprobs'])
  const [conversation, messages] = await Promise.all([
    transaction.objectStore('conversations').get(id),
    transaction.objectStore('messages').index('conversation').getAll(id),
  ])
  if (!conversation) return undefined
  const pieces = transaction.objectStore('logprobs')
  const whole = messages.map(async (message) => {
    const kept = isLive(message) ? await pieces.getAll(piecesOf(message.id)) : []
    return kept.length ? { ...message, logprobs: joinLogprobs(kept) } : message
  })
  return toTree(conversation, await Promise.all(whole))
}

/** Writes a change in one transaction: all of it or nothing. Rejects with the browser's error (a full disk, …). */
export async function saveChange({ conversation, put, removed }: Change): Promise<void> {
  const transaction = (await database()).transaction(['conversations', 'messages', 'logprobs'], 'readwrite')
  const conversations = transaction.objectStore('conversations')
  const messages = transaction.objectStore('messages')
  const pieces = transaction.objectStore('logprobs')
  const writes: Promise<unknown>[] = []
  try {
    if (conversation) writes.push(conversations.put(conversation))
    for (const message of put) writes.push(messages.put(message))
    for (const id of removed) writes.push(messages.delete(id))
    // Who is at rest has them whole, or none.
    const rested = put.filter((message) => message.run && !isLive(message)).map(({ id }) => id)
    for (const id of [...rested, ...removed]) writes.push(pieces.delete(piecesOf(id)))
  } catch (error) {
    // What cannot be cloned throws before it becomes a request, and the browser would go on and write the rest.
    transaction.abort()
    await Promise.allSettled([...writes, transaction.done])
    throw error
  }
  await Promise.all([...writes, transaction.done])
}

/** Removes a conversation with all its messages, and its drafts: their places begin with its id. */
export async function removeConversation(id: ConversationId): Promise<void> {
  const stores = ['conversations', 'messages', 'drafts', 'logprobs'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  const messages = transaction.objectStore('messages')
  const pieces = transaction.objectStore('logprobs')
  const keys = await messages.index('conversation').getAllKeys(id)
  await Promise.all([
    transaction.objectStore('conversations').delete(id),
    transaction.objectStore('drafts').delete(IDBKeyRange.bound(id, `${id} \uffff`)),
    ...keys.flatMap((key) => [messages.delete(key), pieces.delete(piecesOf(key))]),
    transaction.done,
  ])
}
