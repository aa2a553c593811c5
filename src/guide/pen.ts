import { invalid } from './apiError'
import type { ChatRequest, Token } from './generation'
import { report, sample } from './sample'

/** Text whose first part is given: reading it and writing what follows are the same walk through a grammar. */
export interface Pen {
  readonly request: ChatRequest
  readonly weights: readonly number[]
  readonly random: () => number
  readonly given: string
  /** How far the given text has been read. */
  at: number
  /** Whether anything has been written yet. */
  written: boolean
  /** Every text among the values so far: what comes next goes on from there. */
  said: string
  /** How often it may still be tried which of several shapes the given text has. */
  readonly tries: { left: number }
}

/** Whether some of the given text is still to be read. White space is passed over. */
export function reads(pen: Pen): boolean {
  while (/\s/.test(pen.given.charAt(pen.at))) pen.at += 1
  return pen.at < pen.given.length
}

/** Reads the mark that has to stand here, or writes it. */
export function* mark(pen: Pen, character: string, written = character) {
  if (!reads(pen)) yield* put(pen, written)
  else if (pen.given[pen.at] === character) pen.at += 1
  else throw refusal(pen)
}

export const refusal = ({ given, at }: Pen) =>
  invalid(
    `Invalid 'messages': the last message is the beginning of the answer, and from its character ${at} on (${JSON.stringify(given.slice(at, at + 20))}) it cannot be continued to the JSON that is asked for.`,
    'messages',
  )

/** Writes what the grammar leaves no choice about: its probability is one. */
export function* put(pen: Pen, ...texts: string[]): Generator<Token, void, undefined> {
  for (const full of texts) {
    const text = pen.written || !/\s$/.test(pen.given) ? full : full.trimStart()
    if (text === '') continue
    pen.written = true
    const bytes = [...new TextEncoder().encode(text)]
    const top = { token: text, logprob: 0, bytes }
    const { logprobs, top_logprobs } = pen.request
    const logprob = { ...top, top_logprobs: top_logprobs > 0 ? [top] : [] }
    yield { text, ...(logprobs && { logprob }) }
  }
}

/** Draws one of several texts, all as likely, as temperature and top_p will have it. */
export function draw(pen: Pen, texts: readonly string[]): Token {
  const probabilities = new Float64Array(texts.length).fill(1 / texts.length)
  const id = sample(probabilities, new Map(), { ...pen.request, logit_bias: new Map() }, pen.random)
  const text = texts[id]!
  if (!pen.request.logprobs) return { text }
  return { text, logprob: report(probabilities, texts, id, pen.request.top_logprobs) }
}

/** Draws one of so many. */
export const drawIndex = (pen: Pen, count: number): number =>
  Number(draw(pen, [...Array(count).keys()].map(String)).text)

/** Writes the rest of one of several texts, of which the beginning may be given. */
export function* putOneOf(
  pen: Pen,
  texts: readonly string[],
  given: string,
): Generator<Token, string, undefined> {
  const rests = texts.map((text) => text.slice(given.length))
  const token = draw(pen, rests)
  if (token.text !== '') {
    pen.written = true
    yield token
  }
  return given + token.text
}
