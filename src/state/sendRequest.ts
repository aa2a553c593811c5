import type { Endpoint } from '../api/endpoint'
import { secretsOf } from '../api/sentRequest'
import { streamChatCompletion } from '../api/streamChatCompletion'
import type { FlightFacts } from '../flights/Flight'
import type { ReplyBuilder } from '../protocol/accumulate'
import type { ChatError } from '../protocol/ChatError'
import type { Reply, RequestBody } from '../protocol/wire'
import { asChatError } from './asChatError'
import { type Recorder, flightBegun } from './flights'
import { keyFor } from './keys'
import { leavingWatched, pageStays } from './leaving'
import { currentSettings } from './settings'

export interface Outgoing {
  endpoint: Endpoint
  body: RequestBody
  /** Ends it. */
  signal: AbortSignal
  builder: ReplyBuilder
  /** More has come; `at` is when. */
  grew: (at: number) => void
  /** What its record is called; without one it leaves none. */
  about?: FlightFacts
  /** That record is written nowhere. */
  inMemory?: boolean
}

/**
 * Sends a request once, and takes its answer in; resolves with what went wrong. Never rejects. Its record ends with it,
 * so that one that is sent again leaves a record of each attempt.
 */
export async function sendRequest(outgoing: Outgoing): Promise<ChatError | undefined> {
  const { endpoint, body, signal, builder, grew, about, inMemory } = outgoing
  let error: ChatError | undefined
  let flight: Recorder | undefined
  const leavingOver = leavingWatched()
  try {
    const key = await keyFor(endpoint)
    const { stallSeconds } = currentSettings()
    const stallMs = stallSeconds > 0 ? stallSeconds * 1000 : undefined
    flight = about && flightBegun(about, secretsOf({ endpoint, key }), inMemory)
    const told = flight && { onSent: flight.sent, onResponse: flight.answered, onRead: flight.read }
    for await (const { at, chunks } of streamChatCompletion({
      endpoint,
      key,
      body,
      signal,
      stallMs,
      ...told,
    })) {
      for (const chunk of chunks) builder.add(chunk)
      grew(at)
    }
  } catch (reason) {
    await pageStays(signal)
    if (!signal.aborted) error = asChatError(reason)
  } finally {
    leavingOver()
  }
  flight?.ended(endOf(builder.reply(), signal, error), error?.toRecord())
  return error
}

/** How an answer ended. One that was whole before the reader stopped it is done. */
export const endOf = (reply: Reply, signal: AbortSignal, error: ChatError | undefined) =>
  error ? 'failed' : signal.aborted && !isWhole(reply) ? 'stopped' : 'done'

const isWhole = ({ choices }: Reply) =>
  choices.length > 0 && choices.every(({ finish_reason }) => finish_reason !== null)
