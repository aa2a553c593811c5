import type { ConversationId, MessageId } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { forkPath } from '../conversation/rearrange'
import { commit, conversationBegun, treeOf } from './conversations'
import { goTo } from './route'
import { temporaryBegun } from './beTemporary'
import { isTemporary } from './temporary'

/** Begins a conversation of its own with the path down to a message, and goes there. */
export function conversationForked(id: ConversationId, message: MessageId, title: string): void {
  const tree = treeOf(id)
  if (!tree) return
  const fork = forkPath(tree, message, { id: newId(), title, created: Date.now() }, newId)
  if (!fork.conversation) return
  if (isTemporary(id)) temporaryBegun(fork.conversation.id)
  conversationBegun(fork.conversation)
  commit(fork.conversation.id, fork)
  goTo(fork.conversation.id)
}
