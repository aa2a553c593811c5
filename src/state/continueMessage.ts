import { prefillFrom } from '../api/prefill'
import { applyChange, both } from '../conversation/Change'
import { type ConversationId, type MessageId, textOf } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append, choose, removeOne, rewrite } from '../conversation/operations'
import { type Tree, siblingsOf } from '../conversation/Tree'
import { canPrefill } from './canPrefill'
import { messageOf, treeOf } from './conversations'
import { commitStep } from './history'
import { prefillRefused } from './profiles'
import { activeRun } from './runs'
import { runAndGoOn } from './sendMessage'
import { endpointById } from './settings'

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
  const { endpoint, parameters } = tree.conversation
  const given = prefillFrom(textOf(old), endpointById(endpoint), parameters.model)
  if (given && canPrefill(id)) {
    await runAndGoOn(id, old.parent, { prefill: given, requests: 1 })
    return
  }
  const turn = turnAfter(tree, message, request)
  commitStep(id, turn)
  await runAndGoOn(id, turn.put[0]!.id)
}

/**
 * The endpoint refused to go on from the words that an answer was to begin with: a user turn asks for the rest,
 * and the endpoint is not asked for it again. Nothing is left of the refused answer but those words, and those once.
 */
export async function continuedByTurn(
  id: ConversationId,
  message: MessageId,
  request: string,
): Promise<void> {
  const tree = treeOf(id)
  const old = messageOf(id, message)
  if (!tree || !old || activeRun(id)) return
  prefillRefused(tree.conversation.endpoint, old.run?.parameters.model ?? '')
  const given = textOf(old)
  const origin = siblingsOf(tree, old).find(
    (sibling) => sibling !== message && textOf(tree.messages.get(sibling)!) === given,
  )
  const cleared = origin
    ? both(removeOne(tree, message), choose(applyChange(tree, removeOne(tree, message)), origin))
    : rewrite(tree, message, given)
  const turn = turnAfter(applyChange(tree, cleared), origin ?? message, request)
  commitStep(id, both(cleared, turn))
  await runAndGoOn(id, turn.put.at(-1)!.id)
}

/** Begins a refused answer once more, without the white space at the end of the words that it was given. */
export async function begunWithoutSpace(id: ConversationId, message: MessageId): Promise<void> {
  const tree = treeOf(id)
  const old = messageOf(id, message)
  if (!tree || !old || activeRun(id)) return
  commitStep(id, removeOne(tree, message))
  await runAndGoOn(id, old.parent, { prefill: textOf(old).trimEnd(), requests: 1 })
}

const turnAfter = (tree: Tree, parent: MessageId, content: string) =>
  append(tree, parent, { role: 'user', content }, { id: newId(), created: Date.now() })

/** Starts a sibling of an answer that begins with other words, and goes on from there by itself. */
export async function alternativePicked(
  id: ConversationId,
  message: MessageId,
  prefix: string,
): Promise<void> {
  const old = messageOf(id, message)
  if (old && prefix && !activeRun(id)) await runAndGoOn(id, old.parent, { prefill: prefix, requests: 1 })
}
