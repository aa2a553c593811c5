import type { JsonObject, Parameters } from '../protocol/wire'
import type { Filing } from './filing'
import type { ConversationId, Message, MessageId } from './Message'

/** The key under which the first message of the visible path is remembered in `chosen`. */
export const TOP = 'top'

/** What a conversation is besides its messages; one record in storage. Times are milliseconds since 1970. */
export interface Conversation extends Filing {
  id: ConversationId
  title: string
  /** Whether the reader named it; else the title follows the first user message. */
  named: boolean
  created: number
  updated: number
  /** The id of the endpoint that it talks to. */
  endpoint: string
  /** Only what somebody has set; a field that is absent is not sent. */
  parameters: Parameters
  extraBody?: JsonObject
  /** Which sibling is on the visible path, by parent (or TOP). Where nothing is chosen, the last one is. */
  chosen: Record<MessageId, MessageId>
}

/** A conversation with its messages, as a plain immutable value. */
export interface Tree {
  readonly conversation: Conversation
  readonly messages: ReadonlyMap<MessageId, Message>
  /** Children in order, by parent; null stands for the top. */
  readonly children: ReadonlyMap<MessageId | null, readonly MessageId[]>
}

const none: readonly MessageId[] = []
export const childrenOf = (tree: Tree, parent: MessageId | null) => tree.children.get(parent) ?? none

/** Where a child of `parent` stands: under it, or at the top if it is missing. */
export const placeUnder = ({ messages }: Pick<Tree, 'messages'>, parent: MessageId | null) =>
  parent !== null && messages.has(parent) ? parent : null

/** The siblings of a message, itself included, in order. */
export const siblingsOf = (tree: Tree, message: Message) => childrenOf(tree, placeUnder(tree, message.parent))

export function inOrder(one: Message, other: Message): number {
  return one.order - other.order || one.created - other.created || (one.id < other.id ? -1 : 1)
}

/**
 * Builds the tree from its records. A message whose parent is missing stands at the top, so that it is never lost; so does
 * one of those that follow one another in a circle, as two tabs may have moved them at the same moment.
 */
export function toTree(conversation: Conversation, records: Iterable<Message>): Tree {
  const messages = new Map<MessageId, Message>()
  for (const message of records) messages.set(message.id, message)
  for (const first of circles(messages)) messages.set(first.id, { ...first, parent: null })
  const families = new Map<MessageId | null, Message[]>()
  for (const message of messages.values()) {
    const parent = placeUnder({ messages }, message.parent)
    const family = families.get(parent)
    if (family) family.push(message)
    else families.set(parent, [message])
  }
  const children = new Map<MessageId | null, MessageId[]>()
  for (const [parent, family] of families)
    children.set(
      parent,
      family.toSorted(inOrder).map(({ id }) => id),
    )
  return { conversation, messages, children }
}

/** Of each circle the message with the least id. */
function circles(messages: ReadonlyMap<MessageId, Message>): Message[] {
  const found: Message[] = []
  const seen = new Set<MessageId>()
  const parentOf = ({ parent }: Message) => (parent === null ? undefined : messages.get(parent))
  for (const start of messages.values()) {
    const walk = new Set<MessageId>()
    let at: Message | undefined = start
    for (; at && !seen.has(at.id); at = parentOf(at)) {
      seen.add(at.id)
      walk.add(at.id)
    }
    if (!at || !walk.has(at.id)) continue
    let least = at
    for (let next = parentOf(at)!; next !== at; next = parentOf(next)!) if (next.id < least.id) least = next
    found.push(least)
  }
  return found
}

/** The child of `parent` that is on the visible path. */
export function chosenChild(tree: Tree, parent: MessageId | null): MessageId | undefined {
  const family = childrenOf(tree, parent)
  const chosen = tree.conversation.chosen[parent ?? TOP]
  return chosen !== undefined && family.includes(chosen) ? chosen : family.at(-1)
}

const paths = new WeakMap<Tree, readonly Message[]>()

/** The messages that are seen, and sent: from the top along the chosen siblings to a leaf. */
export function visiblePath(tree: Tree): readonly Message[] {
  const known = paths.get(tree)
  if (known) return known
  const path: Message[] = []
  for (let id = chosenChild(tree, null); id !== undefined; id = chosenChild(tree, id))
    path.push(tree.messages.get(id)!)
  paths.set(tree, path)
  return path
}

/** The messages from the top down to `id`, itself included; empty if it is null or unknown. */
export function pathTo(tree: Tree, id: MessageId | null): Message[] {
  const path: Message[] = []
  for (let at = id; at !== null;) {
    const message = tree.messages.get(at)
    if (!message || path.length > tree.messages.size) break
    path.push(message)
    at = message.parent
  }
  return path.toReversed()
}
