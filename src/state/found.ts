import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../conversation/Message'

/** A message that was found and gone to. */
export interface Found {
  conversation: ConversationId
  message: MessageId
  /** What was searched for. */
  text: string
  /** The words to be marked, folded. */
  words: readonly string[]
  /** Whether it stands on another branch than was seen before. */
  turned: boolean
  /** Whether some of the words stand in what the model thought. */
  inReasoning: boolean
  /** Another number for each time. */
  count: number
}

const store = createStore<{ found: Found | undefined }>()(() => ({ found: undefined }))

export const useFound = () => useStore(store, ({ found }) => found)
/** What has to be marked in a message, if it is the one that was gone to. */
export const useFoundIn = (message: MessageId) =>
  useStore(store, ({ found }) => (found?.message === message ? found : undefined))

export const foundClosed = () => store.setState({ found: undefined })
export const foundShown = (shown: Omit<Found, 'count'>) =>
  store.setState(({ found }) => ({ found: { ...shown, count: (found?.count ?? 0) + 1 } }))
