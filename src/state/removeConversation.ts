import { type ConversationId, isLive } from '../conversation/Message'
import { toTree } from '../conversation/Tree'
import { removeConversation as removeFromStorage, saveChange } from '../storage/conversations'
import { tellOtherTabs } from '../storage/otherTabs'
import { conversationGone, conversationOpened, opened, treeOf } from './conversations'
import { notify, storageFailed } from './notices'
import { goTo, openConversationId } from './route'
import { runEnded, stopRun } from './runs'

/** Removes a conversation; a run in it is stopped first. The notice that says so can bring it back. */
export async function removeConversation(id: ConversationId): Promise<void> {
  await conversationOpened(id)
  stopRun(id)
  await runEnded(id)
  const tree = treeOf(id)
  if (!tree) return
  if (openConversationId() === id) goTo(null, { instead: true })
  conversationGone(id)
  tellOtherTabs({ type: 'removed', id })
  removeFromStorage(id).catch(storageFailed)
  const undo = () => {
    const { conversation } = tree
    // Whoever was receiving a reply has hung up since.
    const messages = [...tree.messages.values()].map((message) =>
      isLive(message) ? { ...message, status: 'interrupted' as const } : message,
    )
    opened(toTree(conversation, messages))
    tellOtherTabs({ type: 'restored', conversation, messages })
    saveChange({ conversation, put: messages, removed: [] }).catch(storageFailed)
  }
  notify({ type: 'conversation-removed', title: tree.conversation.title, undo })
}
