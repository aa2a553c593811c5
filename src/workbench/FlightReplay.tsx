import { useEffect, useId, useMemo, useState } from 'react'
import type { Message } from '../conversation/Message'
import type { Flight } from '../flights/Flight'
import { type Reading, createReplay, readFlight } from '../flights/readFlight'
import type { Choice, Reply } from '../protocol/wire'
import { Button } from '../ui/Button'
import { Slider } from '../ui/Slider'
import { figure, seconds } from '../words/numbers'
import { t } from '../words/rooms'
import { FlightText, headingLook, sectionLook } from './FlightText'
import type { MessageParts } from './MessageParts'
import { useReplay } from './useReplay'

interface Props {
  flight: Flight
  message: Message
  Body: MessageParts['MessageBody']
}

/** The message that the bytes of a record fold to, at any moment of it: read once more, offline, with nothing sent. */
export function FlightReplay({ flight, ...rest }: Props) {
  const [reading, setReading] = useState<{ of: Flight } & Reading>()
  useEffect(() => {
    let shown = true
    void readFlight(flight).then((read) => shown && setReading({ of: flight, ...read }))
    return () => {
      shown = false
    }
  }, [flight])
  if (!reading) return null
  const { reads, ending } = reading.of
  // One that is still being received is longer each time.
  return <Player key={`${reads.length} ${ending}`} flight={reading.of} reading={reading} {...rest} />
}

const speeds = [0.25, 0.5, 1, 2, 5, 20, 100]

function Player({ flight, reading: { steps }, message, Body }: Props & { reading: Reading }) {
  const length = Math.max(flight.ended ?? 0, flight.reads.at(-1)?.[0] ?? 0)
  const { at, isPlaying, isOver, speed, setSpeed, seek, toggle, step } = useReplay(steps, length)
  const come = steps.filter((one) => one.at <= at).length
  const replyAfter = useMemo(() => createReplay(steps), [steps])
  const reply = replyAfter(come)
  const label = useId()
  const words = t.inspector.replay
  return (
    <div className={sectionLook}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button look="primary" onClick={toggle}>
          {isPlaying ? words.pause : isOver ? words.again : words.play}
        </Button>
        <Button disabled={isOver} onClick={step}>
          {words.step}
        </Button>
        <label className="flex items-center gap-2 text-small text-soft">
          {words.speed}
          <select
            value={speed}
            onChange={({ target }) => setSpeed(Number(target.value))}
            className="min-h-7 rounded-chip border border-line bg-paper px-1.5 text-ink"
          >
            {speeds.map((one) => (
              <option key={one} value={one}>
                {words.times(figure(one))}
              </option>
            ))}
          </select>
        </label>
        <span className="tabular ms-auto text-small text-faint">
          {words.of(seconds(at), seconds(length))}
        </span>
      </div>
      <span id={label} className="sr-only">
        {words.at}
      </span>
      <div className="mt-2 flex">
        <Slider
          labelledBy={label}
          min={0}
          max={Math.max(1, Math.ceil(length))}
          step={1}
          value={Math.round(at)}
          resting={0}
          unsetText=""
          onChange={seek}
        />
      </div>
      <p className="mt-1 mb-4 text-small text-faint">{words.offline}</p>
      {reply.choices.length ? (
        reply.choices.map((choice) => (
          <ReplayedChoice key={choice.index} choice={choice} message={message} Body={Body} />
        ))
      ) : (
        <p className="text-soft">{words.nothing}</p>
      )}
      <ReplyJSON reply={reply} />
    </div>
  )
}

/** Written only where it is seen: with log probabilities it is long, and each moment has another. */
function ReplyJSON({ reply }: { reply: Reply }) {
  const [open, setOpen] = useState(false)
  const json = useMemo(() => (open ? JSON.stringify(reply, null, 2) : ''), [open, reply])
  return (
    <details className="mt-5" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={headingLook}>{t.inspector.json}</summary>
      {open && <FlightText label={t.inspector.json} text={json} />}
    </details>
  )
}

function ReplayedChoice({ choice, message, Body }: { choice: Choice } & Omit<Props, 'flight'>) {
  const { content, refusal, tool_calls: calls } = choice
  const thought = choice.reasoning_content ?? choice.reasoning
  const { run, conversation, parent, order, created } = message
  const shown: Message = {
    id: `replay ${choice.index}`,
    conversation,
    parent,
    order,
    created,
    role: 'assistant',
    status: 'done',
    content,
    ...(refusal && { refusal }),
    ...(run && { run }),
  }
  return (
    <div data-part="replayed" className="max-w-thread border-s-2 border-line ps-4 not-first:mt-4">
      {thought && <p className="mb-3 text-small whitespace-pre-wrap text-faint">{thought}</p>}
      <Body message={shown} />
      {calls.length > 0 && <FlightText label="tool_calls" text={JSON.stringify(calls, null, 2)} />}
    </div>
  )
}
