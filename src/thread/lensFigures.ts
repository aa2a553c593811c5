import type { TokenLogprob } from '../protocol/wire'
import type { LensToken } from './lensTokens'

export interface LensFigures {
  tokens: number
  mean: number
  perplexity: number
}

/** The mean probability and the perplexity of an answer; nothing if no token has a probability. */
export function lensFigures(content: readonly TokenLogprob[]): LensFigures | undefined {
  const logprobs = content.flatMap(({ logprob }) => (typeof logprob === 'number' ? [logprob] : []))
  if (logprobs.length === 0) return undefined
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  return {
    tokens: content.length,
    mean: sum(logprobs.map(Math.exp)) / logprobs.length,
    perplexity: Math.exp(-sum(logprobs) / logprobs.length),
  }
}

/** The places of the tokens that surprise most, the least likely first. */
export function leastLikely(tokens: readonly LensToken[], most: number): number[] {
  const least: number[] = []
  for (const [at, { logprob }] of tokens.entries()) {
    if (logprob === undefined) continue
    // A short list kept in order: the whole answer is never sorted.
    const place = least.findIndex((other) => logprob < tokens[other]!.logprob!)
    if (place >= 0) least.splice(place, 0, at)
    else if (least.length < most) least.push(at)
    least.length = Math.min(least.length, most)
  }
  return least
}

/** How strongly a token is tinted: 0 for what was all but certain, 5 for what was all but excluded. */
export function tintOf(logprob: number | undefined): number {
  if (logprob === undefined) return 0
  const probability = Math.exp(logprob)
  return tintSteps.findIndex((step) => probability >= step)
}

/** From which probability on each tint holds. */
export const tintSteps = [0.9, 0.7, 0.5, 0.3, 0.1, 0]

/**
 * Where to cut a long list of tokens into parts that are drawn by themselves: after a line break where there is one,
 * since a part stands on a line of its own.
 */
export function partsOf(
  tokens: readonly LensToken[],
  least = 150,
  most = 600,
): [start: number, end: number][] {
  const parts: [number, number][] = []
  let start = 0
  for (const [at, { text }] of tokens.entries()) {
    const length = at + 1 - start
    if (length < most && !(length >= least && text.includes('\n'))) continue
    parts.push([start, at + 1])
    start = at + 1
  }
  if (start < tokens.length) parts.push([start, tokens.length])
  return parts
}

/**
 * Where the tokens begin in the text of a message, which may begin with words put into the model's mouth; undefined
 * if they do not stand in it, because the server trims or the text was edited.
 */
export function beginningIn(text: string, tokens: readonly LensToken[], prefilled = 0): number | undefined {
  const joined = tokens.map((token) => token.text).join('')
  return [prefilled, 0].find((start) => text.startsWith(joined, start))
}

/** The text before a token: what an answer that goes on from there begins with. */
export function textBefore(
  text: string,
  tokens: readonly LensToken[],
  at: number,
  beginning: number,
): string {
  return tokens.slice(0, at).reduce((before, token) => before + token.text, text.slice(0, beginning))
}
