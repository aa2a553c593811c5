import { memo, useState } from 'react'
import { type ConversationId, type Message as MessageRecord, isLive, textOf } from '../conversation/Message'
import { messageBranched, messageRewritten } from '../state/editMessage'
import { useLiveMessage } from '../state/runs'
import { t } from '../words/t'
import { MessageBody } from './MessageBody'
import { MessageEditor } from './MessageEditor'
import { MessageEnding } from './MessageEnding'
import { MessageFoot } from './MessageFoot'
import { Reasoning } from './Reasoning'
import { Row, rowGrid } from './Row'
import { ToolCalls } from './ToolCalls'

interface Props {
  conversation: ConversationId
  message: MessageRecord
  /** Its place on the path, from 1, and how many there are. */
  place: number
  count: number
}

/**
 * One message. `data-role`, `data-status` and `data-part` are names that styles, tests and assistive tools may
 * rely on. While it streams it is `aria-busy`, and never a live region: it would be read out in shreds.
 */
export const Message = memo(function Message({ conversation, message: settled, place, count }: Props) {
  const [editing, setEditing] = useState(false)
  const live = useLiveMessage(isLive(settled) ? settled.id : null)
  const message = live ?? settled
  const { role, status } = message
  return (
    <article
      data-role={role}
      data-status={status}
      aria-busy={isLive(message) || undefined}
      aria-label={t.message.label(t.message.roles[role], place, count)}
      className={`relative ${rowGrid} not-first:border-t not-first:border-line/60`}
    >
      <Row role={role}>
        {editing ? (
          <MessageEditor
            role={role}
            text={textOf(message)}
            onCancel={() => setEditing(false)}
            onSave={(text) => {
              setEditing(false)
              messageRewritten(conversation, message.id, text)
            }}
            {...(role === 'user' && {
              onBranch: (text: string) => {
                setEditing(false)
                void messageBranched(conversation, message.id, text)
              },
            })}
          />
        ) : (
          <>
            <Reasoning message={message} />
            <MessageBody message={message} />
            <ToolCalls calls={message.tool_calls} />
            <MessageEnding conversation={conversation} message={message} />
            <MessageFoot conversation={conversation} message={message} onEdit={() => setEditing(true)} />
          </>
        )}
      </Row>
    </article>
  )
})
