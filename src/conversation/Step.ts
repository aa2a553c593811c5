import { type Change, applyChange, invertChange } from './Change'
import type { Message, MessageId } from './Message'
import { choosePath } from './operations'
import { placed } from './placed'
import { TOP, type Tree, chosenChild, placeUnder } from './Tree'

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
export function takeStep(tree: Tree, { put: known, removed, chosen: turns }: Step): Change {
  const put = placed(tree, known, removed)
  const chosen = { ...tree.conversation.chosen }
  for (const [key, child] of Object.entries(turns)) {
    if (child === null) delete chosen[key]
    else chosen[key] = child
  }
  const conversation = { ...tree.conversation, chosen }
  const after = applyChange(tree, { conversation, put, removed })
  return { conversation: turnTo(tree, after, put, removed), put, removed }
}

/** Turns to the message that has changed, or to where several have: to what is back, if all of it is out of sight there. */
function turnTo(before: Tree, after: Tree, put: readonly Message[], removed: readonly MessageId[]) {
  const turned = (id: MessageId | null | undefined) =>
    (id && choosePath(after, id).conversation) || after.conversation
  if (put.length === 1 && !removed.length) return turned(put[0]!.id)
  const changed = put.length ? put : removed.flatMap((id) => before.messages.get(id) ?? [])
  const ids = new Set(changed.map(({ id }) => id))
  const top = changed.find(({ parent }) => parent === null || !ids.has(parent))
  const place = top ? placeUnder(after, top.parent) : null
  const conversation = turned(place)
  const seen = chosenChild({ ...after, conversation }, place)
  const isBack = top && put.length && !before.messages.has(top.id)
  return isBack && seen && !ids.has(seen) ? turned(top.id) : conversation
}

/** The key in `chosen` for the children of a message. */
export const keyOf = (tree: Tree, parent: MessageId | null): MessageId => placeUnder(tree, parent) ?? TOP
