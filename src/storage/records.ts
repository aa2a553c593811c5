import type { Change } from '../conversation/Change'
import { withFiling } from '../conversation/filing'
import { type Refiling, refile } from '../conversation/refile'
import { type ConversationId, type Message, isLive } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { database } from './database'
import { joinLogprobs, piecesOf } from './progress'
import { readable } from './readable'
import { isConversation, isMessage } from './shapes'
import { isUnkept } from './unkept'

export { openDatabase } from './openDatabase'

/** So many records are read at once: the browser unpacks them in one go, in which nobody can type. */
const slice = 1000

/** Every conversation without its messages, in no order. */
export async function loadConversations(): Promise<Conversation[]> {
  const { store } = (await database()).transaction('conversations')
  const all: Conversation[] = []
  for (let last = '', more = true; more;) {
    const some: Conversation[] = await store.getAll(IDBKeyRange.lowerBound(last, true), slice)
    all.push(...readable(some, isConversation).map(withFiling))
    last = some.at(-1)?.id ?? last
    more = some.length === slice
  }
  return all
}

/** A conversation with all its messages, or undefined if there is none of that id. */
export async function loadTree(id: ConversationId): Promise<Tree | undefined> {
  const transaction = (await database()).transaction(['conversations', 'messages', 'logprobs'])
  const [conversation, messages] = await Promise.all([
    transaction.objectStore('conversations').get(id),
    transaction.objectStore('messages').index('conversation').getAll(id),
  ])
  if (!conversation || !readable([conversation], isConversation).length) return undefined
  const pieces = transaction.objectStore('logprobs')
  const whole = readable(messages, isMessage).map(async (message) => {
    const kept = isLive(message) ? await pieces.getAll(piecesOf(message.id)) : []
    return kept.length ? { ...message, logprobs: joinLogprobs(kept) } : message
  })
  return toTree(withFiling(conversation), await Promise.all(whole))
}

/** Writes a change in one transaction: all of it or nothing. Rejects with the browser's error (a full disk, …). */
export async function saveChange({ conversation, put, removed }: Change): Promise<void> {
  if (isUnkept(conversation?.id ?? put[0]?.conversation ?? '')) return
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

/**
 * Writes other facts into records as they are now: what another tab has just written besides stays. A conversation
 * that is not kept (yet, or any more) is left alone.
 */
export async function saveRefilings(refilings: ReadonlyMap<ConversationId, Refiling>): Promise<void> {
  const transaction = (await database()).transaction('conversations', 'readwrite')
  const writes = [...refilings].map(async ([id, refiling]) => {
    const kept = await transaction.store.get(id)
    if (kept) await transaction.store.put(refile(kept, refiling))
  })
  await Promise.all([...writes, transaction.done])
}

/** Removes conversations with all their messages, and their drafts: the places of those begin with their ids. */
export async function removeConversations(ids: readonly ConversationId[]): Promise<void> {
  const stores = ['conversations', 'messages', 'drafts', 'logprobs'] as const
  const transaction = (await database()).transaction(stores, 'readwrite')
  const messages = transaction.objectStore('messages')
  const pieces = transaction.objectStore('logprobs')
  // Only what is live has some, which is next to nothing: to look once costs less than to ask for each message.
  const kept = pieces.getAllKeys()
  const removals = ids.map(async (id) => {
    const keys = await messages.index('conversation').getAllKeys(id)
    const own = new Set(keys)
    await Promise.all([
      transaction.objectStore('conversations').delete(id),
      transaction.objectStore('drafts').delete(IDBKeyRange.bound(id, `${id} \uffff`)),
      ...keys.map((key) => messages.delete(key)),
      ...(await kept).flatMap((key) => (own.has(key[0]) ? [pieces.delete(key)] : [])),
    ])
  })
  await Promise.all([...removals, transaction.done])
}

/** Writes whole conversations, all of them or none. */
export async function saveWhole(
  whole: readonly { conversation: Conversation; messages: readonly Message[] }[],
): Promise<void> {
  const transaction = (await database()).transaction(['conversations', 'messages'], 'readwrite')
  await Promise.all([
    ...whole
      .filter(({ conversation }) => !isUnkept(conversation.id))
      .flatMap(({ conversation, messages }) => [
        transaction.objectStore('conversations').put(conversation),
        ...messages.map((message) => transaction.objectStore('messages').put(message)),
      ]),
    transaction.done,
  ])
}
