import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversationId, MessageId } from '../conversation/Message'
import { choosePath } from '../conversation/operations'
import { hitsIn } from '../search/hitsIn'
import { parseQuery } from '../search/parseQuery'
import { commit, treeOf, useTree } from './conversations'
import { conversationOpened } from './openConversation'
import { messageRevealed } from './reveal'
import { goTo } from './route'

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
  /** Another number for each time. */
  count: number
}

const store = createStore<{ found: Found | undefined }>()(() => ({ found: undefined }))

export const useFound = () => useStore(store, ({ found }) => found)
/** What has to be marked in a message, if it is the one that was gone to. */
export const useFoundIn = (message: MessageId) =>
  useStore(store, ({ found }) => (found?.message === message ? found : undefined))

export const foundClosed = () => store.setState({ found: undefined })

/** Goes to a message that was found, on whatever branch it stands. */
export async function hitOpened(
  conversation: ConversationId,
  message: MessageId,
  text: string,
): Promise<void> {
  goTo(conversation)
  await conversationOpened(conversation)
  show(conversation, message, text)
}

function show(conversation: ConversationId, message: MessageId, text: string) {
  const tree = treeOf(conversation)
  // It may have gone while it was on its way here.
  if (!tree?.messages.has(message)) return
  const turn = choosePath(tree, message)
  commit(conversation, turn)
  const { words } = parseQuery(text)
  const turned = turn.conversation !== undefined
  store.setState(({ found }) => ({
    found: { conversation, message, text, words, turned, count: (found?.count ?? 0) + 1 },
  }))
  messageRevealed(message)
}

/** Where the message that was gone to stands among all that were found in its conversation, and the way to the others. */
export function useHits({ conversation, message, text }: Found) {
  const tree = useTree(conversation)
  const hits = useMemo(() => (tree ? hitsIn(tree, text) : []), [tree, text])
  const at = hits.indexOf(message)
  const go = (by: -1 | 1) => {
    const next = hits[(Math.max(at, by > 0 ? -1 : 0) + by + hits.length) % hits.length]
    if (next !== undefined) show(conversation, next, text)
  }
  return { at, count: hits.length, go }
}
