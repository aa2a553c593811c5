import type { Role } from '../protocol/wire'
import { t } from '../words/t'
import { MessageEditor } from './MessageEditor'
import { Row, rowGrid } from './Row'

interface Props {
  role: Role
  onSave: (text: string, role: Role) => void
  onCancel: () => void
  held: boolean
}

/** A message that is being written where it will stand. */
export function NewRow({ role, onSave, onCancel, held }: Props) {
  return (
    <div role="group" aria-label={t.message.newMessage} className={`${rowGrid} border-t border-line/60`}>
      <Row role={role} name={t.message.newMessage}>
        <MessageEditor role={role} text="" onSave={onSave} onCancel={onCancel} held={held} />
      </Row>
    </div>
  )
}
