import { useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { onNews } from '../storage/otherTabs'

/** A run that this tab is receiving. */
export interface ActiveRun {
  id: string
  /** Hangs up. What came stays. */
  stop: AbortController
  /** Settles when the last word is in the tree. */
  ended: Promise<void>
}

interface Runs {
  active: Record<ConversationId, ActiveRun>
  /** Conversations whose draft is to be sent as soon as their run is finished. */
  queued: Record<ConversationId, true>
}

const runs = createStore<Runs>()(() => ({ active: {}, queued: {} }))

/** Messages as far as they have come, by id: newer than the tree while a run writes them. */
const live = createStore<Record<MessageId, Message>>()(() => ({}))

export const useIsRunning = (id: ConversationId | null) =>
  useStore(runs, ({ active }) => id !== null && id in active)
export const useIsQueued = (id: ConversationId | null) =>
  useStore(runs, ({ queued }) => id !== null && id in queued)

const never = () => () => {}

/**
 * The newest state of a live message, or undefined while it waits for its first word. With null nobody listens:
 * a long thread's settled messages cost nothing while the last one grows.
 */
export const useLiveMessage = (id: MessageId | null): Message | undefined =>
  useSyncExternalStore(id === null ? never : live.subscribe, () =>
    id === null ? undefined : live.getState()[id],
  )

export const activeRun = (id: ConversationId): ActiveRun | undefined => runs.getState().active[id]
export const isQueued = (id: ConversationId) => id in runs.getState().queued
export const runEnded = (id: ConversationId): Promise<void> => activeRun(id)?.ended ?? Promise.resolve()

export const runStarted = (id: ConversationId, run: ActiveRun) =>
  runs.setState(({ active }) => ({ active: { ...active, [id]: run } }))

export const runFinished = (id: ConversationId) =>
  runs.setState(({ active: { [id]: _over, ...active } }) => ({ active }))

export const draftQueued = (id: ConversationId) =>
  runs.setState(({ queued }) => ({ queued: { ...queued, [id]: true } }))

export const queueCleared = (id: ConversationId) =>
  runs.setState(({ queued: { [id]: _over, ...queued } }) => ({ queued }))

/** Live messages have come further. */
export const liveMessagesGrew = (messages: readonly Message[]) =>
  live.setState(Object.fromEntries(messages.map((message) => [message.id, message])))

/** They are in the tree now, as they will stay. */
export const liveMessagesSettled = (ids: readonly MessageId[]) =>
  live.setState((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))), true)

onNews((news) => {
  if (news.type === 'progress') liveMessagesGrew(news.live)
  if (news.type === 'changed') liveMessagesSettled(news.change.put.map(({ id }) => id))
})
