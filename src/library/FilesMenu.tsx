import { importOpened } from '../state/panels'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'

/** Conversations from files, and to files. */
export function FilesMenu() {
  return (
    <Menu label={t.files.menu} items={() => [{ label: t.files.importTitle, onSelect: () => importOpened() }]}>
      <Icon name="more" />
    </Menu>
  )
}
