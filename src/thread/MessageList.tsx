import { Fragment, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConversationId, MessageId, Message as MessageRecord } from '../conversation/Message'
import { usePath } from '../state/conversations'
import { messageInserted, systemMessageAdded } from '../state/editMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { renderNow } from '../ui/renderNow'
import { count } from '../words/numbers'
import { t } from '../words/t'
import { Beyond } from './Beyond'
import { Message } from './Message'
import { NewRow } from './NewRow'
import { SystemRow } from './SystemRow'
import { focusMessage } from './focusMessage'
import { useDrawn } from './useDrawn'
import { useFollowScroll } from './useFollowScroll'

/** A place between messages where a new one is being written. */
interface Gap {
  message: MessageRecord
  where: 'before' | 'after'
}

/** The visible path of a conversation, read from top to bottom like a play. */
export function MessageList({ id }: { id: ConversationId }) {
  const path = usePath(id)
  const running = useIsRunning(id)
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const { following, toEnd } = useFollowScroll(box, content, id)
  const { from, to, drawEarlier, drawLater, drawEnd } = useDrawn(path, box)
  const goToEnd = useCallback(() => {
    renderNow(drawEnd)
    toEnd()
  }, [drawEnd, toEnd])
  const [gap, setGap] = useState<Gap>()

  // Who sends wants to see what comes.
  const showEnd = useEffectEvent(() => {
    drawEnd()
    requestAnimationFrame(toEnd)
  })
  useEffect(() => {
    if (running) showEnd()
  }, [running])

  const onInsert = useCallback(
    (message: MessageRecord, where: Gap['where']) => setGap({ message, where }),
    [],
  )
  /** Nothing is being written there any more: the focus goes on with a message. */
  const closeGap = (message: MessageId) => {
    setGap(undefined)
    requestAnimationFrame(() => focusMessage(message))
  }
  const newRow = gap && (
    <NewRow
      held={running}
      role={gap.message.role === 'user' ? 'assistant' : 'user'}
      onCancel={() => closeGap(gap.message.id)}
      onSave={(text, role) => closeGap(messageInserted(id, gap.message.id, gap.where, role, text))}
    />
  )
  const isGap = (message: MessageRecord, where: Gap['where']) =>
    gap?.message.id === message.id && gap.where === where

  const hasSystem = path[0]?.role === 'system' || path[0]?.role === 'developer'
  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={box}
        className="min-h-0 grow overflow-y-auto outline-offset-[-2px]"
        // A scroll box has to be reachable by key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t.app.thread}
      >
        <div ref={content} className="mx-auto max-w-thread px-7 pt-3 pb-10 phone:px-4">
          {from > 0 && <Beyond label={t.message.earlier(count(from))} onShow={drawEarlier} />}
          {from === 0 && !hasSystem && (
            <SystemRow held={running} onSave={(text) => systemMessageAdded(id, text)} />
          )}
          {path.slice(from, to).map((message, at) => (
            <Fragment key={message.id}>
              {isGap(message, 'before') && newRow}
              <Message
                conversation={id}
                message={message}
                place={from + at + 1}
                count={path.length}
                onInsert={onInsert}
              />
              {isGap(message, 'after') && newRow}
            </Fragment>
          ))}
          {to < path.length && <Beyond label={t.message.later(count(path.length - to))} onShow={drawLater} />}
        </div>
      </div>
      {(!following || to < path.length) && (
        <Button
          className="absolute bottom-2 left-1/2 -translate-x-1/2 bg-raised shadow-float"
          onClick={goToEnd}
        >
          <Icon name="end" />
          {t.message.toEnd}
        </Button>
      )}
    </div>
  )
}
