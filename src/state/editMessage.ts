import type { Change } from '../conversation/Change'
import {
  type ConversationId,
  type Message,
  type MessageId,
  isEmpty,
  isLive,
  textOf,
} from '../conversation/Message'
import { newId } from '../conversation/newId'
import {
  type Stamp,
  branch,
  choose,
  choosePath,
  inFull,
  insertAtTop,
  removeBranch,
  removeOne,
  rewrite,
  siblingBy,
} from '../conversation/operations'
import { changeRole, insertAfter, insertBefore, moveDown, moveUp, mute } from '../conversation/rearrange'
import { openCalls } from '../conversation/openCalls'
import { type Tree, visiblePath } from '../conversation/Tree'
import type { Written } from '../conversation/written'
import type { Role } from '../protocol/wire'
import { canPrefill } from './canPrefill'
import { commit, messageOf, treeOf } from './conversations'
import { saidBy } from './edits'
import { wordsWritten } from './heardChange'
import { commitStep } from './history'
import { keptBeside } from './keptBeside'
import { announce } from './notices'
import { profileLearned } from './profiles'
import { activeRun } from './runs'
import { runAndGoOn } from './sendMessage'

const stamp = (): Stamp => ({ id: newId(), created: Date.now() })

/** One step on the tree that can be undone. Nothing moves under a reply that is being written. */
function edit(id: ConversationId, operate: (tree: Tree) => Change): void {
  const tree = treeOf(id)
  if (tree && !activeRun(id)) commitStep(id, operate(tree))
}

/**
 * Other words for a message, and perhaps another role, in its own place; beside it where it no longer says what it said
 * (`from`, see `saidBy`) when they were begun.
 */
export function messageRewritten(
  id: ConversationId,
  message: MessageId,
  written: Written,
  from?: string,
): void {
  const now = messageOf(id, message)
  if (!now || activeRun(id)) return
  if (from !== undefined && saidBy(now) !== from && saidBy(now) !== saidBy(written)) {
    keptBeside(now, written)
    return
  }
  edit(id, (tree) => {
    const change = inFull(rewrite(tree, message, written.content), written)
    change.put.forEach(wordsWritten)
    return change
  })
}

/** Other words for a message beside the old ones, on the visible path; a reply to them follows what asks for one. */
export function messageBranched(id: ConversationId, message: MessageId, written: Written): void {
  const tree = treeOf(id)
  if (!tree || activeRun(id)) return
  const words = inFull(branch(tree, message, written.content, stamp()), written)
  const born = words.put[0]
  if (!born) return
  commitStep(id, words)
  const { role } = written
  if (role === 'user' || role === 'tool') void runAndGoOn(id, born.id)
}

/** Puts a message before everything else; returns its id. */
export function messageAddedOnTop(id: ConversationId, written: Written): MessageId {
  const born = stamp()
  edit(id, (tree) => insertAtTop(tree, written, born))
  return born.id
}

/** A new message right before or after another one; returns its id. */
export function messageInserted(
  id: ConversationId,
  at: MessageId,
  where: 'before' | 'after',
  written: Written,
): MessageId {
  const insert = where === 'before' ? insertBefore : insertAfter
  const born = stamp()
  edit(id, (tree) => insert(tree, at, written, born))
  return born.id
}

/** Another role for a message; the result of a tool answers the nearest call that waits for one. */
export const roleChanged = (id: ConversationId, message: MessageId, role: Role): void =>
  edit(id, (tree) => {
    const change = changeRole(tree, message, role)
    const path = visiblePath(tree)
    const place = path.findIndex(({ id: at }) => at === message)
    const [call] = role === 'tool' ? openCalls(path, place) : []
    const put = change.put.map((changed) => ({ ...(call && { tool_call_id: call.id }), ...changed }))
    return { ...change, put }
  })

/** Keeps a message but sends it no more, or sends it again. */
export function messageMuted(id: ConversationId, message: MessageId, muted: boolean): void {
  if (activeRun(id)) return
  edit(id, (tree) => mute(tree, message, muted))
  announce(muted ? 'muted' : 'unmuted')
}

/** A message changes places with its neighbour on the path. */
export const messageMoved = (id: ConversationId, message: MessageId, way: 'up' | 'down'): void =>
  edit(id, (tree) => (way === 'up' ? moveUp : moveDown)(tree, message, stamp()))

/** Takes one message away; what followed it stays. */
export const messageRemoved = (id: ConversationId, message: MessageId): void =>
  edit(id, (tree) => removeOne(tree, message))

/** Takes a message away, with all that follows it on every branch. */
export const branchRemoved = (id: ConversationId, message: MessageId): void =>
  edit(id, (tree) => removeBranch(tree, message))

/** Goes to the sibling `by` places further on, if there is one. */
export function siblingChosen(id: ConversationId, message: MessageId, by: -1 | 1): MessageId | undefined {
  const tree = treeOf(id)
  const sibling = tree && siblingBy(tree, message, by)
  if (sibling) commit(id, choose(tree, sibling))
  return sibling
}

/** Puts the path to a message on screen, wherever in the tree it stands. */
export function pathChosen(id: ConversationId, message: MessageId): void {
  const tree = treeOf(id)
  if (tree) commit(id, choosePath(tree, message))
}

/**
 * Asks again for a reply, with the same beginning if it was given one. The old one stays as a sibling, unless it
 * failed without a word of its own.
 */
export async function replyAskedAgain(
  id: ConversationId,
  message: MessageId,
  { requests, agreed = false }: { requests?: number; agreed?: boolean } = {},
): Promise<void> {
  const old = messageOf(id, message)
  if (!old || activeRun(id)) return
  const prefill = textOf(old).slice(0, old.prefilled ?? 0)
  const own = { ...old, content: textOf(old).slice(prefill.length) }
  // Who agrees to several requests once need not be asked again about this endpoint.
  const endpoint = treeOf(id)?.conversation.endpoint
  if (agreed && endpoint !== undefined) profileLearned(endpoint, { choices: 'one' })
  const wanted = requests ?? (wasApart(id, old) ? 1 : undefined)
  if (old.status === 'failed' && isEmpty(own)) messageRemoved(id, message)
  await runAndGoOn(id, old.parent, {
    ...(prefill && canPrefill(id) && { prefill }),
    ...(wanted && { requests: wanted }),
  })
}

/** One of several requests that were sent at once, each for one choice, is asked again by itself. */
function wasApart(id: ConversationId, { id: message, run }: Message): boolean {
  const tree = treeOf(id)
  if (!tree || !run || run.parameters.n !== undefined || (run.choices ?? 1) > 1) return false
  const others = [...tree.messages.values()].some((other) => other.run?.id === run.id && other.id !== message)
  return others || run.choice > 0
}

/** Asks for a reply to a message, whatever its role, beside the replies that it has. */
export async function replyAskedFor(id: ConversationId, message: MessageId): Promise<void> {
  const at = messageOf(id, message)
  if (at && !isLive(at) && !activeRun(id)) await runAndGoOn(id, message)
}
