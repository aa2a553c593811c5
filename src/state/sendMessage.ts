import { applyChange, both, nothing } from '../conversation/Change'
import { type ConversationId, type Message, type MessageId, isLive } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { openCalls } from '../conversation/openCalls'
import { append, leafOf } from '../conversation/operations'
import { titleFrom } from '../conversation/titleFrom'
import { visiblePath } from '../conversation/Tree'
import type { Written } from '../conversation/written'
import type { Role } from '../protocol/wire'
import { beginConversation } from './beginConversation'
import { canPrefill } from './canPrefill'
import { isMissing, treeOf } from './conversations'
import { draftChanged, draftOf, newMessage, newSystem, rolePlace } from './drafts'
import { commitStep } from './history'
import { keyReady, keyWaits } from './keys'
import { nextConversation } from './nextConversation'
import { notify } from './notices'
import { goTo } from './route'
import { endpointById } from './settings'
import { type Sending, activeRun, draftQueued, queuedSending, queueCleared } from './runs'
import { type Ending, type RunWish, startRun } from './startRun'
import { temporaryChosen } from './beTemporary'
import { isTemporary } from './temporary'

/**
 * Sends what the composer of a conversation holds, or of the start page (null), which begins a conversation; so does
 * one that is not there. While a reply streams the draft stays where it is and is sent when the reply is finished.
 */
export async function sendDraft(id: ConversationId | null, sending: Sending = {}): Promise<void> {
  const place = id ?? newMessage
  const text = draftOf(place)
  if (id !== null && activeRun(id)) {
    if (!text.trim()) return
    draftQueued(id, sending)
    notify({ type: 'queued' })
    return
  }
  const tree = id === null ? undefined : treeOf(id)
  const target = id === null || isMissing(id) ? nextConversation().endpoint : tree?.conversation.endpoint
  const endpoint = target === undefined ? undefined : endpointById(target)
  if (endpoint && !sending.quietly && text.trim() && keyWaits(endpoint)) {
    // What was written stays where it is until the key is there, and where it does not come.
    if (await keyReady(endpoint)) await sendDraft(id, sending)
    return
  }
  if (id === null || isMissing(id)) {
    if (!text.trim()) return
    const begun = beginConversation(id === null ? { system: draftOf(newSystem) } : {})
    if (id === null) draftChanged(newSystem, '')
    // Who writes in another name goes on in it, as in any conversation.
    draftChanged(rolePlace(begun), draftOf(rolePlace(place)))
    for (const written of [place, rolePlace(place)]) draftChanged(written, '')
    // Not before: what was typed for it must not be kept.
    if (isTemporary(null)) temporaryChosen(false)
    goTo(begun, { instead: id !== null })
    await sendText(begun, text, sending)
    return
  }
  // One that is still being loaded leaves the words where they are.
  if (!tree || (!text.trim() && !canAskAgain(id))) return
  draftChanged(place, '')
  await sendText(id, text, sending)
}

/** Whether the thread ends with something that a reply can follow, so that nothing need be typed. */
export function canAskAgain(id: ConversationId): boolean {
  const tree = treeOf(id)
  const leaf = tree && leafOf(tree)
  const last = leaf ? tree.messages.get(leaf) : undefined
  return last !== undefined && !isLive(last) && last.role !== 'assistant'
}

/** Words of the composer as a message; the result of a tool answers the nearest call that waits for one. */
export function saidBy(role: Role, content: string, path: readonly Message[]): Written {
  const [call] = role === 'tool' ? openCalls(path) : []
  return { role, content, ...(call && { tool_call_id: call.id }) }
}

/**
 * Adds a message to the end of the visible path and asks for the reply; blank text asks at the end as it is. What
 * is said as the assistant is the beginning of its answer.
 */
export async function sendText(
  id: ConversationId,
  text: string,
  { role = 'user', quietly = false }: Sending = {},
): Promise<Ending> {
  const tree = treeOf(id)
  if (!tree) return 'failed'
  if (!text.trim()) return runAndGoOn(id, leafOf(tree))
  if (role === 'assistant' && !quietly && canPrefill(id))
    return runAndGoOn(id, leafOf(tree), { prefill: text })
  const words = saidBy(role, text, visiblePath(tree))
  const message = append(tree, leafOf(tree), words, { id: newId(), created: Date.now() })
  const { conversation } = applyChange(tree, message)
  const untitled = !conversation.named && !conversation.title && role === 'user'
  commitStep(
    id,
    both(
      message,
      untitled ? { ...nothing, conversation: { ...conversation, title: titleFrom(text) } } : nothing,
    ),
  )
  // Where an answer cannot be begun for the model, its beginning is only history.
  return quietly || role === 'assistant' ? 'done' : runAndGoOn(id, message.put[0]!.id)
}

/** Runs, and sends what was queued meanwhile if the reply came to its end; else the draft waits in its place. */
export async function runAndGoOn(
  id: ConversationId,
  parent: MessageId | null,
  wish: RunWish = {},
): Promise<Ending> {
  const ending = await startRun(id, parent, wish)
  const queued = queuedSending(id)
  if (queued) {
    queueCleared(id)
    if (ending === 'done') void sendDraft(id, queued)
  }
  return ending
}
