import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryAfter } from './retryAfter'

const at = Date.UTC(1994, 10, 6, 8, 49, 0)
const read = (headers: Record<string, string>, now = at) => retryAfter(new Headers(headers), now)

test.each([
  [{}, undefined],
  [{ 'retry-after': '120' }, 120],
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': '1.5' }, 1.5],
  [{ 'retry-after-ms': '250', 'retry-after': '1' }, 0.25],
  [{ 'retry-after-ms': 'soon', 'retry-after': '1' }, 1],
  [{ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 GMT' }, 37],
  [{ 'retry-after': 'Sunday, 06-Nov-94 08:49:37 GMT' }, 37],
  [{ 'retry-after': 'Sun Nov  6 08:49:37 1994' }, 37],
  [{ 'retry-after': 'Sun, 06 Nov 1994 08:00:00 GMT' }, 0],
  [{ 'retry-after': '-5' }, undefined],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '' }, undefined],
  [{ 'retry-after': 'Sun, 06 Nev 1994 08:49:37 GMT' }, undefined],
  [{ 'retry-after': 'Sun, 06 Nov 1994 08:49:37 CET' }, undefined],
])('%o is %s seconds', (headers: Record<string, string>, seconds) => {
  expect(read(headers)).toBe(seconds)
})

test('a year of two digits is at most 50 years ahead', () => {
  const now = Date.UTC(2026, 0, 1)
  expect(read({ 'retry-after': 'Friday, 01-Jan-27 00:00:00 GMT' }, now)).toBe(365 * 24 * 3600)
  expect(read({ 'retry-after': 'Sunday, 06-Nov-94 08:49:37 GMT' }, now)).toBe(0)
})

test('any date as toUTCString writes it, seen from any moment, is the seconds until then', () => {
  const moment = fc.integer({ min: 0, max: 4_000_000_000 })
  fc.assert(
    fc.property(moment, moment, (then, now) => {
      const date = new Date(then * 1000).toUTCString()
      expect(read({ 'retry-after': date }, now * 1000)).toBe(Math.max(0, then - now))
    }),
  )
})

test('any number of whole seconds is itself', () => {
  fc.assert(
    fc.property(fc.nat(), (seconds) => {
      expect(read({ 'retry-after': `${seconds}` })).toBe(seconds)
    }),
  )
})
