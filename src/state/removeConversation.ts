import type { ConversationId } from '../conversation/Message'
import { removeConversation as removeFromStorage } from '../storage/conversations'
import { tellOtherTabs } from '../storage/otherTabs'
import { commit, conversationGone, conversationOpened, opened, treeOf } from './conversations'
import { notify, storageFailed } from './notices'
import { goTo, openConversationId } from './route'
import { runEnded } from './runs'
import { stopRun } from './startRun'

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
    opened(tree)
    commit(id, { conversation: tree.conversation, put: [...tree.messages.values()], removed: [] })
  }
  notify({ type: 'conversation-removed', title: tree.conversation.title, undo })
}
