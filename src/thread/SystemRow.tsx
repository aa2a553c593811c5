import { useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { t } from '../words/t'
import { MessageEditor } from './MessageEditor'
import { Row, rowGrid } from './Row'

/** Where a system message would stand, while there is none. */
export function SystemRow({ held, onSave }: { held: boolean; onSave: (text: string) => void }) {
  const [editing, setEditing] = useState(false)
  if (!editing)
    return (
      <div className={`${rowGrid} py-1`}>
        <span />
        <div>
          <Button look="plain" className="-ms-1.5 text-faint" onClick={() => setEditing(true)}>
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
          onCancel={() => setEditing(false)}
          onSave={(text) => {
            setEditing(false)
            if (text.trim()) onSave(text)
          }}
        />
      </Row>
    </div>
  )
}
