import type { Role } from '../protocol/wire'
import { type Change, nothing } from './Change'
import type { Message, MessageId } from './Message'
import type { Stamp, Words } from './operations'
import { type Conversation, TOP, type Tree, childrenOf, chosenChild, pathTo, siblingsOf } from './Tree'

/** Another role for a message. What only its old role could have goes with it, and comes back with undo. */
export function changeRole(tree: Tree, id: MessageId, role: Role): Change {
  const before = tree.messages.get(id)
  if (!before || before.role === role) return nothing
  const { tool_call_id, tool_calls, ...kept } = before
  const message: Message = {
    ...kept,
    role,
    ...(role === 'tool' && tool_call_id && { tool_call_id }),
    ...(role === 'assistant' && tool_calls && { tool_calls }),
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

/** A new message in the place of `id`, which follows it from now on. Siblings of `id` stay where they are. */
export function insertBefore(tree: Tree, id: MessageId, words: Words, stamp: Stamp): Change {
  const at = tree.messages.get(id)
  if (!at) return nothing
  const message = fresh(tree, words, stamp, at.parent, at.order)
  const chosen = { ...tree.conversation.chosen, [stamp.id]: id }
  if (chosenChild(tree, at.parent) === id) chosen[at.parent ?? TOP] = stamp.id
  return {
    conversation: { ...tree.conversation, chosen },
    put: [message, { ...at, parent: stamp.id, order: 0 }],
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
  const family = siblingsOf(tree, parent)
  const last = tree.messages.get(family.at(-1)!)!
  const lowered: Message = alone
    ? { ...parent, parent: id, order: 0 }
    : { ...parent, ...stamp, parent: id, order: 0 }
  const raised: Message = {
    ...message,
    parent: parent.parent,
    order: alone ? parent.order : last.order + 1,
  }
  const followers = childrenOf(tree, id).map((child) => ({
    ...tree.messages.get(child)!,
    parent: lowered.id,
  }))
  const { [id]: next, [parent.id]: _old, ...others } = tree.conversation.chosen
  const chosen: Conversation['chosen'] = {
    ...others,
    [parent.parent ?? TOP]: id,
    [id]: lowered.id,
    ...(next && { [lowered.id]: next }),
  }
  return { conversation: { ...tree.conversation, chosen }, put: [raised, lowered, ...followers], removed: [] }
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
  const conversation: Conversation = {
    ...tree.conversation,
    ...facts,
    named: true,
    updated: facts.created,
    chosen: {},
  }
  return put.length ? { conversation, put, removed: [] } : nothing
}
