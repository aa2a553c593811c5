import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Conversation } from '../conversation/Tree'
import { ageOf, groupByTime } from './groupByTime'

const conversation = (updated: number, id = String(updated)): Conversation => ({
  id,
  title: id,
  named: false,
  created: 0,
  updated,
  endpoint: 'built-in',
  parameters: {},
  chosen: {},
})

afterEach(() => vi.unstubAllEnvs())

/** The time of the reader's own clock. */
const local = (text: string) => new Date(text).getTime()

describe.each([
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'Pacific/Apia',
  'Asia/Kolkata',
  'Africa/Cairo',
])('in %s', (zone) => {
  beforeEach(() => vi.stubEnv('TZ', zone))

  test('the clock is of this place', () => {
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(
      zone === 'Asia/Kolkata' ? /Calcutta|Kolkata/ : zone,
    )
  })

  test('days are those of the calendar, also where the clocks have changed', () => {
    // In these days clocks change in Berlin, Los Angeles and Cairo, in both directions.
    for (const day of ['2026-03-08', '2026-03-29', '2026-04-24', '2026-10-25', '2026-10-30', '2026-11-01'])
      for (const hour of ['03:30', '12:00', '23:59']) {
        const now = new Date(`${day}T${hour}`)
        const start = (daysAgo: number) =>
          new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo).getTime()
        expect(ageOf(start(0), now.getTime())).toBe('today')
        expect(ageOf(start(0) - 1, now.getTime())).toBe('yesterday')
        expect(ageOf(start(1), now.getTime())).toBe('yesterday')
        expect(ageOf(start(1) - 1, now.getTime())).toBe('lastWeek')
        expect(ageOf(start(7), now.getTime())).toBe('lastWeek')
        expect(ageOf(start(7) - 1, now.getTime())).toBe('lastMonth')
        expect(ageOf(start(30), now.getTime())).toBe('lastMonth')
        expect(ageOf(start(30) - 1, now.getTime())).toBe('older')
      }
  })
})

test('a day of 23 or 25 hours is one day', () => {
  vi.stubEnv('TZ', 'Europe/Berlin')
  // The day before had 25 hours; 24 hours before midnight is not yet its beginning.
  expect(ageOf(local('2026-10-25T00:30'), local('2026-10-26T10:00'))).toBe('yesterday')
  // The day before had 23 hours; 24 hours before midnight is in the day before that.
  expect(ageOf(local('2026-03-28T23:30'), local('2026-03-30T10:00'))).toBe('lastWeek')
})

test('a day that begins at one o’clock is one day', () => {
  vi.stubEnv('TZ', 'Africa/Cairo')
  const now = local('2026-04-24T10:00')
  expect(ageOf(local('2026-04-24T01:00'), now)).toBe('today')
  expect(ageOf(local('2026-04-23T00:30'), now)).toBe('yesterday')
  expect(ageOf(local('2026-04-22T23:30'), now)).toBe('lastWeek')
})

test('a clock that was set back leaves conversations of today', () => {
  const now = local('2026-05-05T12:00')
  expect(ageOf(now + 1000, now)).toBe('today')
  expect(ageOf(local('2027-01-01T00:00'), now)).toBe('today')
})

describe('groups', () => {
  const now = local('2026-05-05T12:00')

  test('stand from new to old, without empty ones, the newest first in each', () => {
    const [a, b, c, d] = ['2026-05-05T08:00', '2026-05-05T11:00', '2026-04-20T11:00', '2020-01-01T00:00'].map(
      (time) => conversation(local(time)),
    )
    expect(groupByTime([a!, d!, c!, b!], now)).toEqual([
      ['today', [b, a]],
      ['lastMonth', [c]],
      ['older', [d]],
    ])
    expect(groupByTime([], now)).toEqual([])
  })

  test('lose no conversation and keep the newest before older ones', () => {
    const times = fc.uniqueArray(fc.integer({ min: now - 90 * 86_400_000, max: now + 1000 }))
    fc.assert(
      fc.property(times, (updated) => {
        const grouped = groupByTime(
          updated.map((time) => conversation(time)),
          now,
        )
        const inOrder = grouped.flatMap(([, members]) => members.map((member) => member.updated))
        expect(inOrder).toEqual(updated.toSorted((one, other) => other - one))
      }),
    )
  })
})
