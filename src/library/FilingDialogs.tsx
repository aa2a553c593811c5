import type { ConversationId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import { moved, tagged } from './acts'
import { byName, withOuter } from './arrange'
import { isSameTag, tagCounts } from './filter'
import { FolderDialog } from './FolderDialog'
import { TagsDialog } from './TagsDialog'

/** Which of the two is asked, and for which conversations. */
export interface Asked {
  what: 'folder' | 'tags'
  ids: readonly ConversationId[]
}

interface Props {
  asked: Asked
  all: readonly Conversation[]
  onClose: () => void
}

/** Asks for the folder or the tags of conversations, and puts them there. */
export function FilingDialogs({ asked: { what, ids }, all, onClose }: Props) {
  const wanted = new Set(ids)
  const those = all.filter(({ id }) => wanted.has(id))
  if (what === 'folder') {
    const folders = new Set(all.flatMap(({ folder }) => (folder === undefined ? [] : withOuter(folder))))
    const own = new Set(those.map(({ folder = '' }) => folder))
    return (
      <FolderDialog
        folders={[...folders].toSorted(byName)}
        current={own.size === 1 ? [...own][0] : undefined}
        onMove={(folder) => {
          onClose()
          moved(ids, folder)
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <TagsDialog
      known={tagCounts(all).map(({ tag }) => tag)}
      countOf={(tag) => those.filter(({ tags }) => tags?.some((own) => isSameTag(own, tag))).length}
      of={those.length}
      onSave={(change) => {
        onClose()
        if (change.add.length || change.remove.length) tagged(ids, change)
      }}
      onClose={onClose}
    />
  )
}
