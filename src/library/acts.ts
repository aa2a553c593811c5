import type { ConversationId } from '../conversation/Message'
import { conversationOf } from '../state/conversations'
import { notify } from '../state/notices'
import { removeConversations } from '../state/removeConversations'
import { t } from '../words/rooms'

/** Removes conversations, and says so with a way back. */
export async function removed(ids: readonly ConversationId[]): Promise<void> {
  const title = conversationOf(ids[0] ?? '')?.title
  const undo = await removeConversations(ids)
  notify({
    type: 'library-changed',
    text: t.list.removed(title || t.app.untitled),
    action: { label: t.app.undo, act: () => void undo() },
  })
}
