import { isObject } from '../protocol/isObject'
import type { Usage } from '../protocol/wire'

/** What the server says of an answer's tokens, under one name each; what it does not say is not there. */
export interface UsageFigures {
  input?: number
  /** How many of the input were in the server's cache. */
  cached?: number
  output?: number
  /** How many of the output were thought and not said. */
  reasoning?: number
  /** Tokens of the answer a second, as the server measured. */
  perSecond?: number
  /** What it says that it charges, in dollars (OpenRouter). */
  cost?: number
}

/**
 * Reads `usage`, and where servers have it elsewhere: DeepSeek's `prompt_cache_hit_tokens`; llama.cpp's `timings`
 * beside the choices, in which `prompt_n` leaves out what was cached.
 */
export function readUsage(usage: Usage | undefined, extra: Record<string, unknown> = {}): UsageFigures {
  const timings = isObject(extra['timings']) ? extra['timings'] : {}
  const details = {
    ...objectIn(usage, 'prompt_tokens_details'),
    ...objectIn(usage, 'completion_tokens_details'),
  }
  const processed = amount(timings['prompt_n'])
  const kept = amount(timings['cache_n'])
  const input =
    amount(usage?.prompt_tokens) ?? (processed === undefined ? undefined : processed + (kept ?? 0))
  const said = amount(usage?.completion_tokens) ?? amount(timings['predicted_n'])
  const reasoning = amount(details['reasoning_tokens'])
  const figures = {
    input,
    cached: amount(details['cached_tokens']) ?? amount(usage?.['prompt_cache_hit_tokens']) ?? kept,
    output: withReasoning(said, reasoning, input, amount(usage?.total_tokens)),
    reasoning,
    perSecond: amount(timings['predicted_per_second']),
    cost: amount(usage?.['cost']),
  }
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== undefined))
}

/** Some servers (xAI, Gemini) leave the thinking out of `completion_tokens`; only the total tells. */
function withReasoning(said?: number, reasoning?: number, input?: number, total?: number) {
  if (said === undefined || !reasoning || input === undefined) return said
  return total === input + said + reasoning ? said + reasoning : said
}

const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined

const objectIn = (usage: Usage | undefined, name: string) => {
  const value: unknown = usage?.[name]
  return isObject(value) ? value : {}
}
