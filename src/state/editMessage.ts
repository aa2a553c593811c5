import type { ConversationId, MessageId } from '../conversation/Message'
import { isEmpty } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { branch, choose, insertAtTop, removeOne, rewrite, siblingBy } from '../conversation/operations'
import { commit, messageOf, treeOf } from './conversations'
import { activeRun } from './runs'
import { runAndGoOn } from './sendMessage'

const stamp = () => ({ id: newId(), created: Date.now() })

/** Other words for a message, in its own place. */
export function messageRewritten(id: ConversationId, message: MessageId, text: string): void {
  const tree = treeOf(id)
  if (tree) commit(id, rewrite(tree, message, text))
}

/** Other words for a message beside the old ones, and a reply to them. */
export async function messageBranched(id: ConversationId, message: MessageId, text: string): Promise<void> {
  const tree = treeOf(id)
  if (!tree || activeRun(id)) return
  const change = branch(tree, message, text, stamp())
  commit(id, change)
  await runAndGoOn(id, change.put[0]?.id ?? null)
}

/** Puts a system message before everything else. */
export function systemMessageAdded(id: ConversationId, text: string): void {
  const tree = treeOf(id)
  if (tree) commit(id, insertAtTop(tree, { role: 'system', content: text }, stamp()))
}

/** Takes one message away; what followed it stays. */
export function messageRemoved(id: ConversationId, message: MessageId): void {
  const tree = treeOf(id)
  if (tree) commit(id, removeOne(tree, message))
}

/** Goes to the sibling `by` places further on, if there is one. */
export function siblingChosen(id: ConversationId, message: MessageId, by: -1 | 1): MessageId | undefined {
  const tree = treeOf(id)
  const sibling = tree && siblingBy(tree, message, by)
  if (sibling) commit(id, choose(tree, sibling))
  return sibling
}

/** Asks again for a reply. The old one stays as a sibling, unless it failed without a word. */
export async function replyAskedAgain(id: ConversationId, message: MessageId): Promise<void> {
  const old = messageOf(id, message)
  if (!old || activeRun(id)) return
  if (old.status === 'failed' && isEmpty(old)) messageRemoved(id, message)
  await runAndGoOn(id, old.parent)
}
