import type { ErrorRecord } from './ChatError'

/** A server that asks for a longer wait than this is asked again by the reader, not by the page; in seconds. */
export const longestWait = 60

/** What the first wait is at most, where the server does not say; each further one twice as much. In milliseconds. */
const firstWait = 1000
const longestGuess = 20_000

/** These say that nothing has been done, and that it may be later: too many requests, unavailable, overloaded. */
const passing = new Set([429, 503, 529])

/** A quota that is used up does not come back in a minute. */
const isUsedUp = ({ code, type }: ErrorRecord) =>
  [code, type].some((name) => name === 'insufficient_quota' || name === 'billing_hard_limit_reached')

/**
 * How many milliseconds to wait before a refused request is sent again; undefined where it should not be by itself. What
 * the server asks for counts, a little late; else it is a guess that grows, with full jitter.
 *
 * @param attempt how often it has been sent
 * @param random from 0 to 1
 */
export function retryDelay(error: ErrorRecord, attempt: number, random: number): number | undefined {
  const { kind, status = 0, retryAfter } = error
  if (kind !== 'rejected' || isUsedUp(error)) return undefined
  if (!passing.has(status) && (retryAfter === undefined || status < 500)) return undefined
  if (retryAfter === undefined) return random * Math.min(longestGuess, firstWait * 2 ** (attempt - 1))
  return retryAfter > longestWait ? undefined : retryAfter * 1000 + random * 250
}
