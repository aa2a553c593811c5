import type { Change } from '../conversation/Change'
import type { Message, MessageId } from '../conversation/Message'
import { TOP, type Tree, childrenOf, chosenChild, placeUnder } from '../conversation/Tree'
import { writtenOf } from '../conversation/written'

/**
 * What becomes of a conversation from a file whose id is known here: all of it is here already; it has messages that
 * can be put into ours; or one of its messages has other words here, so that it can only stand beside ours.
 */
export type Merging = { kind: 'here' } | { kind: 'merge'; change: Change } | { kind: 'copy' }

/** Compares two states of one conversation. What ours has is never altered. */
export function mergeTree(ours: Tree, theirs: Tree): Merging {
  const fresh: Message[] = []
  for (const message of theirs.messages.values()) {
    const known = ours.messages.get(message.id)
    if (!known) fresh.push(message)
    else if (!saysTheSame(known, message)) return { kind: 'copy' }
  }
  if (!fresh.length) return { kind: 'here' }
  const put: Message[] = []
  const chosen = { ...ours.conversation.chosen }
  const lasts = new Map<MessageId, number>()
  for (const message of fresh) {
    const place = placeUnder(theirs, message.parent)
    const key = place ?? TOP
    let last = lasts.get(key)
    if (last === undefined) {
      last = lastOrder(ours, place)
      // A new last sibling would come into view where nothing was chosen.
      const seen = chosenChild(ours, place)
      if (seen !== undefined) chosen[key] = seen
    }
    lasts.set(key, last + 1)
    put.push({ ...message, conversation: ours.conversation.id, parent: place, order: last + 1 })
  }
  const updated = Math.max(ours.conversation.updated, theirs.conversation.updated)
  return {
    kind: 'merge',
    change: { conversation: { ...ours.conversation, chosen, updated }, put, removed: [] },
  }
}

function lastOrder(tree: Tree, place: MessageId | null): number {
  const last = childrenOf(tree, place).at(-1)
  return last === undefined ? -1 : tree.messages.get(last)!.order
}

const saysTheSame = (one: Message, other: Message) => wordsOf(one) === wordsOf(other)

const wordsOf = (message: Message) => {
  const { role, content, ...said } = writtenOf(message)
  const { reasoning_content, reasoning } = message
  return JSON.stringify([role, content, inOrder({ ...said, reasoning_content, reasoning })])
}

const inOrder = (fields: Record<string, unknown>) =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined && value !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
