import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { MessageId } from '../conversation/Message'

/** A message that somebody wants to see and go on from; the thread brings it on screen. */
const wish = createStore<{ message: MessageId | undefined; count: number }>()(() => ({
  message: undefined,
  count: 0,
}))

export const useRevealed = () => useStore(wish)
export const messageRevealed = (message: MessageId) =>
  wish.setState(({ count }) => ({ message, count: count + 1 }))
