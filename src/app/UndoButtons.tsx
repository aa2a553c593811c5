import { useEffect, useRef } from 'react'
import type { ConversationId } from '../conversation/Message'
import { redo, undo, useCanRedo, useCanUndo } from '../state/history'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/rooms'

/** Shown as long as there is something to undo or redo. */
export function UndoButtons({ id }: { id: ConversationId }) {
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
        title={t.common.undoKey}
        disabled={!canUndo || running}
        onClick={() => undo(id)}
      >
        <Icon name="undo" />
      </Button>
      <Button
        look="plain"
        aria-label={t.common.redo}
        title={t.common.redoKey}
        disabled={!canRedo || running}
        onClick={() => redo(id)}
      >
        <Icon name="undo" className="-scale-x-100" />
      </Button>
    </span>
  )
}
