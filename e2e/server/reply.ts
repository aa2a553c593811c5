import type { ScriptedChoice } from './choice'
import { type CountedChunk, type Order, chunkOf, chunksOf, completionOf, usageOf } from './chunks'
import type { Call } from './Scenario'
import { type Step, head, write } from './Step'

export const eventStream = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' }
export const json = { 'content-type': 'application/json' }

/** How an answer is put on the wire, where it is not as the request and the API say. */
export interface Wire {
  as?: 'json' | 'events'
  contentType?: string
  order?: Order
  /** Whether `data: [DONE]` ends the stream. */
  done?: boolean
  /** Whether the usage chunk comes: when the request asked for it, always, or never. */
  usage?: 'asked' | 'always' | 'never'
}

export const event = (data: unknown): string =>
  `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

export const eventStep = ({ chunk, tokens }: CountedChunk): Step => write(event(chunk), tokens)

/** The events of an answer, without a head before them. */
export function* eventSteps(call: Call, choices: ScriptedChoice[], wire: Wire = {}): Generator<Step> {
  const { order, done = true, usage = 'asked' } = wire
  const asked = call.body.stream_options?.include_usage === true
  const counts = usage === 'always' || (usage === 'asked' && asked)
  for (const { chunk, tokens } of chunksOf(call, choices, order)) {
    yield eventStep({ chunk: counts ? { ...chunk, usage: null } : chunk, tokens })
  }
  if (counts) yield write(event({ ...chunkOf(call, []), usage: usageOf(call, choices) }))
  if (done) yield write(event('[DONE]'))
}

/** A whole answer: a stream if the request asks for one, else one JSON object. */
export function* replySteps(call: Call, choices: ScriptedChoice[], wire: Wire = {}): Generator<Step> {
  const as = wire.as ?? (call.body.stream ? 'events' : 'json')
  const type = as === 'json' ? json : eventStream
  yield head(200, wire.contentType ? { ...type, 'content-type': wire.contentType } : type)
  if (as === 'json') yield write(JSON.stringify(completionOf(call, choices)))
  else yield* eventSteps(call, choices, wire)
}
