import { useId, useMemo, useState } from 'react'
import type { Message } from '../conversation/Message'
import type { Flight } from '../flights/Flight'
import { readFlightEvents } from '../flights/readFlightEvents'
import { timelineOf } from '../flights/timelineOf'
import type { RecordPlace } from '../state/otherRecords'
import { readUsage } from '../state/usage'
import { Segmented } from '../ui/Segmented'
import { t } from '../words/rooms'
import { FlightDifferences } from './FlightDifferences'
import { FlightEvents } from './FlightEvents'
import { FlightHead } from './FlightHead'
import { FlightReplay } from './FlightReplay'
import { FlightRequest } from './FlightRequest'
import { FlightResponse } from './FlightResponse'
import { FlightTimeline } from './FlightTimeline'
import type { MessageParts } from './MessageParts'

interface Props {
  flight: Flight
  /** What it answers; a record by itself has one made for it. */
  message: Message
  parts: Pick<MessageParts, 'MessageBody'>
  /** Where it stands in a conversation. */
  about?: RecordPlace
}

const names = ['request', 'response', 'events', 'timeline', 'message', 'differences'] as const

/** A record: its head, and one section of it at a time. */
export function FlightSections({ flight, message, parts, about }: Props) {
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
      {section === 'differences' && (
        <FlightDifferences flight={flight} choice={message.run?.choice ?? 0} about={about} />
      )}
    </>
  )
}
