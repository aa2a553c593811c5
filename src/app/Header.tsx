import type { ConversationId } from '../conversation/Message'
import { useConversation } from '../state/conversations'
import { redo, undo, useCanRedo, useCanUndo } from '../state/history'
import { panelOpened } from '../state/panels'
import { hashOf, useOpenConversation } from '../state/route'
import { useIsRunning } from '../state/runs'
import { paneToggled } from '../state/settings'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'

interface Props {
  /** Which panes there is room for beside the thread; the others lie over it. */
  fits: Record<'library' | 'parameters', boolean>
  /** Which of them stand there now. */
  beside: Record<'library' | 'parameters', boolean>
}

/** The name of what is open, and the way to the panes. */
export function Header({ fits, beside }: Props) {
  const id = useOpenConversation()
  const conversation = useConversation(id)
  const open = (pane: 'library' | 'parameters') => (fits[pane] ? paneToggled(pane) : panelOpened(pane))
  return (
    <header className="flex h-bar flex-none items-center gap-1.5 border-b border-line px-3">
      <Button
        look="plain"
        aria-label={beside.library ? t.app.hideLibrary : t.app.showLibrary}
        aria-pressed={fits.library ? beside.library : undefined}
        onClick={() => open('library')}
      >
        <Icon name="list" />
      </Button>
      <h1 dir="auto" className="min-w-0 grow truncate px-1 font-medium">
        {id === null ? t.library.newConversation : conversation?.title || t.app.untitled}
      </h1>
      {id !== null && <UndoButtons id={id} />}
      {id !== null && (
        <Button
          look="plain"
          aria-label={t.outline.title}
          title={t.outline.title}
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
        aria-pressed={fits.parameters ? beside.parameters : undefined}
        onClick={() => open('parameters')}
      >
        <Icon name="sliders" />
      </Button>
    </header>
  )
}

/** Shown as long as there is something to undo or redo. */
function UndoButtons({ id }: { id: ConversationId }) {
  const canUndo = useCanUndo(id)
  const canRedo = useCanRedo(id)
  const running = useIsRunning(id)
  if (!canUndo && !canRedo) return null
  return (
    <>
      <Button
        look="plain"
        aria-label={t.app.undo}
        title={t.app.undoKey}
        disabled={!canUndo || running}
        onClick={() => undo(id)}
      >
        <Icon name="undo" />
      </Button>
      <Button
        look="plain"
        aria-label={t.app.redo}
        title={t.app.redoKey}
        disabled={!canRedo || running}
        onClick={() => redo(id)}
      >
        <Icon name="undo" className="-scale-x-100" />
      </Button>
    </>
  )
}
