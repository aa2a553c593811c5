import { useTree } from '../state/conversations'
import { panelOpened } from '../state/panels'
import { hashOf, useOpenConversation } from '../state/route'
import { paneToggled } from '../state/settings'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
import { ConversationButtons } from './lazyPanes'
import { useOpenTitle } from './usePageTitle'

interface Props {
  /** Which panes there is room for beside the thread; the others lie over it. */
  fits: Record<'library' | 'parameters', boolean>
  /** Which of them stand there now. */
  beside: Record<'library' | 'parameters', boolean>
}

/** The name of what is open, and the way to the panes. */
export function Header({ fits, beside }: Props) {
  const id = useOpenConversation()
  const title = useOpenTitle() ?? t.app.loading
  const isHere = useTree(id) !== undefined
  const open = (pane: 'library' | 'parameters') => (fits[pane] ? paneToggled(pane) : panelOpened(pane))
  return (
    <header className="flex h-bar flex-none items-center gap-1.5 border-b border-line px-3">
      <Button
        look="plain"
        aria-label={beside.library ? t.app.hideLibrary : t.app.showLibrary}
        onClick={() => open('library')}
      >
        <Icon name="list" />
      </Button>
      <h1 dir="auto" className="min-w-0 grow truncate px-1 font-medium">
        {title}
      </h1>
      {(id === null || isHere) && <ConversationButtons id={id} />}
      {isHere && (
        <Button
          look="plain"
          aria-label={t.panels.outline}
          title={t.panels.outline}
          onClick={() => panelOpened('outline')}
        >
          <Icon name="tree" />
        </Button>
      )}
      {!beside.library && (
        <a
          href={hashOf(null)}
          aria-label={t.library.newConversation}
          className="inline-flex size-7 items-center justify-center rounded-chip text-soft hover:bg-wash hover:text-ink"
        >
          <Icon name="plus" />
        </a>
      )}
      <Button
        look="plain"
        aria-label={beside.parameters ? t.app.hideParameters : t.app.showParameters}
        onClick={() => open('parameters')}
      >
        <Icon name="sliders" />
      </Button>
    </header>
  )
}
