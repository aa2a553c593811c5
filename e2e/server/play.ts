import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import type { Gates } from './Gates'
import type { Step } from './Step'

interface Stage {
  response: ServerResponse
  gates: Gates
  /** Headers that let a page of another origin read the answer. */
  cors: Record<string, string>
  /** Fires when the client has gone. */
  signal: AbortSignal
  started(status: number): void
  /** The server is done with it: the answer has been handed over, or the connection will be broken off. */
  ended(): void
}

/** Bytes on their way to the kernel must have left before a connection is broken off, or the client misses them. */
async function flushed({ response, signal }: Stage): Promise<void> {
  while (!signal.aborted && (response.socket?.writableLength ?? 0) > 0) await setTimeout(1)
  await setTimeout(5)
}

async function send({ response, signal }: Stage, data: string | Uint8Array): Promise<void> {
  if (!response.write(data)) await once(response, 'drain', { signal })
  // A turn of the loop between two writes, or the kernel would get them as one.
  await setImmediate()
}

/** Does the steps one after the other. Ends early when the client goes. */
export async function play(steps: Iterable<Step>, stage: Stage): Promise<void> {
  const { response, gates, cors, signal } = stage
  // Pauses are counted from when they were due, so that a late timer does not slow the whole answer down.
  let due = performance.now()
  for (const step of steps) {
    if (signal.aborted) return
    if (step.type === 'head') {
      response.writeHead(step.status, { ...(step.cors ? cors : {}), ...step.headers })
      response.flushHeaders()
      stage.started(step.status)
    } else if (step.type === 'write') {
      await send(stage, step.data)
    } else if (step.type === 'pause') {
      due += step.ms
      const ms = due - performance.now()
      if (ms > 0) await setTimeout(ms, undefined, { signal })
    } else if (step.type === 'hold') {
      await gates.pass(step.gate, signal)
      due = performance.now()
    } else {
      await flushed(stage)
      stage.ended()
      response.destroy()
      return
    }
  }
  response.end()
  stage.ended()
}
