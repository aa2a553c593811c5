import { useId, useState } from 'react'
import {
  type ConversationId,
  type Message,
  type MessageId,
  type RunFacts,
  isLive,
} from '../conversation/Message'
import type { Tree } from '../conversation/Tree'
import type { Flight } from '../flights/Flight'
import { useTree } from '../state/conversations'
import { useFlights } from '../state/flights'
import { useLiveMessage } from '../state/runs'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { FlightSections } from './FlightSections'
import type { MessageParts } from './MessageParts'
import { OpenRecord } from './OpenRecord'

interface Props {
  conversation: ConversationId
  message: MessageId
  parts: MessageParts
}

/** The record of the request behind a message: what was sent, and all that came, with its times. */
export function Inspector({ conversation, message: id, parts }: Props) {
  const tree = useTree(conversation)
  const message = tree?.messages.get(id)
  return message?.run ? <OfRun tree={tree!} message={message} run={message.run} parts={parts} /> : <None />
}

interface OfRunProps extends Pick<Props, 'parts'> {
  tree: Tree
  message: Message
  run: RunFacts
}

function OfRun({ tree, message: settled, run, parts }: OfRunProps) {
  const message = useLiveMessage(settled)
  const flights = useFlights(run, isLive(message))
  const [chosen, setChosen] = useState<string>()
  const label = useId()
  if (!flights) return null
  const flight = flights.find((one) => placeOf(one) === chosen) ?? flights.at(-1)
  if (!flight) return <None />
  return (
    <>
      {flights.length > 1 && (
        <div className="flex flex-none items-center gap-3 overflow-x-auto border-b border-line px-5 py-2">
          <span id={label} className="text-small text-soft">
            {t.inspector.attempts}
          </span>
          <Segmented
            labelledBy={label}
            value={placeOf(flight)}
            options={flights.map((one) => ({ value: placeOf(one), label: attemptWords(one) }))}
            onChange={setChosen}
          />
        </div>
      )}
      <FlightSections
        flight={flight}
        message={message}
        parts={parts}
        about={{ tree, message: settled, attempts: flights }}
      />
    </>
  )
}

const placeOf = ({ attempt = 1 }: Flight) => String(attempt)
const attemptWords = (flight: Flight) =>
  t.inspector.attempt(placeOf(flight), String(flight.response?.status ?? ''))

const None = () => (
  <div className="max-w-prose p-5 text-soft">
    <p>{t.inspector.none}</p>
    <p className="mt-2 mb-4 text-small text-faint">{t.inspector.noneLimit}</p>
    <OpenRecord />
  </div>
)
