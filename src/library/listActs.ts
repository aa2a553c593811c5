import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { conversationOf } from '../state/conversations'
import { conversationKept } from '../state/keepConversation'
import { panelOpened } from '../state/panels'
import { goTo } from '../state/route'
import { isTemporary } from '../state/temporary'
import type { MenuItem } from '../ui/Menu'
import { t } from '../words/rooms'
import { archived, pinned, removed } from './acts'

/** What the list itself has to do for an act. */
export interface ListHands {
  onRename: (id: ConversationId) => void
  onFolder: (ids: readonly ConversationId[]) => void
  onTags: (ids: readonly ConversationId[]) => void
  onSelect: (id: ConversationId) => void
  /** What was selected is no longer in sight. */
  onRemoved: () => void
  /** Writes conversations into a file; where nobody can, it is not offered. */
  onExport: ((ids: readonly ConversationId[]) => void) | undefined
}

/** What the menu of a conversation offers. */
export function rowItems({ id, pinned: isPinned, archived: isArchived }: Conversation, hands: ListHands) {
  const { onRename, onFolder, onTags, onSelect, onExport } = hands
  const rename: MenuItem = { label: t.list.rename, onSelect: () => onRename(id) }
  const share: MenuItem = { label: t.list.share, onSelect: () => shared(id) }
  const remove: MenuItem = { label: t.list.remove, onSelect: () => void removed([id]), danger: true }
  if (isTemporary(id))
    return [{ label: t.list.keep, onSelect: () => void conversationKept(id) }, rename, share, remove]
  return [
    rename,
    { label: isPinned ? t.list.unpin : t.list.pin, onSelect: () => pinned([id], !isPinned) },
    { label: t.list.move, onSelect: () => onFolder([id]) },
    { label: t.list.tag, onSelect: () => onTags([id]) },
    { label: isArchived ? t.list.unarchive : t.list.archive, onSelect: () => archived([id], !isArchived) },
    share,
    ...(onExport ? [{ label: t.list.export, onSelect: () => onExport([id]) }] : []),
    { label: t.list.select, onSelect: () => onSelect(id) },
    remove,
  ]
}

function shared(id: ConversationId) {
  goTo(id)
  panelOpened('share')
}

/** What can be done with all that are selected. */
export function selectionActs(ids: readonly ConversationId[], isArchive: boolean, hands: ListHands) {
  const { onFolder, onTags, onRemoved, onExport } = hands
  const arePinned = ids.length > 0 && ids.every((id) => conversationOf(id)?.pinned)
  const remove = () => {
    void removed(ids)
    onRemoved()
  }
  const archive = () => {
    archived(ids, !isArchive)
    onRemoved()
  }
  return [
    { label: arePinned ? t.list.unpin : t.list.pin, onClick: () => pinned(ids, !arePinned) },
    { label: t.selecting.folder, onClick: () => onFolder(ids) },
    { label: t.selecting.tags, onClick: () => onTags(ids) },
    { label: isArchive ? t.list.unarchive : t.list.archive, onClick: archive },
    ...(onExport ? [{ label: t.selecting.export, onClick: () => onExport(ids) }] : []),
    { label: t.list.remove, onClick: remove, danger: true },
  ]
}
