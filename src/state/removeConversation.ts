import { type ConversationId, isLive } from '../conversation/Message'
import { toTree } from '../conversation/Tree'
import { loadTree, removeConversation as removeFromStorage, saveChange } from '../storage/conversations'
import { tellOtherTabs } from '../storage/otherTabs'
import { conversationGone, opened, treeOf } from './conversations'
import { lastWordsOf } from './lastWords'
import { notify, storageFailed } from './notices'
import { conversationOpened } from './openConversation'
import { goTo, openConversationId } from './route'
import { liveMessagesSettled, runEnded, stopRun } from './runs'

/** Removes a conversation; a run in it is stopped first. The notice that says so can bring it back. */
export async function removeConversation(id: ConversationId): Promise<void> {
  await conversationOpened(id)
  stopRun(id)
  await runEnded(id)
  // What another tab is receiving has been kept further than it stands in the tree.
  const live = [...(treeOf(id)?.messages.values() ?? [])].some(isLive)
  const kept = live ? await loadTree(id).catch(storageFailed) : undefined
  const tree = treeOf(id)
  if (!tree) return
  if (openConversationId() === id) goTo(null, { instead: true })
  conversationGone(id)
  tellOtherTabs({ type: 'removed', id })
  removeFromStorage(id).catch(storageFailed)
  const undo = () => {
    const { conversation } = tree
    const messages = [...tree.messages.values()].map((message) =>
      lastWordsOf((isLive(message) && kept?.messages.get(message.id)) || message),
    )
    opened(toTree(conversation, messages))
    liveMessagesSettled(messages.map((message) => message.id))
    tellOtherTabs({ type: 'restored', conversation, messages })
    saveChange({ conversation, put: messages, removed: [] }).catch(storageFailed)
  }
  notify({ type: 'conversation-removed', title: tree.conversation.title, undo })
}
