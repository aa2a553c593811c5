import { both, nothing } from '../conversation/Change'
import type { ConversationId, MessageId } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append, leafOf } from '../conversation/operations'
import { titleFrom } from '../conversation/titleFrom'
import { applyChange } from '../conversation/Change'
import { commit, treeOf } from './conversations'
import { draftChanged, draftOf, newMessage, newSystem } from './drafts'
import { beginConversation } from './beginConversation'
import { notify } from './notices'
import { goTo } from './route'
import { activeRun, draftQueued, isQueued, queueCleared } from './runs'
import { type Ending, startRun } from './startRun'

/**
 * Sends what the composer of a conversation holds, or of the start page (null), which begins a conversation. While
 * a reply streams the draft stays where it is and is sent when the reply is finished.
 */
export async function sendDraft(id: ConversationId | null): Promise<void> {
  const place = id ?? newMessage
  const text = draftOf(place)
  if (id !== null && activeRun(id)) {
    if (!text.trim()) return
    draftQueued(id)
    notify({ type: 'queued' })
    return
  }
  if (id === null) {
    if (!text.trim()) return
    const begun = beginConversation({ system: draftOf(newSystem) })
    draftChanged(newMessage, '')
    draftChanged(newSystem, '')
    goTo(begun)
    await sendText(begun, text)
    return
  }
  draftChanged(place, '')
  await sendText(id, text)
}

/** Adds a user message to the end of the visible path and asks for the reply; blank text asks again at the end. */
export async function sendText(id: ConversationId, text: string): Promise<Ending> {
  const tree = treeOf(id)
  if (!tree) return 'failed'
  if (!text.trim()) return runAndGoOn(id, leafOf(tree))
  const message = append(
    tree,
    leafOf(tree),
    { role: 'user', content: text },
    { id: newId(), created: Date.now() },
  )
  const { conversation } = applyChange(tree, message)
  const untitled = !conversation.named && !conversation.title
  commit(
    id,
    both(
      message,
      untitled ? { ...nothing, conversation: { ...conversation, title: titleFrom(text) } } : nothing,
    ),
  )
  return runAndGoOn(id, message.put[0]!.id)
}

/** Runs, and sends what was queued meanwhile if the reply came to its end; else the draft waits in its place. */
export async function runAndGoOn(id: ConversationId, parent: MessageId | null): Promise<Ending> {
  const ending = await startRun(id, parent)
  if (isQueued(id)) {
    queueCleared(id)
    if (ending === 'done') void sendDraft(id)
  }
  return ending
}
