import { type KeyboardEvent, memo, useRef, useState } from 'react'
import { type ConversationId, type Message as MessageRecord, isLive } from '../conversation/Message'
import { openCalls } from '../conversation/openCalls'
import { usePath, useSiblings } from '../state/conversations'
import { editPlace, useHasDraft } from '../state/drafts'
import { messageBranched, messageRewritten } from '../state/editMessage'
import { useIsRunning, useLiveMessage } from '../state/runs'
import { lazyPart } from '../ui/lazyPart'
import { renderNow } from '../ui/renderNow'
import { t } from '../words/rooms'
import { MessageActions } from './MessageActions'
import { MessageBody } from './MessageBody'
import { MessageEditor } from './MessageEditor'
import { MessageEnding } from './MessageEnding'
import { MessageFoot } from './MessageFoot'
import { Reasoning } from './Reasoning'
import { RetryWait } from './RetryWait'
import { RoleMenu } from './RoleMenu'
import { Row, messageClass } from './Row'
import { ToolCalls } from './ToolCalls'
import { messageKey } from './messageKey'

const LogprobsLens = lazyPart(() => import('./LogprobsLens').then((part) => part.LogprobsLens))

interface Props {
  conversation: ConversationId
  message: MessageRecord
  /** Whether it is the first of the path, and whether it is the last. */
  first: boolean
  last: boolean
  onInsert: (message: MessageRecord, where: 'before' | 'after') => void
}

/**
 * One message. `data-role`, `data-status` and `data-part` are names that styles, tests and assistive tools may
 * rely on. While it streams it is `aria-busy`, and never a live region: it would be read out in shreds. Its name says
 * where it stands, which changes without it: `labelMessages` writes that.
 */
export const Message = memo(function Message({
  conversation,
  message: settled,
  first,
  last,
  onInsert,
}: Props) {
  const [asked, setEditing] = useState(false)
  const edited = editPlace(conversation, settled.id)
  // What was half written when the reader left is found as it was.
  const editing = useHasDraft(edited) || asked
  const path = usePath(editing ? conversation : null)
  const [lens, setLens] = useState(false)
  const article = useRef<HTMLElement>(null)
  const byKey = useRef(false)
  const edit = (key: boolean) => {
    byKey.current = key
    setEditing(true)
  }
  /** Who has been writing goes on where they came from: the message itself, or its Edit button. */
  const endEditing = ({ sends = false } = {}) => {
    renderNow(() => setEditing(false))
    const from =
      byKey.current || sends ? article.current : article.current?.querySelector<HTMLElement>('[data-edit]')
    from?.focus({ preventScroll: true })
  }
  const running = useIsRunning(conversation)
  const message = useLiveMessage(settled)
  const { id, role, status, muted } = message
  const siblings = useSiblings(conversation, message)
  const logprobs =
    isLive(message) || !message.logprobs?.content?.length ? undefined : message.logprobs.content
  const onKeyDown = (event: KeyboardEvent) => {
    // Only for the message itself: keys pressed on something in it belong to that.
    if (event.target !== event.currentTarget) return
    messageKey(event, { conversation, message, edit: () => running || edit(true) })
  }
  return (
    // The message takes keys while it has the focus; everything they do has a button too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={article}
      tabIndex={-1}
      data-message={id}
      data-role={role}
      data-status={status}
      data-muted={muted || undefined}
      data-choice={siblings.length > 1 ? `${siblings.indexOf(id) + 1}/${siblings.length}` : undefined}
      aria-busy={isLive(message) || undefined}
      onKeyDown={onKeyDown}
      className={messageClass(role, first)}
    >
      {/* Who reads by ear goes from message to message by headings. Those of an answer stand below it. */}
      <h2 className="sr-only select-none">{t.roles.names[role]}</h2>
      <Row
        role={role}
        name={
          isLive(message) || editing ? undefined : (
            <RoleMenu conversation={conversation} message={id} role={role} disabled={running} />
          )
        }
      >
        {editing ? (
          <MessageEditor
            place={edited}
            message={message}
            calls={openCalls(path, path.indexOf(settled))}
            held={running}
            focused={asked}
            onCancel={() => endEditing()}
            onSave={(written, from) => {
              endEditing()
              messageRewritten(conversation, id, written, from)
            }}
            onBranch={(written) => {
              endEditing({ sends: true })
              messageBranched(conversation, id, written)
            }}
          />
        ) : (
          <>
            <div className={muted ? 'opacity-60' : undefined}>
              <Reasoning message={message} />
              {lens && logprobs ? (
                <LogprobsLens
                  conversation={conversation}
                  message={message}
                  content={logprobs}
                  awaited={<MessageBody message={message} />}
                />
              ) : (
                <MessageBody message={message} />
              )}
              <ToolCalls conversation={conversation} message={message} />
            </div>
            {muted && <p className="mt-1 text-small text-warn">{t.message.muted}</p>}
            {isLive(message) && <RetryWait message={id} />}
            <MessageEnding conversation={conversation} message={message} />
            <MessageFoot
              conversation={conversation}
              message={message}
              {...(logprobs && { lens, onLens: () => setLens(!lens) })}
            />
            {!isLive(message) && (
              <MessageActions
                conversation={conversation}
                message={message}
                first={first}
                last={last}
                onEdit={() => edit(false)}
                onInsert={(where) => onInsert(message, where)}
              />
            )}
          </>
        )}
      </Row>
    </article>
  )
})
