import { folderName, tagList, tagName } from '../conversation/filing'
import { type Refiling, refilingBack, refilingOf } from '../conversation/refile'
import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { saveRefilings } from '../storage/conversations'
import { tellOfMany } from '../storage/tellOfMany'
import { conversationOf } from './conversations'
import { storageFailed } from './notices'
import { refiled } from './refiled'

/** Takes an act back. */
export type Undo = () => void

/** Other facts for many conversations, as one act: to the screen, to storage, to the other tabs. */
function refileAll(ids: readonly ConversationId[], facts: (now: Conversation) => Refiling): Undo {
  const known = ids.flatMap((id) => conversationOf(id) ?? [])
  const there = new Map(known.map((now) => [now.id, refilingOf(now, facts(now))]))
  const back = new Map(known.map((now) => [now.id, refilingBack(now, there.get(now.id)!)]))
  commitRefilings(there)
  return () => commitRefilings(back)
}

function commitRefilings(refilings: ReadonlyMap<ConversationId, Refiling>): void {
  refiled(refilings)
  tellOfMany({ type: 'refiled', refilings })
  saveRefilings(refilings).catch(storageFailed)
}

/** The reader gives it a name of their own. Blank is none, and changes nothing. */
export function conversationRenamed(id: ConversationId, title: string): Undo | undefined {
  const before = conversationOf(id)
  if (!title || !before || (before.named && before.title === title)) return undefined
  return refileAll([id], () => ({ title, named: true }))
}

export const conversationsPinned = (ids: readonly ConversationId[], pinned: boolean): Undo =>
  refileAll(ids, () => ({ pinned: pinned || null }))

export const conversationsArchived = (ids: readonly ConversationId[], archived: boolean): Undo =>
  refileAll(ids, () => ({ archived: archived || null }))

/** Puts conversations into a folder; '' takes them out of theirs. */
export const conversationsMoved = (ids: readonly ConversationId[], folder: string): Undo =>
  refileAll(ids, () => ({ folder: folderName(folder) || null }))

/** Gives conversations these tags besides their own, and takes others away. */
export function conversationsTagged(
  ids: readonly ConversationId[],
  { add = [], remove = [] }: { add?: readonly string[]; remove?: readonly string[] },
): Undo {
  const gone = new Set(remove.map((tag) => tagName(tag).toLowerCase()))
  return refileAll(ids, ({ tags = [] }) => {
    const list = tagList([...tags.filter((tag) => !gone.has(tag.toLowerCase())), ...add])
    return { tags: list.length ? list : null }
  })
}
