import type { IDBPTransaction } from 'idb'
import type { Change } from '../conversation/Change'
import { withFiling } from '../conversation/filing'
import { type Base, mergeChange } from '../conversation/merge'
import { type Refiling, refile } from '../conversation/refile'
import { type ConversationId, type Message, type MessageId, isLive } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { nextTask } from '../protocol/nextTask'
import type { Database, Schema } from './database'
import { keyRanges } from './keyRanges'
import { joinLogprobs, piecesOf } from './progress'
import { readable } from './readable'
import { isConversation, isMessage } from './shapes'
import { isUnkept } from './unkept'

export { loadDrafts, saveDraft } from './draftRecords'
export { openDatabase } from './openDatabase'

/** So many records are read at once: the browser unpacks them in one go, in which nobody can type. */
const slice = 1000
/** So many records are written anew at once: a page can answer in between. */
const rewritten = 200
/** So many conversations are read whole at once. */
const together = 50

/** Every conversation without its messages, those that have rested longest first. */
export async function loadConversations(database: Database): Promise<Conversation[]> {
  const { store } = database.transaction('conversations')
  const all: Conversation[] = []
  // Also what has a number for its id is seen, and counted.
  for (let last: IDBValidKey = -Infinity, more = true; more;) {
    const some: Conversation[] = await store.getAll(IDBKeyRange.lowerBound(last, true), slice)
    all.push(...readable(some, isConversation).map(withFiling))
    last = some.at(-1)?.id ?? last
    more = some.length === slice
  }
  return all.toSorted((one, other) => one.updated - other.updated)
}

const treeStores = ['conversations', 'messages', 'logprobs'] as const

/** A conversation with all its messages, or undefined if there is none of that id. */
export async function loadTree(database: Database, id: ConversationId): Promise<Tree | undefined> {
  const [tree] = await treesIn(database.transaction(treeStores), IDBKeyRange.only(id))
  return tree
}

/** Many conversations with all their messages, in the order of their ids, without those that are not there. */
export async function loadTrees(database: Database, ids: readonly ConversationId[]): Promise<Tree[]> {
  const transaction = database.transaction(treeStores)
  const all = await transaction.objectStore('conversations').getAllKeys()
  const ranges = keyRanges(all, new Set(ids), together)
  return (await Promise.all(ranges.map((range) => treesIn(transaction, range)))).flat()
}

async function treesIn(
  transaction: IDBPTransaction<Schema, typeof treeStores>,
  range: IDBKeyRange,
): Promise<Tree[]> {
  const [conversations, messages] = await Promise.all([
    transaction.objectStore('conversations').getAll(range),
    transaction.objectStore('messages').index('conversation').getAll(range),
  ])
  const heads = readable(conversations, isConversation)
  if (!heads.length) return []
  const pieces = transaction.objectStore('logprobs')
  const withPieces = async (message: Message): Promise<[MessageId, Message]> => {
    const kept = await pieces.getAll(piecesOf(message.id))
    return [message.id, kept.length ? { ...message, logprobs: joinLogprobs(kept) } : message]
  }
  const live = new Map(await Promise.all(messages.filter(isLive).filter(isMessage).map(withPieces)))
  // To read ten thousand messages and to look at them are two tasks, between which somebody may type.
  await nextTask()
  const all = readable(messages, isMessage)
  const homes = new Map(heads.map(({ id }): [ConversationId, Message[]] => [id, []]))
  for (const message of all) homes.get(message.conversation)?.push(live.get(message.id) ?? message)
  return heads.map((head) => toTree(withFiling(head), homes.get(head.id) ?? []))
}

/**
 * Writes a change in one transaction: all of it or nothing. With `base`, what it stood on, of records that are there only
 * those fields that it alters: another tab may have written the others. Rejects with the browser's error (a full disk, …).
 */
export async function saveChange(database: Database, change: Change, base?: Base): Promise<void> {
  if (isUnkept(change.conversation?.id ?? change.put[0]?.conversation ?? '')) return
  // What somebody has written or received whole must be there after a power cut too.
  const transaction = database.transaction(['conversations', 'messages', 'logprobs'], 'readwrite', {
    durability: 'strict',
  })
  const conversations = transaction.objectStore('conversations')
  const messages = transaction.objectStore('messages')
  const pieces = transaction.objectStore('logprobs')
  const writes: Promise<unknown>[] = []
  try {
    const { conversation, put, removed } = base ? await asItCounts(change, base, transaction) : change
    if (conversation) writes.push(conversations.put(conversation))
    for (const message of put) writes.push(messages.put(message))
    for (const id of removed) writes.push(messages.delete(id))
    // Who is at rest has them whole, or none.
    const rested = put.filter((message) => message.run && !isLive(message)).map(({ id }) => id)
    for (const id of [...rested, ...removed]) writes.push(pieces.delete(piecesOf(id)))
  } catch (error) {
    // What cannot be cloned throws before it becomes a request, and the browser would go on and write the rest.
    try {
      transaction.abort()
    } catch {
      // It has come to its end by itself.
    }
    await Promise.allSettled([...writes, transaction.done])
    throw error
  }
  await Promise.all([...writes, transaction.done])
}

