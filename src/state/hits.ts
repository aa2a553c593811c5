import { useMemo } from 'react'
import type { ConversationId, MessageId } from '../conversation/Message'
import { choosePath } from '../conversation/operations'
import { hitsIn } from '../search/hitsIn'
import { isIn } from '../search/snippet'
import { parseQuery } from '../search/parseQuery'
import { commit, treeOf, useTree } from './conversations'
import { type Found, foundShown } from './found'
import { announce } from './notices'
import { conversationOpened } from './openConversation'
import { messageRevealed } from './reveal'
import { goTo, openConversationId } from './route'

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

/**
 * Goes to a conversation that was found, and there to `best`, or else to the first message that fits: most titles are what
 * somebody said. Returns false where its title alone fits.
 */
export async function groupOpened(
  conversation: ConversationId,
  best: MessageId | undefined,
  text: string,
): Promise<boolean> {
  goTo(conversation)
  await conversationOpened(conversation)
  const tree = treeOf(conversation)
  // The reader may have gone on meanwhile, or the conversation is gone.
  if (!tree || openConversationId() !== conversation) return true
  const message = best !== undefined && tree.messages.has(best) ? best : hitsIn(tree, text)[0]
  if (message === undefined) return false
  show(conversation, message, text)
  return true
}

function show(conversation: ConversationId, message: MessageId, text: string) {
  const tree = treeOf(conversation)
  const hit = tree?.messages.get(message)
  // It may have gone meanwhile.
  if (!tree || !hit) return
  const turn = choosePath(tree, message)
  commit(conversation, turn)
  const { words } = parseQuery(text)
  const turned = turn.conversation !== undefined
  foundShown({ conversation, message, text, words, turned, inReasoning: isIn('reasoning', hit, words) })
  messageRevealed(message)
  if (turned) announce('turned')
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

export { marksIn } from '../search/snippet'
