import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { agesAt } from './ages'

const ageOf = (then: number, now: number) => agesAt(now)(then)

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
        const before = new Date(start(7) - 1)
        const month = new Date(before.getFullYear(), before.getMonth()).getTime()
        expect(ageOf(start(7) - 1, now.getTime())).toBe(month)
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

test('what is older is of its month', () => {
  const now = local('2026-05-05T12:00')
  const april = local('2026-04-01T00:00')
  expect(ageOf(local('2026-04-27T23:59'), now)).toBe(april)
  expect(ageOf(april, now)).toBe(april)
  expect(ageOf(april - 1, now)).toBe(local('2026-03-01T00:00'))
  // A week that began in another month: the first of this one are not of it.
  expect(ageOf(local('2026-04-28T00:00'), now)).toBe('lastWeek')
})

test('moments have the same age whichever was asked for before', () => {
  const now = local('2026-05-05T12:00')
  const times = fc.array(fc.integer({ min: now - 900 * 86_400_000, max: now + 1000 }))
  fc.assert(
    fc.property(times, (moments) => {
      const one = agesAt(now)
      for (const moment of moments) expect(one(moment)).toBe(ageOf(moment, now))
    }),
  )
})
