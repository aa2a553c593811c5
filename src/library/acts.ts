import type { ConversationId } from '../conversation/Message'
import { conversationOf } from '../state/conversations'
import { notify } from '../state/notices'
import {
  type Undo,
  conversationRenamed,
  conversationsArchived,
  conversationsMoved,
  conversationsPinned,
  conversationsTagged,
} from '../state/refile'
import { removeConversations } from '../state/removeConversations'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { folderPath } from './folderPath'

type Ids = readonly ConversationId[]

/** What has been done in the list and can be taken back, the last at the end. */
const acts: Undo[] = []
const most = 50

/** Takes back what was done last in the list. */
export const lastUndone = (): void => acts.pop()?.()

function remember(undo: Undo): Undo {
  acts.push(undo)
  acts.splice(0, acts.length - most)
  return () => {
    const at = acts.indexOf(undo)
    if (at < 0) return
    acts.splice(at, 1)
    undo()
  }
}

/** Says what has been done, with a way back. */
function said(text: string, undo: Undo): void {
  notify({ type: 'library-changed', text, action: { label: t.app.undo, act: remember(undo) } })
}

const named = (ids: Ids) =>
  ids.length === 1
    ? t.done.one(conversationOf(ids[0]!)?.title || t.app.untitled)
    : t.done.many(count(ids.length))

export function renamed(id: ConversationId, title: string): void {
  const undo = conversationRenamed(id, title)
  if (undo) remember(undo)
}

export const pinned = (ids: Ids, isPinned: boolean): void =>
  said((isPinned ? t.done.pinned : t.done.unpinned)(named(ids)), conversationsPinned(ids, isPinned))

export const archived = (ids: Ids, isArchived: boolean): void =>
  said((isArchived ? t.done.archived : t.done.unarchived)(named(ids)), conversationsArchived(ids, isArchived))

export const moved = (ids: Ids, folder: string): void =>
  said(
    folder ? t.done.moved(named(ids), folderPath(folder)) : t.done.movedOut(named(ids)),
    conversationsMoved(ids, folder),
  )

export const tagged = (ids: Ids, change: Parameters<typeof conversationsTagged>[1]): void =>
  said(t.done.tagged(named(ids)), conversationsTagged(ids, change))

export async function removed(ids: Ids): Promise<void> {
  const text = (ids.length === 1 ? t.done.removed : t.done.removedMany)(named(ids))
  const undo = await removeConversations(ids)
  said(text, () => void undo())
}
