import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import type { ConversationId, MessageId, Message as MessageRecord } from '../conversation/Message'
import { openCalls } from '../conversation/openCalls'
import { PictureContext } from '../markdown/pictureConsent'
import { usePath } from '../state/conversations'
import { type Gap, gapPlace, useDraftPlaces } from '../state/drafts'
import { useFound } from '../state/found'
import { pictureConsent } from '../state/pictures'
import { messageAddedOnTop, messageInserted } from '../state/editMessage'
import { useIsRunning } from '../state/runs'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { lazyPart } from '../ui/lazyPart'
import { t } from '../words/rooms'
import { MessageGroup } from './MessageGroup'
import { NewRow } from './NewRow'
import { SystemRow } from './SystemRow'
import { asksForEnd } from './asksForEnd'
import { focusMessage } from './focusMessage'
import { selectThread } from './selectThread'
import type { Group } from './groupPath'
import { useDrawn } from './useDrawn'
import { useFollowScroll } from './useFollowScroll'

const FoundBar = lazyPart(() => import('./FoundBar').then((part) => part.FoundBar), { place: 'line' })

const pictures = { consent: pictureConsent, isKept: true }
const newAnswer = { role: 'assistant', content: '' } as const
const newQuestion = { role: 'user', content: '' } as const

/** The visible path of a conversation, read from top to bottom like a play. */
export function MessageList({ id }: { id: ConversationId }) {
  const path = usePath(id)
  const running = useIsRunning(id)
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const { following, toEnd, onDrawn } = useFollowScroll(box, content, id)
  const { groups, drawing } = useDrawn(path, box, list, onDrawn)
  const [gap, setGap] = useState<Gap>()
  const places = useDraftPlaces(id)
  const found = useFound()

  // Who sends wants to see what comes.
  const showEnd = useEffectEvent(() => requestAnimationFrame(toEnd))
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
  const newRow = (message: MessageRecord, where: Gap['where']): ReactNode => {
    const focused = gap?.message === message.id && gap.where === where
    const here: Gap = { message: message.id, where }
    if (!focused && !places.includes(gapPlace(id, here))) return undefined
    const place = path.indexOf(message) + (where === 'after' ? 1 : 0)
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
  /** The new messages that are being written in a group, by where. */
  const newRows = ({ messages }: Group) => {
    if (!gap && !places.length) return undefined
    const rows = messages.flatMap((message) =>
      (['before', 'after'] as const).map(
        (where) => [`${where} ${message.id}`, newRow(message, where)] as const,
      ),
    )
    const open = new Map(rows.filter(([, row]) => row !== undefined))
    return open.size ? open : undefined
  }

  const onKeyDown = (event: KeyboardEvent) => {
    selectThread(event)
    if (!asksForEnd(event)) return
    // The browser would go to where the end is now, and arrive when it is elsewhere.
    event.preventDefault()
    toEnd()
  }

  const hasSystem = path[0]?.role === 'system' || path[0]?.role === 'developer'
  return (
    <div className="relative flex min-h-0 grow flex-col">
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it scrolls, by key as well */}
      <div
        ref={box}
        className="min-h-0 grow overflow-y-auto outline-offset-[-2px]"
        // A scroll box has to be reachable by key.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={t.app.thread}
        onKeyDown={onKeyDown}
      >
        <div ref={content} className="mx-auto max-w-thread px-7 pt-3 pb-10 phone:px-4">
          {!hasSystem && (
            <SystemRow
              conversation={id}
              held={running}
              onSave={(written) => messageAddedOnTop(id, written)}
            />
          )}
          <div ref={list}>
            <PictureContext value={pictures}>
              {groups.map((group, at) => (
                <MessageGroup
                  key={group.key}
                  conversation={id}
                  group={group}
                  drawing={drawing}
                  first={at === 0}
                  last={at === groups.length - 1}
                  newRows={newRows(group)}
                  onInsert={onInsert}
                />
              ))}
            </PictureContext>
          </div>
        </div>
      </div>
      {found?.conversation === id && <FoundBar found={found} box={box} />}
      {!following && (
        <Button
          className="absolute bottom-2 left-1/2 -translate-x-1/2 bg-raised shadow-float"
          onClick={toEnd}
        >
          <Icon name="end" />
          {t.message.toEnd}
        </Button>
      )}
    </div>
  )
}
