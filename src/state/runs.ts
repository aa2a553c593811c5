import { useMemo, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type ConversationId, type Message, type MessageId, isLive, textOf } from '../conversation/Message'
import type { Role } from '../protocol/wire'
import { onNews } from '../storage/otherTabs'

/** A run that this tab is receiving. */
export interface ActiveRun {
  id: string
  /** Hangs up. What came stays. */
  stop: AbortController
  /** Settles when the last word is in the tree. */
  ended: Promise<void>
}

/** In whose name a draft speaks, and whether a reply is asked for. */
export interface Sending {
  role?: Role
  /** Only adds the message to the thread. */
  quietly?: boolean
}

interface Runs {
  active: Record<ConversationId, ActiveRun>
  /** Conversations whose draft is to be sent as soon as their run is finished. */
  queued: Record<ConversationId, Sending>
}

const runs = createStore<Runs>()(() => ({ active: {}, queued: {} }))

/** Messages as far as they have come, by id: newer than the tree while a run writes them. */
const live = createStore<Record<MessageId, Message>>()(() => ({}))

export const useIsRunning = (id: ConversationId | null) =>
  useStore(runs, ({ active }) => id !== null && id in active)
/** Whether any conversation gets a reply in this tab. */
export const useIsAnyRunning = () => useStore(runs, ({ active }) => Object.keys(active).length > 0)
export const useIsQueued = (id: ConversationId | null) =>
  useStore(runs, ({ queued }) => id !== null && id in queued)

const never = () => () => {}

/**
 * A message as it is now: newer than the tree has it while a run writes it. To a settled one nobody listens: those of a
 * long thread cost nothing while the last one grows.
 */
export function useLiveMessage(message: Message): Message {
  const isGrowing = isLive(message)
  const newest = useSyncExternalStore(isGrowing ? live.subscribe : never, () =>
    isGrowing ? live.getState()[message.id] : undefined,
  )
  return newest ?? message
}

export const activeRun = (id: ConversationId): ActiveRun | undefined => runs.getState().active[id]
/** Hangs up on the run of a conversation, if there is one. What came stays. */
export const stopRun = (id: ConversationId) => activeRun(id)?.stop.abort()
/** How the queued draft of a conversation is to be sent; undefined if there is none. */
export const queuedSending = (id: ConversationId): Sending | undefined => runs.getState().queued[id]
export const runEnded = (id: ConversationId): Promise<void> => activeRun(id)?.ended ?? Promise.resolve()

export const runStarted = (id: ConversationId, run: ActiveRun) =>
  runs.setState(({ active }) => ({ active: { ...active, [id]: run } }))

export const runFinished = (id: ConversationId) =>
  runs.setState(({ active: { [id]: _over, ...active } }) => ({ active }))

export const draftQueued = (id: ConversationId, sending: Sending) =>
  runs.setState(({ queued }) => ({ queued: { ...queued, [id]: sending } }))

export const queueCleared = (id: ConversationId) =>
  runs.setState(({ queued: { [id]: _over, ...queued } }) => ({ queued }))

/**
 * Live messages have come further. Their texts are told to those who follow them; the messages themselves only
 * change when something else about them has, so that a growing text renders nothing but itself.
 */
export function liveMessagesGrew(messages: readonly Message[]): void {
  const known = live.getState()
  const changed = messages.filter((message) => !isSameButText(known[message.id], message))
  for (const message of messages) liveTexts.set(message.id, textOf(message))
  if (changed.length) live.setState(Object.fromEntries(changed.map((message) => [message.id, message])))
  for (const { id } of messages) tellText(id, false)
}

/** No more will come: whoever follows a text shows it as it will stay. */
export function liveTextsEnded(messages: readonly Message[]): void {
  for (const message of messages) {
    liveTexts.set(message.id, textOf(message))
    tellText(message.id, true)
  }
}

/** They are in the tree now, as they will stay. */
export function liveMessagesSettled(ids: readonly MessageId[]): void {
  for (const id of ids) liveTexts.delete(id)
  if (ids.some((id) => id in live.getState()))
    live.setState((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !ids.includes(id))), true)
}

const liveTexts = new Map<MessageId, string>()
/** A live message as far as this tab knows it: storage may be a moment behind, and tabs do not tell logprobs. */
export function asFarAsKnown(kept: Message): Message {
  const text = liveTexts.get(kept.id) ?? ''
  if (text.length <= textOf(kept).length) return kept
  const { parent, order, logprobs } = kept
  return { ...kept, ...live.getState()[kept.id], parent, order, ...(logprobs && { logprobs }), content: text }
}

const followers = new Map<MessageId, Set<(whole: boolean) => void>>()

function tellText(id: MessageId, whole: boolean) {
  for (const tell of followers.get(id) ?? []) tell(whole)
}

/**
 * The growing text of a live message: to be read at any time, and followed without React. What another tab is receiving
 * is as it was `kept`, until that tab tells more of it.
 */
export function liveTextOf(id: MessageId, kept: string) {
  return {
    read: () => liveTexts.get(id) ?? kept,
    subscribe: (listen: (whole: boolean) => void): (() => void) => {
      const all = followers.get(id) ?? new Set()
      followers.set(id, all.add(listen))
      return () => {
        all.delete(listen)
        if (!all.size) followers.delete(id)
      }
    },
  }
}

/** The growing text of a live message for what has to render each of its states. */
export function useLiveText(id: MessageId, kept: string): string {
  const text = useMemo(() => liveTextOf(id, kept), [id, kept])
  return useSyncExternalStore(text.subscribe, text.read)
}

function isSameButText(before: Message | undefined, after: Message): boolean {
  if (!before || Boolean(textOf(before)) !== Boolean(textOf(after))) return false
  const { content: _before, run: runBefore, ...factsBefore } = before
  const { content: _after, run: runAfter, ...factsAfter } = after
  return isAlike(factsBefore, factsAfter) && isAlike({ ...runBefore }, { ...runAfter })
}

function isAlike(one: Record<string, unknown>, other: Record<string, unknown>): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length && names.every((name) => Object.is(one[name], other[name]))
  )
}

onNews((news) => {
  if (news.type === 'progress') liveMessagesGrew(news.live)
  // What another tab has removed is not waited for any more.
  if (news.type === 'removed') news.ids.forEach(stopRun)
  if (news.type === 'changed') liveMessagesSettled(news.change.put.map(({ id }) => id))
  if (news.type === 'restored')
    liveMessagesSettled(news.kept.flatMap(({ messages }) => messages.map(({ id }) => id)))
})
