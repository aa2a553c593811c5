import { type Change, applyChange, invertChange } from './Change'
import type { Message, MessageId } from './Message'
import { choosePath } from './operations'
import { TOP, type Tree, placeUnder } from './Tree'

/**
 * What takes a change back. Of the siblings that are seen it names only those that the change has chosen: what the
 * reader has switched to since stays. null is no choice.
 */
export interface Step {
  put: Message[]
  removed: MessageId[]
  chosen: Record<MessageId, MessageId | null>
}

/** The step that undoes `change`, seen from the tree before it. */
export function stepBack(tree: Tree, change: Change): Step {
  const { put, removed } = invertChange(tree, change)
  const before = tree.conversation.chosen
  const after = change.conversation?.chosen ?? before
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  const turned = [...keys].filter((key) => before[key] !== after[key])
  return { put, removed, chosen: Object.fromEntries(turned.map((key) => [key, before[key] ?? null])) }
}

/** The change that takes a step, and turns to where it is taken: nothing is undone out of sight. */
export function takeStep(tree: Tree, { put, removed, chosen: turns }: Step): Change {
  const chosen = { ...tree.conversation.chosen }
  for (const [key, child] of Object.entries(turns)) {
    if (child === null) delete chosen[key]
    else chosen[key] = child
  }
  const conversation = { ...tree.conversation, chosen }
  const after = applyChange(tree, { conversation, put, removed })
  const place = placeOf(tree, after, put, removed)
  const seen = (place !== undefined && choosePath(after, place).conversation) || conversation
  return { conversation: seen, put, removed }
}

/** The message to turn to: the one that has changed, or the one under which several have. */
function placeOf(
  before: Tree,
  after: Tree,
  put: readonly Message[],
  removed: readonly MessageId[],
): MessageId | undefined {
  if (put.length === 1 && !removed.length) return put[0]!.id
  const changed = put.length ? put : removed.flatMap((id) => before.messages.get(id) ?? [])
  const ids = new Set(changed.map(({ id }) => id))
  const top = changed.find(({ parent }) => parent === null || !ids.has(parent))
  return (top && placeUnder(after, top.parent)) ?? undefined
}

/** The key in `chosen` for the children of a message. */
export const keyOf = (tree: Tree, parent: MessageId | null): MessageId => placeUnder(tree, parent) ?? TOP
