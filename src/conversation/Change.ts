import type { Message, MessageId } from './Message'
import { type Conversation, type Tree, childrenOf, inOrder, toTree } from './Tree'

/**
 * The one way a conversation changes: records to put, records to remove. Every operation on the tree returns
 * one; the same value is applied here, written to storage, told to other tabs, and inverted for undo.
 */
export interface Change {
  conversation?: Conversation
  put: Message[]
  removed: MessageId[]
}

export const nothing: Change = { put: [], removed: [] }

/** Two changes in a row as one; the later one wins where they meet. */
export function both(first: Change, second: Change): Change {
  const put = new Map(first.put.map((message) => [message.id, message]))
  const removed = new Set(first.removed)
  for (const id of second.removed) {
    put.delete(id)
    removed.add(id)
  }
  for (const message of second.put) {
    put.set(message.id, message)
    removed.delete(message.id)
  }
  const conversation = second.conversation ?? first.conversation
  return { ...(conversation && { conversation }), put: [...put.values()], removed: [...removed] }
}

/** The tree after a change. Messages that the change does not name keep their identity. */
export function applyChange(tree: Tree, { conversation = tree.conversation, put, removed }: Change): Tree {
  if (!put.length && !removed.length) return { ...tree, conversation }
  const messages = new Map(tree.messages)
  // Whether only the insides of messages changed: then every family stays as it is.
  let moved = removed.some((id) => messages.has(id))
  for (const id of removed) messages.delete(id)
  const born: Message[] = []
  for (const message of put) {
    const before = tree.messages.get(message.id)
    if (!before) born.push(message)
    else if (before.parent !== message.parent || before.order !== message.order) moved = true
    messages.set(message.id, message)
  }
  if (moved) return toTree(conversation, messages.values())
  if (!born.length) return { conversation, messages, children: tree.children }
  // Somebody may have been waiting at the top for a parent that is only born now.
  if (born.some(({ id, parent }) => (parent !== null && !messages.has(parent)) || orphaned(tree, id)))
    return toTree(conversation, messages.values())
  const children = new Map(tree.children)
  for (const { parent, id } of born) {
    const family = [...(children.get(parent) ?? []), id].map((member) => messages.get(member)!)
    children.set(
      parent,
      family.toSorted(inOrder).map((member) => member.id),
    )
  }
  return { conversation, messages, children }
}

const orphaned = (tree: Tree, id: MessageId) =>
  childrenOf(tree, null).some((child) => tree.messages.get(child)!.parent === id)

/** The change that undoes `change`, seen from the tree before it. */
export function invertChange(tree: Tree, change: Change): Change {
  const put: Message[] = []
  const removed: MessageId[] = []
  for (const { id } of change.put) {
    const before = tree.messages.get(id)
    if (before) put.push(before)
    else removed.push(id)
  }
  for (const id of change.removed) {
    const before = tree.messages.get(id)
    if (before) put.push(before)
  }
  return { ...(change.conversation && { conversation: tree.conversation }), put, removed }
}
