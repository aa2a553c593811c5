import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ErrorRecord } from './ChatError'
import { longestWait, retryDelay } from './retryDelay'

const refused = (more: Partial<ErrorRecord> = {}): ErrorRecord => ({
  kind: 'rejected',
  message: 'Later',
  status: 429,
  ...more,
})

describe('it is sent again by itself', () => {
  test.each([
    {},
    { status: 503 },
    { status: 529 },
    { status: 502, retryAfter: 1 },
    { retryAfter: longestWait },
  ])('after %j', (more) => expect(retryDelay(refused(more), 1, 0.5)).toBeGreaterThan(0))

  test('when the server says, and a little later', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: longestWait, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (retryAfter, random) => {
          const delay = retryDelay(refused({ retryAfter }), 1, random)!
          expect(delay).toBeGreaterThanOrEqual(retryAfter * 1000)
          expect(delay).toBeLessThanOrEqual(retryAfter * 1000 + 250)
        },
      ),
    )
  })

  test('else by chance within a time that doubles, up to a limit', () => {
    const longest = [1, 2, 3, 4, 5, 6, 20].map((attempt) => retryDelay(refused(), attempt, 1))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 16_000, 20_000, 20_000])
    expect(retryDelay(refused(), 3, 0)).toBe(0)
  })
})

describe('it is left to the reader', () => {
  test.each<Partial<ErrorRecord>>([
    { status: 500 },
    { status: 400, retryAfter: 1 },
    { status: 401 },
    { kind: 'unreachable' },
    { kind: 'cut-off' },
    { kind: 'stalled' },
    { retryAfter: longestWait + 1 },
    { code: 'insufficient_quota' },
    { type: 'insufficient_quota', retryAfter: 1 },
  ])('%j', (more) => expect(retryDelay(refused(more), 1, 0.5)).toBeUndefined())
})
