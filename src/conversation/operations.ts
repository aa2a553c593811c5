import { type Change, nothing } from './Change'
import type { Message, MessageId } from './Message'
import type { Written } from './written'
import { TOP, type Tree, childrenOf, chosenChild, pathTo, placeUnder, siblingsOf, visiblePath } from './Tree'

/** What a new message needs from outside the pure core: a fresh id and the time. */
export interface Stamp {
  id: MessageId
  created: number
}

/** What a message says; `append` adds who, where and when. */
export type Words = Pick<Message, 'role' | 'content'> &
  Partial<Omit<Message, 'id' | 'conversation' | 'parent'>>

const choosing = (tree: Tree, parent: MessageId | null, id: MessageId) => ({
  ...tree.conversation,
  chosen: { ...tree.conversation.chosen, [placeUnder(tree, parent) ?? TOP]: id },
})

/** A new last sibling under `parent`, on the visible path unless `aside`. */
export function append(
  tree: Tree,
  parent: MessageId | null,
  words: Words,
  { id, created }: Stamp,
  { aside = false } = {},
): Change {
  const last = childrenOf(tree, placeUnder(tree, parent)).at(-1)
  const order = last === undefined ? 0 : tree.messages.get(last)!.order + 1
  const message: Message = {
    status: 'done',
    ...words,
    id,
    conversation: tree.conversation.id,
    parent,
    order,
    created,
  }
  const conversation = aside ? tree.conversation : choosing(tree, parent, id)
  return { conversation: { ...conversation, updated: created }, put: [message], removed: [] }
}

/** The id that a new last message would follow: the end of the visible path. */
export const leafOf = (tree: Tree): MessageId | null => visiblePath(tree).at(-1)?.id ?? null

/** Puts a sibling on the visible path. */
export function choose(tree: Tree, id: MessageId): Change {
  const message = tree.messages.get(id)
  return message ? { ...nothing, conversation: choosing(tree, message.parent, id) } : nothing
}

/** Puts a message on the visible path, wherever in the tree it stands. */
export function choosePath(tree: Tree, id: MessageId): Change {
  const turns = pathTo(tree, id).flatMap((message) => {
    const place = placeUnder(tree, message.parent)
    return chosenChild(tree, place) === message.id ? [] : [[place ?? TOP, message.id] as const]
  })
  if (!turns.length) return nothing
  const chosen = { ...tree.conversation.chosen, ...Object.fromEntries(turns) }
  return { ...nothing, conversation: { ...tree.conversation, chosen } }
}

/** The sibling `by` places further on (−1 is the one before), or undefined at the ends. */
export function siblingBy(tree: Tree, id: MessageId, by: number): MessageId | undefined {
  const message = tree.messages.get(id)
  if (!message) return undefined
  const family = siblingsOf(tree, message)
  return family[family.indexOf(id) + by]
}

/** Other words for a message, in its own place. What follows stays. How the old words came and ended goes. */
export function rewrite(tree: Tree, id: MessageId, content: Message['content']): Change {
  const before = tree.messages.get(id)
  if (!before) return nothing
  const {
    error: _error,
    logprobs: _logprobs,
    finish_reason: _reason,
    prefilled: _prefilled,
    ...kept
  } = before
  return { put: [{ ...kept, content, status: 'done' }], removed: [] }
}

/** Other words for a message beside the old ones: a new branch, on the visible path. */
export function branch(tree: Tree, id: MessageId, content: Message['content'], stamp: Stamp): Change {
  const before = tree.messages.get(id)
  if (!before) return nothing
  const { role, name, tool_call_id } = before
  return append(
    tree,
    before.parent,
    { role, content, ...(name && { name }), ...(tool_call_id && { tool_call_id }) },
    stamp,
  )
}

/** The same change with all that a hand can write of the message which it makes. */
export function inFull({ put: [message, ...others], ...change }: Change, written: Written): Change {
  if (!message) return nothing
  const { name: _name, refusal: _refusal, tool_calls: _calls, tool_call_id: _id, ...kept } = message
  return { ...change, put: [{ ...kept, ...written }, ...others] }
}

/** A message and all that follows it. */
export function descendants(tree: Tree, id: MessageId): MessageId[] {
  // The set grows while it is walked: breadth first, without recursion, so that depth does not matter. A set, so
  // that records which point at one another end it too.
  const found = new Set([id])
  for (const at of found) for (const child of childrenOf(tree, at)) found.add(child)
  return [...found]
}

/** Removes a message and all that follows it. */
export function removeBranch(tree: Tree, id: MessageId): Change {
  return tree.messages.has(id) ? { put: [], removed: descendants(tree, id) } : nothing
}

/** Puts a message before everything else: what was at the top now follows it. */
export function insertAtTop(tree: Tree, words: Words, { id, created }: Stamp): Change {
  const message: Message = {
    status: 'done',
    ...words,
    id,
    conversation: tree.conversation.id,
    parent: null,
    order: 0,
    created,
  }
  const moved = childrenOf(tree, null).map((child) => ({ ...tree.messages.get(child)!, parent: id }))
  const { [TOP]: first, ...chosen } = tree.conversation.chosen
  return {
    conversation: { ...tree.conversation, chosen: { ...chosen, [TOP]: id, ...(first && { [id]: first }) } },
    put: [message, ...moved],
    removed: [],
  }
}

/** Removes one message; what followed it follows its parent, in its place. */
export function removeOne(tree: Tree, id: MessageId): Change {
  const message = tree.messages.get(id)
  if (!message) return nothing
  const siblings = siblingsOf(tree, message)
  const family = siblings.flatMap((sibling) => (sibling === id ? childrenOf(tree, id) : [sibling]))
  const put = family.flatMap((member, order) => {
    const before = tree.messages.get(member)!
    const parent = before.parent === id ? message.parent : before.parent
    return before.parent === parent && before.order === order ? [] : [{ ...before, parent, order }]
  })
  const place = placeUnder(tree, message.parent)
  const key = place ?? TOP
  const { [id]: _chosen, ...chosen } = tree.conversation.chosen
  const seen = chosenChild(tree, place)
  // What was seen after it is seen in its place. A choice that meant nothing must not come to mean something.
  const next = seen === id ? chosenChild(tree, id) : chosen[key] === seen ? seen : undefined
  if (next === undefined) delete chosen[key]
  else chosen[key] = next
  return { conversation: { ...tree.conversation, chosen }, put, removed: [id] }
}