async function asItCounts(
  change: Change,
  base: Base,
  transaction: IDBPTransaction<Schema, ('conversations' | 'messages' | 'logprobs')[], 'readwrite'>,
): Promise<Change> {
  const id = change.conversation?.id
  const [conversation, ...messages] = await Promise.all([
    id === undefined ? undefined : transaction.objectStore('conversations').get(id),
    ...base.put.map((message) => transaction.objectStore('messages').get(message.id)),
  ])
  const known = new Map(messages.flatMap((message) => (message ? [[message.id, message]] : [])))
  return mergeChange(change, base, { conversation, messageOf: (wanted) => known.get(wanted) })
}

/**
 * Writes other facts into records as they are now: what another tab has just written besides stays. A conversation
 * that is not kept (yet, or any more) is left alone.
 */
export async function saveRefilings(
  database: Database,
  refilings: ReadonlyMap<ConversationId, Refiling>,
): Promise<void> {
  const transaction = database.transaction('conversations', 'readwrite')
  const ranges = keyRanges(await transaction.store.getAllKeys(), new Set(refilings.keys()), rewritten)
  const writes = ranges.map(async (range) => {
    const some = await transaction.store.getAll(range)
    const altered = some.flatMap((kept) => {
      const refiling = refilings.get(kept.id)
      return refiling ? [refile(kept, refiling)] : []
    })
    await Promise.all(altered.map((conversation) => transaction.store.put(conversation)))
  })
  await Promise.all([...writes, transaction.done])
}

/**
 * Removes conversations with all their messages, the records of their requests, and their drafts: the places of those begin
 * with their ids. What stands together is removed at once: one by one would take as many requests as there are messages.
 */
export async function removeConversations(database: Database, ids: readonly ConversationId[]): Promise<void> {
  const stores = [...treeStores, 'drafts', 'flights'] as const
  const transaction = database.transaction(stores, 'readwrite')
  const conversations = transaction.objectStore('conversations')
  const messages = transaction.objectStore('messages')
  const drafts = transaction.objectStore('drafts')
  const pieces = transaction.objectStore('logprobs')
  const flights = transaction.objectStore('flights')
  const gone = new Set(ids)
  const [all, written, received, withMessages, withFlights] = await Promise.all([
    conversations.getAllKeys(),
    drafts.getAllKeys(),
    // Only what is live has some, which is next to nothing.
    pieces.getAllKeys(),
    namedIn(messages.index('conversation'), ids),
    namedIn(flights.index('conversation'), ids),
  ])
  const rangesIn = (named: readonly ConversationId[]) => keyRanges(named, gone, together)
  const [keys, recorded] = await Promise.all([
    Promise.all(rangesIn(withMessages).map((range) => messages.index('conversation').getAllKeys(range))),
    Promise.all(rangesIn(withFlights).map((range) => flights.index('conversation').getAllKeys(range))),
  ])
  const own = new Set(keys.flat())
  const words = own.size > together ? keyRanges(await messages.getAllKeys(), own) : [...own]
  await Promise.all([
    ...keyRanges(all, gone).map((range) => conversations.delete(range)),
    ...words.map((key) => messages.delete(key)),
    ...recorded.flat().map((key) => flights.delete(key)),
    ...written.flatMap((place) => (gone.has(place.split(' ')[0]!) ? [drafts.delete(place)] : [])),
    ...received.flatMap((key) => (own.has(key[0]) ? [pieces.delete(key)] : [])),
    transaction.done,
  ])
}

/**
 * The conversations that records name, among and between those that are asked for: there may be messages whose conversation
 * is not there, or cannot be read, and a range must not reach over them.
 */
async function namedIn(
  index: {
    openKeyCursor: (range: IDBKeyRange, direction: 'nextunique') => Promise<NamedCursor | null>
  },
  ids: readonly ConversationId[],
): Promise<ConversationId[]> {
  if (!ids.length) return []
  const sorted = ids.toSorted()
  const named: ConversationId[] = []
  const range = IDBKeyRange.bound(sorted[0], sorted.at(-1))
  let cursor = await index.openKeyCursor(range, 'nextunique')
  while (cursor) {
    named.push(cursor.key)
    // oxlint-disable-next-line no-await-in-loop -- a cursor goes step by step
    cursor = await cursor.continue()
  }
  return named
}

interface NamedCursor {
  key: ConversationId
  continue: () => Promise<NamedCursor | null>
}

/** Writes whole conversations, all of them or none. */
export async function saveWhole(
  database: Database,
  whole: readonly { conversation: Conversation; messages: readonly Message[] }[],
): Promise<void> {
  const transaction = database.transaction(['conversations', 'messages'], 'readwrite')
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
