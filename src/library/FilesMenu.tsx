import { useConversationList } from '../state/conversations'
import { exportOpened, importOpened } from '../state/panels'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'

/** Conversations from files, and to files. */
export function FilesMenu() {
  const ids = Object.keys(useConversationList() ?? {})
  return (
    <Menu
      label={t.files.menu}
      items={() => [
        { label: t.files.importTitle, onSelect: () => importOpened() },
        { label: t.files.exportAll, disabled: !ids.length, onSelect: () => exportOpened(ids) },
      ]}
    >
      <Icon name="more" />
    </Menu>
  )
}
