import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId } from '../conversation/Message'

/** Conversations of this page alone: they are kept nowhere, told to no other tab, and go when the page goes. */
export const temporary = createStore<{
  ids: Record<ConversationId, true>
  /** Whether the next conversation is to be one. */
  next: boolean
}>()(() => ({ ids: {}, next: false }))

/** Whether a conversation is temporary, or with null the one that begins on the start page. */
export const useIsTemporary = (id: ConversationId | null) =>
  useStore(temporary, ({ ids, next }) => (id === null ? next : id in ids))
export const useTemporaryIds = () => useStore(temporary, ({ ids }) => ids)

export function isTemporary(id: ConversationId | null): boolean {
  const { ids, next } = temporary.getState()
  return id === null ? next : id in ids
}
