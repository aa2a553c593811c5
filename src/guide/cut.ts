import type { Generation, Token } from './generation'

/** What a cut generation has used so far: tokens made, also those a stop sequence has swallowed. */
export interface Meter {
  completion_tokens: number
}

/** Ends a generation after `max_tokens`, as the API does, with the reason `length`. */
export function* cutAtLength(generation: Generation, max_tokens: number, meter: Meter): Generation {
  for (let count = 0; count < max_tokens; count += 1) {
    const next = generation.next()
    if (next.done) return next.value
    meter.completion_tokens += 1
    yield next.value
  }
  return 'length'
}

/**
 * Ends a generation before the first stop sequence. A token that may be the beginning of one is held back until
 * it is clear that it is not, so that no part of the sequence is ever sent.
 */
export function* cutAtStop(generation: Generation, stop: readonly string[]): Generation {
  let held: Token[] = []
  for (;;) {
    const next = generation.next()
    if (next.done) {
      yield* held
      return next.value
    }
    held.push(next.value)
    const text = held.map((token) => token.text).join('')
    const found = firstStop(text, stop)
    if (found >= 0) {
      yield* upTo(held, found)
      return 'stop'
    }
    let free = text.length - longestBeginning(text, stop)
    while (held[0] && held[0].text.length <= free) {
      free -= held[0].text.length
      yield held[0]
      held = held.slice(1)
    }
  }
}

function firstStop(text: string, stop: readonly string[]): number {
  const places = stop.map((sequence) => text.indexOf(sequence)).filter((place) => place >= 0)
  return places.length > 0 ? Math.min(...places) : -1
}

/** The length of the longest end of the text with which a stop sequence begins. */
function longestBeginning(text: string, stop: readonly string[]): number {
  let longest = 0
  for (const sequence of stop) {
    for (let length = Math.min(sequence.length - 1, text.length); length > longest; length -= 1) {
      if (text.endsWith(sequence.slice(0, length))) longest = length
    }
  }
  return longest
}

function* upTo(tokens: readonly Token[], length: number): Generator<Token, void, undefined> {
  let left = length
  for (const token of tokens) {
    const text = token.text.slice(0, left)
    if (text === '') return
    left -= text.length
    yield { ...token, text }
  }
}
