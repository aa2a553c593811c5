import type { TokenLogprob } from '../protocol/wire'
import type { ChatRequest } from './generation'

export type Sampling = Pick<
  ChatRequest,
  'temperature' | 'top_p' | 'presence_penalty' | 'frequency_penalty' | 'logit_bias'
>

/**
 * Draws a token id, in the API's order: biases and penalties on the logarithms, then temperature, then the
 * nucleus of `top_p`. `counts` says how often each token has been used in this answer.
 */
export function sample(
  probabilities: Float64Array,
  counts: ReadonlyMap<number, number>,
  settings: Sampling,
  random: () => number,
): number {
  const { temperature, top_p, presence_penalty, frequency_penalty, logit_bias } = settings
  const logits = probabilities.map(Math.log)
  for (const [id, count] of counts) logits[id]! -= count * frequency_penalty + presence_penalty
  for (const [id, bias] of logit_bias) if (id < logits.length) logits[id]! += bias

  const highest = logits.reduce((most, logit) => Math.max(most, logit), -Infinity)
  if (temperature === 0) return logits.indexOf(highest)
  // Relative to the highest, so that no exponential overflows.
  const weights = logits.map((logit) => Math.exp((logit - highest) / temperature))
  if (top_p < 1) keepNucleus(weights, top_p)

  let point = random() * weights.reduce((sum, weight) => sum + weight, 0)
  let last = 0
  for (let id = 0; id < weights.length; id += 1) {
    if (weights[id] === 0) continue
    point -= weights[id]!
    if (point < 0) return id
    last = id
  }
  return last
}

/** Leaves only the likeliest tokens whose weights together reach a share of all, and at least one. */
function keepNucleus(weights: Float64Array, top_p: number): void {
  const sorted = weights.toSorted().toReversed()
  const goal = top_p * sorted.reduce((sum, weight) => sum + weight, 0)
  let nucleus = sorted[0]!
  let size = 1
  while (size < sorted.length && nucleus < goal) nucleus += sorted[size++]!
  const least = sorted[size - 1]!
  // Of several that are equally likely at the edge, the first ones stay.
  let edge = sorted.slice(0, size).filter((weight) => weight === least).length
  for (let id = 0; id < weights.length; id += 1) {
    if (weights[id]! < least || (weights[id] === least && edge-- <= 0)) weights[id] = 0
  }
}

/** What the API reports about a chosen token: the model's own distribution, before any parameter touched it. */
export function report(
  probabilities: Float64Array,
  vocabulary: readonly string[],
  chosen: number,
  top: number,
): TokenLogprob {
  const describe = (id: number, token = vocabulary[id] ?? '') => ({
    id,
    token,
    logprob: Math.min(0, Math.log(probabilities[id] ?? 0)),
    bytes: [...new TextEncoder().encode(token)],
  })
  const best = [...probabilities.keys()]
    .filter((id) => probabilities[id]! > 0)
    .toSorted((a, b) => probabilities[b]! - probabilities[a]! || a - b)
    .slice(0, top)
  return { ...describe(chosen), top_logprobs: best.map((id) => describe(id)) }
}
