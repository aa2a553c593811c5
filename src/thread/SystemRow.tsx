import { useRef, useState } from 'react'
import type { MessageId } from '../conversation/Message'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { renderNow } from '../ui/renderNow'
import { t } from '../words/t'
import { MessageEditor } from './MessageEditor'
import { Row, rowGrid } from './Row'
import { focusMessage } from './focusMessage'

/** Where a system message would stand, while there is none. */
export function SystemRow({ held, onSave }: { held: boolean; onSave: (text: string) => MessageId }) {
  const [editing, setEditing] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  const cancel = () => {
    renderNow(() => setEditing(false))
    add.current?.focus()
  }
  if (!editing)
    return (
      <div className={`${rowGrid} py-1`}>
        <span />
        <div>
          <Button ref={add} look="plain" className="-ms-1.5 text-faint" onClick={() => setEditing(true)}>
            <Icon name="plus" />
            {t.message.addSystem}
          </Button>
        </div>
      </div>
    )
  return (
    <div className={rowGrid}>
      <Row role="system">
        <MessageEditor
          role="system"
          text=""
          held={held}
          onCancel={cancel}
          onSave={(text) => {
            if (!text.trim()) return cancel()
            const born = onSave(text)
            setEditing(false)
            requestAnimationFrame(() => focusMessage(born))
          }}
        />
      </Row>
    </div>
  )
}
