import type { Change } from '../conversation/Change'
import { leaveAlone } from '../conversation/leaveAlone'
import { type Base, mergeChange, wordsLost } from '../conversation/merge'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import { writtenOf } from '../conversation/written'
import { conversationOf, messageOf, treeOf } from './conversations'
import { type Place, draftChanged, draftOf, editPlace, isTypedHere } from './drafts'
import { stepsFollow } from './history'
import { keptBeside } from './keptBeside'

/** Messages as this tab has put words into them. Those of another tab are that one's to look after. */
const writtenHere = new WeakSet<Message>()

/** Words have been put in the place of others, in this tab. */
export const wordsWritten = (message: Message): void => void writtenHere.add(message)

/**
 * A change of another tab, as it counts here. Words that were written here at the same moment, and are not what counts,
 * come back beside it, once it is in memory. What can be undone here leaves alone what was done there.
 */
export function heardChange(id: ConversationId, change: Change, base: Base): Change {
  const met = { conversation: conversationOf(id), messageOf: (one: MessageId) => messageOf(id, one) }
  const merged = mergeChange(change, base, met)
  const lost = wordsLost(merged, base, met).filter((message) => writtenHere.has(message))
  // All who hear of the change have heard of it by then.
  for (const message of lost) setTimeout(() => keptBeside(message, writtenOf(message), { aside: true }))
  const tree = treeOf(id)
  const theirs = { put: change.put, removed: merged.removed }
  if (tree && (theirs.put.length || theirs.removed.length))
    stepsFollow(id, (steps) => leaveAlone(steps, theirs, base, tree))
  for (const message of change.put) editKept(editPlace(id, message.id))
  return merged
}

/** Who has rewritten a message in another tab is done there, and has forgotten what is half written here with it. */
function editKept(place: Place) {
  if (isTypedHere(place) && draftOf(place)) draftChanged(place, draftOf(place))
}
