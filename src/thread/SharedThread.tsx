import { type ComponentType, useEffect, useRef, useState } from 'react'
import type { Message, MessageId } from '../conversation/Message'
import { type Tree, visiblePath } from '../conversation/Tree'
import { Button } from '../ui/Button'
import { count } from '../words/numbers'
import { t } from '../words/rooms'
import { type AttachmentNote, SharedMessage } from './SharedMessage'
import { SharedParameters } from './SharedParameters'

interface Props {
  tree: Tree
  /** What was too large to come along, by message. */
  leftOut: ReadonlyMap<MessageId, readonly AttachmentNote[]>
  /** Runs a turn again and compares; it stands under the answer where it is asked for. */
  Rerun: ComponentType<{ tree: Tree; answer: Message; onClose: () => void }>
}

/** Nobody has pressed a key yet: the frame around the page would only be in the way. */
const quietly: FocusOptions & { focusVisible: boolean } = { preventScroll: true, focusVisible: false }

/** How many messages are drawn at first, and how many more at a time. */
const some = 60

/** A conversation to be read, from its beginning. */
export function SharedThread({ tree, leftOut, Rerun }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [most, setMost] = useState(some)
  const path = visiblePath(tree)
  // Whoever opens a link wants to read it: keys scroll it, and a screen reader begins with it.
  useEffect(() => box.current?.focus(quietly), [])
  return (
    <div
      ref={box}
      className="min-h-0 grow overflow-y-auto outline-offset-[-2px]"
      // A scroll box has to be reachable by key.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={t.app.thread}
    >
      <div className="mx-auto max-w-thread px-7 pt-3 pb-10 phone:px-4">
        <p className="py-2 text-small text-faint">{t.sharing.opened}</p>
        <SharedParameters conversation={tree.conversation} />
        {!path.length && <p className="text-chrome text-soft">{t.sharing.empty}</p>}
        {path.slice(0, most).map((message, at) => (
          <SharedMessage
            key={message.id}
            tree={tree}
            message={message}
            place={at + 1}
            count={path.length}
            leftOut={leftOut.get(message.id)}
            Rerun={Rerun}
          />
        ))}
        {most < path.length && (
          <p className="py-2 text-center">
            <Button onClick={() => setMost(most + 2 * some)}>
              {t.sharing.more(count(path.length - most))}
            </Button>
          </p>
        )}
      </div>
    </div>
  )
}
