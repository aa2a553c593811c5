import type { ConversationId } from '../conversation/Message'
import type { OpenCall } from '../conversation/openCalls'
import type { Written } from '../conversation/written'
import { type Gap, gapPlace } from '../state/drafts'
import { t } from '../words/rooms'
import { MessageEditor } from './MessageEditor'
import { Row, rowGrid } from './Row'

interface Props {
  conversation: ConversationId
  gap: Gap
  /** The message as it begins. */
  message: Written
  calls: readonly OpenCall[]
  onSave: (written: Written) => void
  onCancel: () => void
  held: boolean
  focused: boolean
}

/** A message that is being written where it will stand. */
export function NewRow({ conversation, gap, message, ...rest }: Props) {
  return (
    <div role="group" aria-label={t.message.newMessage} className={`${rowGrid} border-t border-line/60`}>
      <Row role={message.role} name={t.message.newMessage}>
        <MessageEditor place={gapPlace(conversation, gap)} message={message} {...rest} />
      </Row>
    </div>
  )
}
