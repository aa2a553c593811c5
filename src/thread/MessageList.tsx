import { Fragment, useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { ConversationId, MessageId, Message as MessageRecord } from '../conversation/Message'
import { openCalls } from '../conversation/openCalls'
import { usePath } from '../state/conversations'
import { type Gap, gapPlace, useDraftPlaces } from '../state/drafts'
import { messageAddedOnTop, messageInserted } from '../state/editMessage'
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

const newAnswer = { role: 'assistant', content: '' } as const
const newQuestion = { role: 'user', content: '' } as const

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
  const places = useDraftPlaces(id)

  // Who sends wants to see what comes.
  const showEnd = useEffectEvent(() => {
    drawEnd()
    requestAnimationFrame(toEnd)
  })
  useEffect(() => {
    if (running) showEnd()
  }, [running])

  const onInsert = useCallback(
    (message: MessageRecord, where: Gap['where']) => setGap({ message: message.id, where }),
    [],
  )
  /** Nothing is being written there any more: the focus goes on with a message. */
  const closeGap = (message: MessageId) => {
    setGap(undefined)
    requestAnimationFrame(() => focusMessage(message))
  }
  const newRow = (message: MessageRecord, where: Gap['where'], place: number) => {
    const focused = gap?.message === message.id && gap.where === where
    const here: Gap = { message: message.id, where }
    if (!focused && !places.includes(gapPlace(id, here))) return null
    return (
      <NewRow
        conversation={id}
        gap={here}
        message={message.role === 'user' ? newAnswer : newQuestion}
        calls={openCalls(path.slice(0, place))}
        held={running}
        focused={focused}
        onCancel={() => closeGap(message.id)}
        onSave={(written) => closeGap(messageInserted(id, message.id, where, written))}
      />
    )
  }

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
            <SystemRow
              conversation={id}
              held={running}
              onSave={(written) => messageAddedOnTop(id, written)}
            />
          )}
          {path.slice(from, to).map((message, at) => (
            <Fragment key={message.id}>
              {newRow(message, 'before', from + at)}
              <Message
                conversation={id}
                message={message}
                place={from + at + 1}
                count={path.length}
                onInsert={onInsert}
              />
              {newRow(message, 'after', from + at + 1)}
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
