import { useRef, useState } from 'react'
import { type ConversationId, type MessageId, textOf } from '../conversation/Message'
import type { Written } from '../conversation/written'
import { type Gap, gapPlace, useHasDraft } from '../state/drafts'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { renderNow } from '../ui/renderNow'
import { t } from '../words/rooms'
import { MessageEditor } from './MessageEditor'
import { Row, rowGrid } from './Row'
import { focusMessage } from './focusMessage'

interface Props {
  conversation: ConversationId
  held: boolean
  onSave: (written: Written) => MessageId
}

const top: Gap = { message: 'top', where: 'before' }
const blank: Written = { role: 'system', content: '' }

/** Where a system message would stand, while there is none. */
export function SystemRow({ conversation, held, onSave }: Props) {
  const [asked, setEditing] = useState(false)
  const place = gapPlace(conversation, top)
  const editing = useHasDraft(place) || asked
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
          place={place}
          message={blank}
          calls={[]}
          held={held}
          focused={asked}
          onCancel={cancel}
          onSave={(written) => {
            if (!textOf(written).trim()) return cancel()
            const born = onSave(written)
            setEditing(false)
            requestAnimationFrame(() => focusMessage(born))
          }}
        />
      </Row>
    </div>
  )
}
