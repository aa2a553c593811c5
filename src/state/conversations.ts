import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Change, applyChange } from '../conversation/Change'
import type { Base } from '../conversation/merge'
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
  /** Every conversation that is known, without its messages. */
  list: Record<ConversationId, Conversation>
  /** Whether storage has answered: all that are kept are in the list. */
  isRead: boolean
  /** Those that have been opened, whole. */
  trees: Record<ConversationId, Tree>
  /** Those that were asked for and are not there. */
  missing: Record<ConversationId, true>
}

export const held = createStore<Conversations>()(() => ({
  list: {},
  isRead: false,
  trees: {},
  missing: {},
}))

const noIds: readonly MessageId[] = []
const noMessages: readonly Message[] = []

/** Every conversation; undefined until storage has answered. */
export const useConversationList = () => useStore(held, ({ list, isRead }) => (isRead ? list : undefined))
export const useConversation = (id: ConversationId | null) =>
  useStore(held, ({ trees, list }) => (id === null ? undefined : (trees[id]?.conversation ?? list[id])))
/** One fact of a conversation: who asks for it renders nothing when others change. */
export const useFactOf = <Name extends keyof Conversation>(id: ConversationId | null, name: Name) =>
  useStore(held, ({ trees, list }) =>
    id === null ? undefined : (trees[id]?.conversation ?? list[id])?.[name],
  )
export const useTree = (id: ConversationId | null) =>
  useStore(held, ({ trees }) => (id === null ? undefined : trees[id]))
export const usePath = (id: ConversationId | null) =>
  useStore(held, ({ trees }) => (id !== null && trees[id] ? visiblePath(trees[id]) : noMessages))
/** The role of the last message on the visible path; undefined if there is none. */
export const useConversationEnd = (id: ConversationId | null) =>
  useStore(held, ({ trees }) => (id !== null && trees[id] ? visiblePath(trees[id]).at(-1)?.role : undefined))
/** Whether a message's calls have been answered on the visible path. */
export const useHasToolResult = (id: ConversationId, message: MessageId) =>
  useStore(held, ({ trees }) => {
    const tree = trees[id]
    const next = tree && chosenChild(tree, message)
    return next !== undefined && tree?.messages.get(next)?.role === 'tool'
  })
export const useIsMissing = (id: ConversationId | null) =>
  useStore(held, ({ missing }) => id !== null && id in missing)

export const isMissing = (id: ConversationId) => id in held.getState().missing

export const useSiblings = (id: ConversationId, message: Message) =>
  useStore(held, ({ trees }) => (trees[id] ? siblingsOf(trees[id], message) : noIds))

export const treeOf = (id: ConversationId): Tree | undefined => held.getState().trees[id]
/** What is known of a conversation, whether it has been opened or not. */
export const conversationOf = (id: ConversationId): Conversation | undefined =>
  treeOf(id)?.conversation ?? held.getState().list[id]
export const messageOf = (id: ConversationId, message: MessageId) => treeOf(id)?.messages.get(message)

/** Reads the list of conversations, once at the start. */
export async function libraryOpened(): Promise<void> {
  try {
    const kept = await loadConversations()
    held.setState(({ list, missing }) => ({
      // What was removed or changed while it was read counts.
      list: { ...byId(kept.filter(({ id }) => !(id in missing))), ...list },
      isRead: true,
    }))
  } catch (error) {
    held.setState({ isRead: true })
    storageFailed(error)
  }
}

const byId = (kept: readonly Conversation[]) => Object.fromEntries(kept.map((one) => [one.id, one]))

/** There is none at this address, or it cannot be read. */
export const conversationMissed = (id: ConversationId) =>
  held.setState(({ missing }) => ({ missing: { ...missing, [id]: true } }))

/** Whole conversations come into memory. */
export function opened(...fresh: readonly Tree[]) {
  held.setState((all) => {
    const [trees, list, missing] = [{ ...all.trees }, { ...all.list }, { ...all.missing }]
    for (const tree of fresh) {
      const { id } = tree.conversation
      trees[id] = tree
      list[id] = tree.conversation
      delete missing[id]
    }
    return { trees, list, missing }
  })
}

