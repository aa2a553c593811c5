import { useEffect, useRef } from 'react'
import type { ConversationId } from '../conversation/Message'
import { useTree } from '../state/conversations'
import { redo, undo, useCanRedo, useCanUndo } from '../state/history'
import { panelOpened } from '../state/panels'
import { hashOf, useOpenConversation } from '../state/route'
import { useIsRunning } from '../state/runs'
import { paneToggled } from '../state/settings'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
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
      {id !== null && isHere && <UndoButtons id={id} />}
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

/** Shown as long as there is something to undo or redo. */
function UndoButtons({ id }: { id: ConversationId }) {
  const canUndo = useCanUndo(id)
  const canRedo = useCanRedo(id)
  const running = useIsRunning(id)
  const buttons = useRef<HTMLSpanElement>(null)
  // Who takes the last step back can go on with the other of the two.
  useEffect(() => {
    const { activeElement: active } = document
    if (active?.matches(':disabled') && buttons.current?.contains(active))
      buttons.current.querySelector<HTMLElement>('button:not(:disabled)')?.focus()
  })
  if (!canUndo && !canRedo) return null
  return (
    <span ref={buttons} className="flex gap-1.5">
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
    </span>
  )
}
