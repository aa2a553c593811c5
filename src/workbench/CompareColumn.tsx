import { useId, useMemo } from 'react'
import { type Message, isLive, textOf } from '../conversation/Message'
import { useLiveMessage } from '../state/runs'
import { Button } from '../ui/Button'
import { t } from '../words/rooms'
import { AnswerFoot } from './AnswerFoot'
import { CompareCalls } from './CompareCalls'
import { Marked, Stretches } from './Marked'
import type { MessageParts } from './MessageParts'
import { wordDiff } from './wordDiff'

interface Props {
  message: Message
  place: number
  /** What it is compared with; without it the text is shown as it reads. */
  base: Message | undefined
  parts: MessageParts
  onTake: () => void
}

/** One of the answers, all of it. Differences are marked when both are whole. */
export function CompareColumn({ message: settled, place, base, parts, onTake }: Props) {
  const message = useLiveMessage(settled)
  const live = isLive(message)
  const heading = useId()
  const other = base && !isLive(base) && !live ? base : undefined
  const { MessageBody, Reasoning, RunFigures } = parts
  return (
    <section
      aria-labelledby={heading}
      aria-busy={live || undefined}
      // A scroll box has to be reachable by key.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="min-w-72 flex-1 snap-start overflow-y-auto px-4 pb-4 -outline-offset-2"
    >
      <div className="sticky top-0 z-1 flex items-center gap-2 bg-paper pt-3 pb-2 text-small">
        <h3 id={heading} className="grow font-semibold whitespace-nowrap">
          {t.compare.choice(place)}
        </h3>
        <Button disabled={live} aria-describedby={heading} onClick={onTake}>
          {t.compare.take}
        </Button>
      </div>
      <Reasoning message={message} />
      {other ? (
        <MarkedBody message={message} base={other} Body={MessageBody} />
      ) : (
        <MessageBody message={message} />
      )}
      <CompareCalls message={message} live={live} base={other} />
      <AnswerFoot message={message} RunFigures={RunFigures} />
    </section>
  )
}

/** The words of a choice with those marked that the base lacks; as the thread has them where they are too many. */
function MarkedBody({
  message,
  base,
  Body,
}: {
  message: Message
  base: Message
  Body: MessageParts['MessageBody']
}) {
  const [text, other] = [textOf(message), textOf(base)]
  const stretches = useMemo(() => wordDiff(other, text), [other, text])
  if (!stretches) return <Body message={message} />
  return (
    <div data-part="body" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {text && (
        <p dir="auto">
          <Stretches of={stretches} />
        </p>
      )}
      {message.refusal && (
        <p data-part="refusal" dir="auto" className="border-s-2 border-warn ps-3">
          <span className="block text-small text-warn">{t.message.refusal}</span>
          <Marked text={message.refusal} base={base.refusal ?? ''} />
        </p>
      )}
    </div>
  )
}
