import type { Encoding } from './encodingOf'
import { tokeniser } from './tokenise'

export interface Question {
  id: number
  encoding: Encoding
  texts: string[]
}

/** The counts of the texts; without them something went wrong. */
export interface Answer {
  id: number
  counts?: number[]
}

/** Counts away from the page: a long text takes a while, and the page must not wait for it. */
addEventListener('message', ({ data }: MessageEvent<Question>) => void answer(data))

async function answer({ id, encoding, texts }: Question) {
  const told: Answer = { id }
  try {
    told.counts = texts.map(await tokeniser(encoding))
  } catch {
    // The table could not be loaded: an answer without counts says so.
  }
  postMessage(told)
}
