import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Change, applyChange } from '../conversation/Change'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import {
  type Conversation,
  type Tree,
  chosenChild,
  siblingsOf,
  toTree,
  visiblePath,
} from '../conversation/Tree'
import { loadConversations, saveChange } from '../storage/conversations'
import { onNews, tellOtherTabs } from '../storage/otherTabs'
import { storageFailed } from './notices'

interface Conversations {
  /** Every conversation that is kept, without its messages; undefined until storage has answered. */
  list: Record<ConversationId, Conversation> | undefined
  /** Those that have been opened, whole. */
  trees: Record<ConversationId, Tree>
  /** Those that were asked for and are not there. */
  missing: Record<ConversationId, true>
}

const store = createStore<Conversations>()(() => ({ list: undefined, trees: {}, missing: {} }))

const noIds: readonly MessageId[] = []
const noMessages: readonly Message[] = []

export const useConversationList = () => useStore(store, ({ list }) => list)
export const useConversation = (id: ConversationId | null) =>
  useStore(store, ({ trees, list }) => (id === null ? undefined : (trees[id]?.conversation ?? list?.[id])))
export const useTree = (id: ConversationId | null) =>
  useStore(store, ({ trees }) => (id === null ? undefined : trees[id]))
export const usePath = (id: ConversationId | null) =>
  useStore(store, ({ trees }) => (id !== null && trees[id] ? visiblePath(trees[id]) : noMessages))
/** The role of the last message on the visible path; undefined if there is none. */
export const useConversationEnd = (id: ConversationId | null) =>
  useStore(store, ({ trees }) => (id !== null && trees[id] ? visiblePath(trees[id]).at(-1)?.role : undefined))
/** Whether a message's calls have been answered on the visible path. */
export const useHasToolResult = (id: ConversationId, message: MessageId) =>
  useStore(store, ({ trees }) => {
    const tree = trees[id]
    const next = tree && chosenChild(tree, message)
    return next !== undefined && tree?.messages.get(next)?.role === 'tool'
  })
export const useIsMissing = (id: ConversationId | null) =>
  useStore(store, ({ missing }) => id !== null && id in missing)

export const isMissing = (id: ConversationId) => id in store.getState().missing

export const useSiblings = (id: ConversationId, message: Message) =>
  useStore(store, ({ trees }) => (trees[id] ? siblingsOf(trees[id], message) : noIds))

export const treeOf = (id: ConversationId): Tree | undefined => store.getState().trees[id]
export const messageOf = (id: ConversationId, message: MessageId) => treeOf(id)?.messages.get(message)

/** Reads the list of conversations, once at the start. */
export async function libraryOpened(): Promise<void> {
  try {
    const kept = await loadConversations()
    store.setState(({ list }) => ({ list: { ...byId(kept), ...list } }))
  } catch (error) {
    store.setState(({ list }) => ({ list: list ?? {} }))
    storageFailed(error)
  }
}

const byId = (kept: Conversation[]) => Object.fromEntries(kept.map((one) => [one.id, one]))

/** There is none at this address, or it cannot be read. */
export const conversationMissed = (id: ConversationId) =>
  store.setState(({ missing }) => ({ missing: { ...missing, [id]: true } }))

/** A whole conversation comes into memory. */
export function opened(tree: Tree) {
  const { id } = tree.conversation
  store.setState(({ trees, list, missing: { [id]: _found, ...missing } }) => ({
    trees: { ...trees, [id]: tree },
    list: { ...list, [id]: tree.conversation },
    missing,
  }))
}

/** A conversation begins: it is in memory at once, and in storage with its first message. */
export const conversationBegun = (conversation: Conversation) =>
  opened({ conversation, messages: new Map(), children: new Map() })

type Listener = (id: ConversationId, change: Change) => void
const listeners = new Set<Listener>()

/** Hears of every change once it is in memory, whichever tab has made it, until the returned function is called. */
export function onChange(listen: Listener): () => void {
  listeners.add(listen)
  return () => void listeners.delete(listen)
}

/** A change comes into memory. */
function changed(id: ConversationId, change: Change) {
  store.setState(({ trees, list }) => ({
    ...(trees[id] && { trees: { ...trees, [id]: applyChange(trees[id], change) } }),
    ...(change.conversation && { list: { ...list, [id]: change.conversation } }),
  }))
  for (const listen of listeners) listen(id, change)
}

/** The one way in for a change: to the screen, to storage, and to the other tabs. */
export const commit = (id: ConversationId, change: Change): void => void commitWritten(id, change)

/** The same, for who has to know when it is written. Resolves then, or when it cannot be; never rejects. */
export function commitWritten(id: ConversationId, change: Change): Promise<void> {
  if (!change.conversation && !change.put.length && !change.removed.length) return Promise.resolve()
  changed(id, change)
  tellOtherTabs({ type: 'changed', id, change })
  return saveChange(change).catch(storageFailed)
}

/** Other facts about a conversation: its title, its endpoint, its parameters. */
export function conversationChanged(id: ConversationId, facts: Partial<Omit<Conversation, 'id'>>): void {
  const conversation = treeOf(id)?.conversation ?? store.getState().list?.[id]
  if (conversation) commit(id, { conversation: { ...conversation, ...facts }, put: [], removed: [] })
}

/** A conversation is no longer there: off the screen, out of the list. */
export function conversationGone(id: ConversationId) {
  store.setState(({ trees: { [id]: _tree, ...trees }, list: { [id]: _listed, ...list } = {}, missing }) => ({
    trees,
    list,
    missing: { ...missing, [id]: true },
  }))
}

onNews((news) => {
  if (news.type === 'changed') {
    changed(news.id, news.change)
    store.setState(({ missing: { [news.id]: _found, ...missing } }) => ({ missing }))
  }
  if (news.type === 'removed') conversationGone(news.id)
  if (news.type === 'restored') opened(toTree(news.conversation, news.messages))
})

/** The reader gives it a name of their own. Blank is none, and changes nothing. */
export function conversationRenamed(id: ConversationId, title: string): void {
  if (title) conversationChanged(id, { title, named: true })
}
