import { type ComponentType, useRef, useState } from 'react'
import { endingOf } from '../conversation/endingOf'
import { type Message, textOf } from '../conversation/Message'
import { type Tree, siblingsOf } from '../conversation/Tree'
import { sharedSiblingChosen } from '../state/sharedLink'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { CopyButton } from './CopyButton'
import { hasActionsAtFoot } from './hasActionsAtFoot'
import { MessageBody } from './MessageBody'
import { Reasoning } from './Reasoning'
import { Row, rowGrid } from './Row'
import { RunFigures } from './RunFigures'
import { SiblingSwitch } from './SiblingSwitch'
import { Call } from './ToolCalls'

/** What is said of a part that did not come along. */
export interface AttachmentNote {
  type: string
  name?: string
  size: number
}

interface Props {
  tree: Tree
  message: Message
  place: number
  count: number
  leftOut: readonly AttachmentNote[] | undefined
  Rerun: ComponentType<{ tree: Tree; answer: Message; onClose: () => void }>
}

/** One message of a link: to be read, copied, switched, and an answer to be run again. */
export function SharedMessage({ tree, message, place, count: all, leftOut, Rerun }: Props) {
  const [again, setAgain] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setAgain(false)
    opener.current?.focus()
  }
  const { id, role, status, muted, run, tool_calls: calls = [] } = message
  const siblings = siblingsOf(tree, message)
  const isReply = role === 'assistant'
  return (
    <article
      tabIndex={-1}
      data-message={id}
      data-role={role}
      data-status={status}
      data-muted={muted || undefined}
      aria-label={t.message.label(t.roles.names[role], place, all)}
      className={`relative ${rowGrid} rounded-sm not-first:border-t not-first:border-line/60`}
    >
      <Row role={role}>
        <div className={muted ? 'opacity-60' : undefined}>
          <Reasoning message={message} />
          <MessageBody message={message} />
          {calls.length > 0 && (
            <ul data-part="tool_calls" className="mt-2 flex flex-col gap-2">
              {calls.map((call) => (
                <li key={call.index} className="rounded-block bg-code px-3.5 py-2.5">
                  <Call call={call} whole />
                </li>
              ))}
            </ul>
          )}
        </div>
        {leftOut?.map(({ type, name, size }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- parts have no ids, and do not move
          <p key={at} dir="auto" className="mt-1 text-small text-faint">
            {t.sharing.openedParts} {t.sharing.attachment(name ?? type, count(size))}
          </p>
        ))}
        {muted && <p className="mt-1 text-small text-warn">{t.message.muted}</p>}
        <SharedEnding message={message} />
        <div className={hasActionsAtFoot(message) ? 'relative phone:static' : ''}>
          <div
            className={`mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-faint select-none ${hasActionsAtFoot(message) ? 'min-h-6 pe-36 phone:pe-0 phone:empty:hidden' : 'empty:hidden'}`}
          >
            {siblings.length > 1 && (
              <SiblingSwitch
                message={message}
                siblings={siblings}
                onStep={(by) => sharedSiblingChosen(id, by)}
              />
            )}
            {run && <RunFigures message={message} run={run} />}
          </div>
          <div
            className={`absolute end-0 flex revealed rounded-chip bg-paper phone:top-2 phone:bottom-auto ${hasActionsAtFoot(message) ? '-bottom-0.5' : 'top-2'}`}
          >
            <CopyButton text={textOf(message)} label={t.message.copyLabel(t.roles.names[role])} />
            {isReply && (
              <Button
                ref={opener}
                look="plain"
                aria-label={t.sharing.rerunLabel}
                aria-expanded={again}
                onClick={() => setAgain(!again)}
              >
                {t.sharing.rerun}
              </Button>
            )}
          </div>
        </div>
        {isReply && again && <Rerun tree={tree} answer={message} onClose={close} />}
      </Row>
    </article>
  )
}

/** How an answer ended. What the server said when it failed does not come along. */
function SharedEnding({ message }: { message: Message }) {
  const { error, run, role } = message
  const ending = role === 'assistant' && run ? endingOf(message) : undefined
  if (!error && !ending) return null
  const facts = [error?.status, error?.code, error?.param].filter((fact) => fact !== undefined)
  return (
    <p data-part={error ? 'error' : 'ending'} className="mt-2 text-small text-warn">
      {error ? [t.errors.title[error.kind], ...facts].join(' · ') : ending && t.message[ending]}
    </p>
  )
}
