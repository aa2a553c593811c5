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
  const candidates: { id: number; logit: number }[] = []
  for (const [id, probability] of probabilities.entries()) {
    if (probability <= 0) continue
    const count = counts.get(id) ?? 0
    const penalty = count * frequency_penalty + (count > 0 ? presence_penalty : 0)
    candidates.push({ id, logit: Math.log(probability) + (logit_bias.get(id) ?? 0) - penalty })
  }
  candidates.sort((a, b) => b.logit - a.logit || a.id - b.id)
  const highest = candidates[0]
  if (!highest) return 0
  if (temperature === 0) return highest.id

  // Relative to the highest, so that no exponential overflows.
  const weights = candidates.map(({ logit }) => Math.exp((logit - highest.logit) / temperature))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let nucleus = 0
  let size = 0
  while (size < weights.length && (size === 0 || nucleus < top_p * total)) {
    nucleus += weights[size]!
    size += 1
  }
  let point = random() * nucleus
  for (let index = 0; index < size; index += 1) {
    point -= weights[index]!
    if (point < 0) return candidates[index]!.id
  }
  return candidates[size - 1]!.id
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
