import type { ConversationId } from '../conversation/Message'
import { saveWhole } from '../storage/conversations'
import { tellOfMany } from '../storage/tellOfMany'
import { holdRun } from '../storage/runLocks'
import { treeOf } from './conversations'
import { draftPlacesOf, draftChanged, draftOf } from './drafts'
import { storageFailed } from './notices'
import { activeRun } from './runs'
import { temporaryEnded } from './beTemporary'
import { isTemporary } from './temporary'

/** Makes an ordinary conversation of a temporary one: all of it is written, and goes on being written. */
export async function conversationKept(id: ConversationId): Promise<void> {
  const run = activeRun(id)
  // Other tabs hear of a reply only once they can tell that somebody receives it.
  const release = run && (await holdRun(run.id))
  void run?.ended.then(release)
  const tree = treeOf(id)
  if (!tree || !isTemporary(id)) return
  temporaryEnded(id)
  const whole = [{ conversation: tree.conversation, messages: [...tree.messages.values()] }]
  const written = saveWhole(whole).catch(storageFailed)
  tellOfMany({ type: 'restored', kept: whole })
  for (const place of draftPlacesOf(id)) draftChanged(place, draftOf(place))
  await written
}
