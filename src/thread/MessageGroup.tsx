import {
  Fragment,
  type ReactNode,
  memo,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react'
import type { ConversationId, Message as MessageRecord } from '../conversation/Message'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { Message } from './Message'
import { PlainMessage } from './PlainMessage'
import { messageClass } from './Row'
import type { Drawing } from './createDrawing'
import type { Group } from './groupPath'
import { guessHeight } from './guessHeight'
import { labelMessages } from './labelMessages'
import { isLight, writeLightRow } from './lightRow'

interface Props {
  conversation: ConversationId
  group: Group
  drawing: Drawing
  first: boolean
  last: boolean
  /** New messages that are being written in it, by `before` or `after` and the id of a message. */
  newRows: ReadonlyMap<string, ReactNode> | undefined
  onInsert: (message: MessageRecord, where: 'before' | 'after') => void
}

/**
 * Messages in a row. Far from sight nothing in it is laid out or painted, and yet all of it can be found, selected and
 * read out; its height is guessed until it has once been seen, and remembered from then on.
 */
export const MessageGroup = memo(function MessageGroup({
  conversation,
  group,
  drawing,
  first,
  last,
  newRows,
  onInsert,
}: Props) {
  const { key, messages } = group
  const subscribe = useCallback((listen: () => void) => drawing.subscribe(key, listen), [drawing, key])
  const { begun, whole } = useSyncExternalStore(subscribe, () => drawing.read(key))
  const box = useRef<HTMLDivElement>(null)
  const height = useMemo(() => messages.reduce((sum, message) => sum + guessHeight(message), 0), [messages])

  useLayoutEffect(() => {
    if (!box.current || !begun) return
    const records = new Map(messages.map((message) => [message.id, message]))
    for (const article of box.current.children)
      if (isLight(article)) writeLightRow(article, records.get(article.dataset['message']!)!)
    const { above, count } = drawing.placeOf(key)
    labelMessages(box.current, above, count)
  })

  return (
    <div
      ref={box}
      data-group=""
      style={{
        // The last one is always in sight when something happens to it.
        contentVisibility: last ? 'visible' : 'auto',
        containIntrinsicHeight: `auto ${height}px`,
        overflowClipMargin: '6px',
      }}
    >
      {begun &&
        messages.map((message, at) => {
          const { id, role, status, muted } = message
          const isFirst = first && at === 0
          return (
            <Fragment key={id}>
              {newRows?.get(`before ${id}`)}
              {whole.has(id) ? (
                <ErrorBoundary rest={<PlainMessage message={message} first={isFirst} />}>
                  <Message
                    conversation={conversation}
                    message={message}
                    first={isFirst}
                    last={last && at === messages.length - 1}
                    onInsert={onInsert}
                  />
                </ErrorBoundary>
              ) : (
                <article
                  tabIndex={-1}
                  data-light=""
                  data-message={id}
                  data-role={role}
                  data-status={status}
                  data-muted={muted || undefined}
                  className={messageClass(role, isFirst)}
                />
              )}
              {newRows?.get(`after ${id}`)}
            </Fragment>
          )
        })}
    </div>
  )
})
