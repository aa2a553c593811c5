import type { Role } from '../protocol/wire'
import { type Change, nothing } from './Change'
import type { Message, MessageId } from './Message'
import type { Stamp, Words } from './operations'
import {
  type Conversation,
  TOP,
  type Tree,
  childrenOf,
  chosenChild,
  pathTo,
  placeUnder,
  siblingsOf,
} from './Tree'

/** Another role for a message. What only its old role could have goes with it, and comes back with undo. */
export function changeRole(tree: Tree, id: MessageId, role: Role): Change {
  const before = tree.messages.get(id)
  if (!before || before.role === role) return nothing
  const { tool_call_id, tool_calls, refusal, ...kept } = before
  const message: Message = {
    ...kept,
    role,
    ...(role === 'tool' && tool_call_id && { tool_call_id }),
    ...(role === 'assistant' && tool_calls && { tool_calls }),
    ...(role === 'assistant' && refusal && { refusal }),
  }
  return { put: [message], removed: [] }
}

/** Keeps a message and what follows it, but sends it no more; or sends it again. */
export function mute(tree: Tree, id: MessageId, muted: boolean): Change {
  const before = tree.messages.get(id)
  if (!before || Boolean(before.muted) === muted) return nothing
  const { muted: _muted, ...kept } = before
  return { put: [muted ? { ...kept, muted } : kept], removed: [] }
}

const fresh = (tree: Tree, words: Words, stamp: Stamp, parent: MessageId | null, order: number): Message => ({
  status: 'done',
  ...words,
  ...stamp,
  conversation: tree.conversation.id,
  parent,
  order,
})

/** Where a message stands among its siblings; with those that must be numbered anew, since orders may tie. */
function placeAmong(tree: Tree, message: Message): { order: number; renumbered: Message[] } {
  const family = siblingsOf(tree, message)
  const renumbered = family.flatMap((sibling, order) => {
    const before = tree.messages.get(sibling)!
    return sibling === message.id || before.order === order ? [] : [{ ...before, order }]
  })
  return { order: family.indexOf(message.id), renumbered }
}

/** A new message in the place of `id`, which follows it from now on. Siblings of `id` stay where they are. */
export function insertBefore(tree: Tree, id: MessageId, words: Words, stamp: Stamp): Change {
  const at = tree.messages.get(id)
  if (!at) return nothing
  const { order, renumbered } = placeAmong(tree, at)
  const message = fresh(tree, words, stamp, at.parent, order)
  const place = placeUnder(tree, at.parent)
  const chosen = { ...tree.conversation.chosen, [stamp.id]: id }
  if (chosenChild(tree, place) === id) chosen[place ?? TOP] = stamp.id
  return {
    conversation: { ...tree.conversation, chosen },
    put: [message, { ...at, parent: stamp.id, order: 0 }, ...renumbered],
    removed: [],
  }
}

/** A new message right after `id`; all that followed `id` follows the new one. */
export function insertAfter(tree: Tree, id: MessageId, words: Words, stamp: Stamp): Change {
  if (!tree.messages.has(id)) return nothing
  const moved = childrenOf(tree, id).map((child) => ({ ...tree.messages.get(child)!, parent: stamp.id }))
  const { [id]: next, ...chosen } = tree.conversation.chosen
  return {
    conversation: {
      ...tree.conversation,
      chosen: { ...chosen, [id]: stamp.id, ...(next && { [stamp.id]: next }) },
    },
    put: [fresh(tree, words, stamp, id, 0), ...moved],
    removed: [],
  }
}

/**
 * A message changes places with the one before it. If other branches grow from that one, they keep it: the moved
 * branch then gets a copy of it (with `stamp`), so that no path changes but this one.
 */
export function moveUp(tree: Tree, id: MessageId, stamp: Stamp): Change {
  const message = tree.messages.get(id)
  const parent = message && message.parent !== null ? tree.messages.get(message.parent) : undefined
  if (!message || !parent) return nothing
  const alone = childrenOf(tree, parent.id).length === 1
  const lowered: Message = alone
    ? { ...parent, parent: id, order: 0 }
    : { ...parent, ...stamp, parent: id, order: 0 }
  const { order, renumbered } = alone
    ? placeAmong(tree, parent)
    : { order: tree.messages.get(siblingsOf(tree, parent).at(-1)!)!.order + 1, renumbered: [] }
  const raised: Message = { ...message, parent: parent.parent, order }
  const followers = childrenOf(tree, id).map((child) => ({
    ...tree.messages.get(child)!,
    parent: lowered.id,
  }))
  return {
    conversation: { ...tree.conversation, chosen: chosenAfterMove(tree, parent, id, lowered.id) },
    put: [raised, lowered, ...followers, ...renumbered],
    removed: [],
  }
}

/** The same path as before is seen, wherever a branching was: only that `id` and `parent` have changed places on it. */
function chosenAfterMove(tree: Tree, parent: Message, id: MessageId, lowered: MessageId) {
  const { [id]: next, [parent.id]: kept, ...chosen } = tree.conversation.chosen
  const place = placeUnder(tree, parent.parent)
  const shown = chosenChild(tree, place)
  const goesThrough = shown === parent.id && chosenChild(tree, parent.id) === id
  if (shown !== undefined) chosen[place ?? TOP] = goesThrough ? id : shown
  if (kept !== undefined && kept !== id && lowered !== parent.id) chosen[parent.id] = kept
  if (next !== undefined) chosen[lowered] = next
  chosen[id] = lowered
  return chosen
}

/** A message changes places with the one that follows it on the visible path. */
export function moveDown(tree: Tree, id: MessageId, stamp: Stamp): Change {
  const next = chosenChild(tree, id)
  return next === undefined ? nothing : moveUp(tree, next, stamp)
}

/** The path down to `id` as a conversation of its own: copies under fresh ids, the original untouched. */
export function forkPath(
  tree: Tree,
  id: MessageId,
  facts: Pick<Conversation, 'id' | 'title' | 'created'>,
  newId: () => string,
): Change {
  let parent: MessageId | null = null
  const put: Message[] = []
  for (const message of pathTo(tree, id)) {
    const copy: Message = { ...message, id: newId(), conversation: facts.id, parent, order: 0 }
    put.push(copy)
    parent = copy.id
  }
  // It lies beside the other, in the same folder, and has still to be found important.
  const { pinned: _pinned, archived: _archived, ...like } = tree.conversation
  const conversation: Conversation = {
    ...like,
    ...facts,
    named: true,
    updated: facts.created,
    chosen: {},
  }
  return put.length ? { conversation, put, removed: [] } : nothing
}
