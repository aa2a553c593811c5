import { useOperatorTitle } from '../state/operatorConfig'
import { exportOpened, settingsOpened } from '../state/panels'
import { goTo, hashOf } from '../state/route'
import { useIsSearching } from '../state/searching'
import { temporaryChosen } from '../state/beTemporary'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { Menu } from '../ui/Menu'
import { t } from '../words/rooms'
import { FilesMenu } from './FilesMenu'
import { LibraryList } from './LibraryList'
import { Search } from './Search'

interface Props {
  /** The reader has gone somewhere from here. */
  onGo?: () => void
}

/** The pane of conversations: its head, the list, its foot. */
export function Library({ onGo }: Props) {
  const beginTemporary = () => {
    onGo?.()
    goTo(null)
    temporaryChosen(true)
    document.getElementById('composer')?.focus()
  }
  const title = useOperatorTitle()
  const searching = useIsSearching()
  return (
    <nav
      aria-label={t.app.library}
      className="relative flex min-h-0 min-w-0 grow flex-col bg-wash text-chrome"
    >
      <div className="flex h-bar flex-none items-center gap-2 px-3.5">
        <p dir="auto" className="min-w-0 grow truncate text-text font-semibold tracking-tight">
          {title ?? t.app.name}
        </p>
        <a
          href={hashOf(null)}
          onClick={onGo}
          aria-label={t.library.newConversation}
          className="inline-flex min-h-7 items-center gap-1 rounded-chip border border-line bg-paper px-2.5 text-small text-soft hover:border-edge hover:text-ink"
        >
          <Icon name="plus" className="size-3.5" />
          {t.library.new}
        </a>
        <Menu
          label={t.list.more}
          className="-mx-1"
          items={() => [{ label: t.list.newTemporary, onSelect: beginTemporary }]}
        >
          <Icon name="down" className="size-3.5" />
        </Menu>
      </div>
      <Search {...(onGo && { onGo })} />
      {/* It keeps its place, and what is selected in it; no higher than where it is seen, so that it need not scroll. */}
      <div
        className={`flex min-h-0 flex-col ${searching ? 'invisible absolute inset-x-0 top-24 bottom-bar' : 'grow'}`}
      >
        <LibraryList {...(onGo && { onGo })} onExport={exportOpened} />
      </div>
      <div className="flex h-bar flex-none items-center px-3.5">
        <span className="grow text-small text-faint">{t.list.onThisDevice}</span>
        <FilesMenu />
        <Button look="plain" className="-me-1.5" onClick={() => settingsOpened()}>
          {t.list.settings}
        </Button>
      </div>
    </nav>
  )
}