/** Whole conversations are kept from now on, and stand in the list; they come into memory when they are opened. */
export function arrived(trees: readonly Tree[]): void {
  const conversations = trees.map(({ conversation }) => conversation)
  listed(conversations)
  tellOtherTabs({ type: 'arrived', conversations })
  for (const { conversation, messages } of trees)
    for (const listen of listeners)
      listen(conversation.id, { conversation, put: [...messages.values()], removed: [] })
}

function listed(conversations: readonly Conversation[]) {
  held.setState((all) => {
    const missing = { ...all.missing }
    for (const { id } of conversations) delete missing[id]
    return { list: { ...all.list, ...byId(conversations) }, missing }
  })
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

/** Those who listen hear of a change that is in memory. */
export function changeTold(id: ConversationId, change: Change): void {
  for (const listen of listeners) listen(id, change)
}

/** A change comes into memory. */
function changed(id: ConversationId, change: Change) {
  held.setState(({ trees, list }) => ({
    ...(trees[id] && { trees: { ...trees, [id]: applyChange(trees[id], change) } }),
    ...(change.conversation && { list: { ...list, [id]: change.conversation } }),
  }))
  changeTold(id, change)
}

/** The one way in for a change: to the screen, to storage, and to the other tabs. */
export const commit = (id: ConversationId, change: Change): void => void commitWritten(id, change)

/** The same, for who has to know when it is written. Resolves then, or when it cannot be; never rejects. */
export function commitWritten(id: ConversationId, change: Change): Promise<void> {
  if (!change.conversation && !change.put.length && !change.removed.length) return Promise.resolve()
  const base = baseOf(id, change)
  changed(id, change)
  tellOtherTabs({ type: 'changed', id, change, base })
  return saveChange(change, base).catch((error: unknown) => changeNotKept(id, change, error))
}

/** What a change stands on, as it is in this tab. */
function baseOf(id: ConversationId, change: Change): Base {
  const tree = treeOf(id)
  const known = [...change.put.map((message) => message.id), ...change.removed]
  const conversation = conversationOf(id)
  return {
    ...(conversation && { conversation }),
    put: known.flatMap((message) => tree?.messages.get(message) ?? []),
  }
}

/** It stays on screen, is said to be unsaved, and is tried again. */
export const changeNotKept = (id: ConversationId, change: Change, error: unknown): Promise<void> =>
  import('./unsaved').then(
    (unsaved) => unsaved.changeNotKept(id, change, error),
    () => storageFailed(error),
  )

/** Other facts about a conversation: its title, its endpoint, its parameters. */
export function conversationChanged(id: ConversationId, facts: Partial<Omit<Conversation, 'id'>>): void {
  const conversation = conversationOf(id)
  if (conversation) commit(id, { conversation: { ...conversation, ...facts }, put: [], removed: [] })
}

/** Conversations are no longer there: off the screen, out of the list. */
export function conversationsGone(ids: readonly ConversationId[]) {
  held.setState((all) => {
    const [trees, list, missing] = [{ ...all.trees }, { ...all.list }, { ...all.missing }]
    for (const id of ids) {
      delete trees[id]
      delete list[id]
      missing[id] = true
    }
    return { trees, list, missing }
  })
}

/** Comes with the database. A change that another tab tells sooner is taken as it is. */
let heard = (_id: ConversationId, change: Change, _base: Base): Change => change
import('./heardChange').then(
  (loaded) => (heard = loaded.heardChange),
  () => undefined,
)

onNews((news) => {
  if (news.type === 'changed') {
    const { id, change, base = { put: [] } } = news
    changed(id, heard(id, change, base))
    held.setState(({ missing: { [news.id]: _found, ...missing } }) => ({ missing }))
  }
  if (news.type === 'refiled') void import('./refiled').then(({ refiled }) => refiled(news.refilings))
  if (news.type === 'arrived') listed(news.conversations)
  if (news.type === 'removed') conversationsGone(news.ids)
  if (news.type === 'restored')
    opened(...news.kept.map(({ conversation, messages }) => toTree(conversation, messages)))
})
