import { createReplyBuilder } from '../protocol/accumulate'
import { ChatError } from '../protocol/ChatError'
import { readResponse } from '../protocol/readResponse'
import type { ChatCompletionChunk, Reply } from '../protocol/wire'
import type { Flight } from './Flight'

/** What one network read brought, and when. */
export interface FlightStep {
  at: number
  chunks: ChatCompletionChunk[]
}

/** A record read once more. */
export interface Reading {
  steps: FlightStep[]
  /** What was wrong with the answer; nothing where the reader stopped it. */
  error?: ChatError
}

/** Reads the bytes of a record with the reader that read them when they came, in the pieces in which they came. */
export async function readFlight(flight: Flight): Promise<Reading> {
  const steps: FlightStep[] = []
  if (!flight.response) return { steps }
  const stop = new AbortController()
  let now = 0
  let read = 0
  let from = 0
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const next = flight.reads[read++]
        if (next) {
          now = next[0]
          controller.enqueue(flight.bytes.slice(from, (from += next[1])))
        } else if (isOpen(flight)) stop.abort()
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  try {
    const batches = readResponse(responseOf(flight.response, body), { signal: stop.signal, now: () => now })
    for await (const { at, chunks } of batches) steps.push({ at, chunks })
  } catch (error) {
    return { steps, error: error instanceof ChatError ? error : new ChatError('garbled', String(error)) }
  }
  return { steps }
}

/** Whether more might have come: the reader stopped it, it is still coming, or the record was full. */
const isOpen = ({ ending, bytesLeftOut }: Flight) =>
  ending === undefined || ending === 'stopped' || bytesLeftOut > 0

function responseOf(
  { status, statusText, headers }: NonNullable<Flight['response']>,
  body: BodyInit,
): Response {
  // A Response takes no other status, and those without a body must have none.
  const isPlain = status >= 200 && status <= 599 && ![204, 205, 304].includes(status)
  return new Response(body, { status: isPlain ? status : 500, statusText, headers })
}

/**
 * The reply that the first so many of these steps make. Going on folds only what is new; going back begins anew, and
 * being asked twice changes nothing.
 */
export function createReplay(steps: readonly FlightStep[]): (come: number) => Reply {
  let builder = createReplyBuilder()
  let folded = 0
  return (come) => {
    if (come < folded) {
      builder = createReplyBuilder()
      folded = 0
    }
    for (; folded < come; folded++) for (const chunk of steps[folded]!.chunks) builder.add(chunk)
    return builder.reply()
  }
}
