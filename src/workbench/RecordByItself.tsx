import { useMemo } from 'react'
import type { Message } from '../conversation/Message'
import type { Flight } from '../flights/Flight'
import { isObject } from '../protocol/isObject'
import { readJson } from '../protocol/readJson'
import { FlightSections } from './FlightSections'
import type { MessageParts } from './MessageParts'

interface Props {
  flight: Flight
  parts: MessageParts
}

/** A record that belongs to no message here: out of a file, or of a turn of a link. */
export function RecordByItself({ flight, parts }: Props) {
  const message = useMemo(() => messageOf(flight), [flight])
  return <FlightSections flight={flight} message={message} parts={parts} />
}

/** What the replay of it is shown as. */
function messageOf({ run, conversation, endpoint, started, request }: Flight): Message {
  const sent = readJson(request.body)
  const format = isObject(sent) ? sent['response_format'] : undefined
  const isJson = isObject(format) && (format['type'] === 'json_object' || format['type'] === 'json_schema')
  return {
    id: run,
    conversation,
    parent: null,
    order: 0,
    created: started,
    status: 'done',
    role: 'assistant',
    content: '',
    run: {
      id: run,
      choice: 0,
      endpoint,
      model: null,
      parameters: isJson ? { response_format: { type: 'json_object' } } : {},
      started,
    },
  }
}
