import type { Flight } from '../flights/Flight'
import { createReplay, readFlight } from '../flights/readFlight'
import { readFlightEvents } from '../flights/readFlightEvents'
import { type Timeline, timelineOf } from '../flights/timelineOf'
import { readJson } from '../protocol/readJson'
import type { Choice, Reply } from '../protocol/wire'
import { readUsage } from '../state/usage'

/** All that one record is compared by. */
export interface FlightSide {
  flight: Flight
  /** What was sent, as JSON; as text where it is none, or was cut. */
  sent: unknown
  reply: Reply
  timeline: Timeline
  events: number
  tokens?: number
  /** Tokens of the answer a second, while it was written. */
  perSecond?: number
}

/** Below this an answer came in one piece, and its speed is the network's, in milliseconds. */
const shortest = 100

export async function flightSide(flight: Flight): Promise<FlightSide> {
  const { steps } = await readFlight(flight)
  const reply = createReplay(steps)(steps.length)
  const events = readFlightEvents(flight)
  const { output, perSecond: measured } = readUsage(reply.usage ?? undefined, reply.extra)
  const timeline = timelineOf(flight, events, output)
  const writing = timeline.length - (timeline.firstWords ?? timeline.length)
  const perSecond = measured ?? (output && writing > shortest ? output / (writing / 1000) : undefined)
  return {
    flight,
    sent: readJson(flight.request.body) ?? flight.request.body,
    reply,
    timeline,
    events: events.length,
    ...(output !== undefined && { tokens: output }),
    ...(perSecond !== undefined && { perSecond }),
  }
}

/** What a choice has said, each kind of it by the name that the API has for it. */
export function saidBy(reply: Reply, index: number): [name: string, text: string][] {
  const choice: Choice | undefined = reply.choices.find((one) => one.index === index) ?? reply.choices[0]
  if (!choice) return []
  const { content, refusal, tool_calls: calls } = choice
  const thought = choice.reasoning_content ?? choice.reasoning ?? ''
  const said: [string, string | undefined][] = [
    ['reasoning', thought],
    ['content', content],
    ['refusal', refusal],
    ['tool_calls', calls.length ? JSON.stringify(calls, null, 2) : ''],
  ]
  return said.flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : []))
}
