import type { Answer, Question } from './countWorker'
import type { Encoding } from './encodingOf'

/** How long the worker with its megabytes stays after its last answer, in milliseconds. */
const idle = 20_000

let worker: Worker | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let next = 1
const waiting = new Map<number, (counts: number[] | undefined) => void>()

/**
 * The tokens of each text, counted in a worker of its own that goes away when nobody asks any more. Undefined where
 * the tokeniser could not be loaded.
 */
export function countInWorker(encoding: Encoding, texts: string[]): Promise<number[] | undefined> {
  clearTimeout(timer)
  const question: Question = { id: next++, encoding, texts }
  return new Promise((resolve) => {
    waiting.set(question.id, resolve)
    worker ??= start()
    worker.postMessage(question)
  })
}

function start(): Worker {
  const started = new Worker(new URL('./countWorker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data: { id, counts } }: MessageEvent<Answer>) => {
    waiting.get(id)?.(counts)
    waiting.delete(id)
    // A worker that could not load its table would not try again.
    if (!counts) end()
    else if (!waiting.size) timer = setTimeout(end, idle)
  })
  started.addEventListener('error', end)
  return started
}

function end() {
  clearTimeout(timer)
  for (const resolve of waiting.values()) resolve(undefined)
  waiting.clear()
  worker?.terminate()
  worker = undefined
}
