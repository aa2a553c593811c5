import { useId, useMemo, useState } from 'react'
import {
  type ConversationId,
  type Message,
  type MessageId,
  type RunFacts,
  isLive,
} from '../conversation/Message'
import type { Flight } from '../flights/Flight'
import { readFlightEvents } from '../flights/readFlightEvents'
import { timelineOf } from '../flights/timelineOf'
import { useTree } from '../state/conversations'
import { useFlights } from '../state/flights'
import { useLiveMessage } from '../state/runs'
import { readUsage } from '../state/usage'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { FlightEvents } from './FlightEvents'
import { FlightHead } from './FlightHead'
import { FlightReplay } from './FlightReplay'
import { FlightRequest } from './FlightRequest'
import { FlightResponse } from './FlightResponse'
import { FlightTimeline } from './FlightTimeline'
import type { MessageParts } from './MessageParts'

interface Props {
  conversation: ConversationId
  message: MessageId
  parts: MessageParts
}

/** The record of the request behind a message: what was sent, and all that came, with its times. */
export function Inspector({ conversation, message: id, parts }: Props) {
  const message = useTree(conversation)?.messages.get(id)
  return message?.run ? <OfRun message={message} run={message.run} parts={parts} /> : <None />
}

function OfRun({ message: settled, run, parts }: { message: Message; run: RunFacts } & Pick<Props, 'parts'>) {
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
      <Sections flight={flight} message={message} parts={parts} />
    </>
  )
}

const placeOf = ({ attempt = 1 }: Flight) => String(attempt)
const attemptWords = (flight: Flight) =>
  t.inspector.attempt(placeOf(flight), String(flight.response?.status ?? ''))

const None = () => (
  <div className="max-w-prose p-5 text-soft">
    <p>{t.inspector.none}</p>
    <p className="mt-2 text-small text-faint">{t.inspector.noneLimit}</p>
  </div>
)

const names = ['request', 'response', 'events', 'timeline', 'message'] as const

function Sections({ flight, message, parts }: { flight: Flight; message: Message; parts: MessageParts }) {
  const [section, setSection] = useState<(typeof names)[number]>('events')
  const label = useId()
  const events = useMemo(() => readFlightEvents(flight), [flight])
  const { output } = readUsage(message.run?.usage, message.run?.extra)
  const timeline = useMemo(() => timelineOf(flight, events, output), [flight, events, output])
  return (
    <>
      <FlightHead flight={flight} timeline={timeline} events={events.length} />
      <div className="flex-none overflow-x-auto border-b border-line px-5 py-2">
        <span id={label} className="sr-only">
          {t.inspector.sections}
        </span>
        <div className="w-fit min-w-72">
          <Segmented
            labelledBy={label}
            value={section}
            options={names.map((value) => ({ value, label: t.inspector.names[value] }))}
            onChange={setSection}
          />
        </div>
      </div>
      {section === 'request' && <FlightRequest flight={flight} />}
      {section === 'response' && <FlightResponse flight={flight} />}
      {section === 'events' && <FlightEvents events={events} />}
      {section === 'timeline' && <FlightTimeline flight={flight} timeline={timeline} />}
      {section === 'message' && <FlightReplay flight={flight} message={message} Body={parts.MessageBody} />}
    </>
  )
}
