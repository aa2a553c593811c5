import type { Answer, Question } from './questions'

export interface Searching {
  ask: (question: Question) => void
  end: () => void
}

/** Starts a worker that reads every conversation and answers questions about them from then on. */
export function searchInWorker(hear: (answer: Answer) => void): Searching {
  const worker = new Worker(new URL('./searchWorker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => hear(data))
  worker.addEventListener('error', () => hear({ type: 'failed' }))
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() }
}
