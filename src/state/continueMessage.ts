import { type ConversationId, type MessageId, textOf } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { canPrefill } from './canPrefill'
import { messageOf, treeOf } from './conversations'
import { commitStep } from './history'
import { activeRun } from './runs'
import { runAndGoOn } from './sendMessage'

/**
 * Goes on with an answer that was cut. Where the endpoint can, a sibling begins with the same words and continues
 * them (prefill); else a user turn asks for the rest.
 */
export async function messageContinued(
  id: ConversationId,
  message: MessageId,
  request: string,
): Promise<void> {
  const tree = treeOf(id)
  const old = messageOf(id, message)
  if (!tree || !old || activeRun(id)) return
  if (canPrefill(id)) {
    await runAndGoOn(id, old.parent, { prefill: textOf(old), requests: 1 })
    return
  }
  const turn = append(tree, message, { role: 'user', content: request }, { id: newId(), created: Date.now() })
  commitStep(id, turn)
  await runAndGoOn(id, turn.put[0]!.id)
}

/** Starts a sibling of an answer that begins with other words, and goes on from there by itself. */
export async function alternativePicked(
  id: ConversationId,
  message: MessageId,
  prefix: string,
): Promise<void> {
  const old = messageOf(id, message)
  if (old && prefix && !activeRun(id)) await runAndGoOn(id, old.parent, { prefill: prefix, requests: 1 })
}
