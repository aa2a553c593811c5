import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  calibrated,
  modelKey,
  observe,
  readCalibrations,
  withObservation,
  writeCalibrations,
} from './calibrate'

const estimate = fc.integer({ min: 1, max: 2_000_000_000 })
const count = fc.integer({ min: 1, max: 4_000_000 })

test('without an observation it is the estimate', () => {
  expect(calibrated(1204_400, undefined)).toBe(1204)
})

test('the request that was counted comes out as it was counted', () => {
  fc.assert(
    fc.property(estimate, count, (estimated, counted) => {
      const seen = observe(estimated, counted)
      fc.pre(seen !== undefined)
      expect(calibrated(estimated, seen)).toBe(counted)
    }),
  )
})

test('more is never less', () => {
  fc.assert(
    fc.property(estimate, count, estimate, estimate, (estimated, counted, one, other) => {
      const seen = observe(estimated, counted)
      const [less, more] = one < other ? [one, other] : [other, one]
      expect(calibrated(less, seen)).toBeLessThanOrEqual(calibrated(more, seen))
    }),
  )
})

test('what a server adds to a short prompt does not grow with a long one', () => {
  // "Hi" in a template of a thousand tokens.
  const seen = observe(8000, 1008)
  expect(calibrated(8000, seen)).toBe(1008)
  expect(calibrated(108_000, seen)).toBe(1208)
})

test.each([
  ['a count of what was not cached', 1000_000, 12],
  ['a prompt that was cut', 9000_000, 1625],
  ['nothing', 1000, 0],
  ['half a token', 1000, 1.5],
  ['a word', 1000, '8'],
  ['infinity', 1000, Infinity],
])('nothing is learnt from %s', (_what, estimated, counted) => {
  expect(observe(estimated, counted)).toBeUndefined()
})

describe('what is kept', () => {
  test('comes back as it was', () => {
    const pairs = fc.array(fc.tuple(fc.string(), fc.integer({ min: 1, max: 1e6 })), { maxLength: 50 })
    fc.assert(
      fc.property(pairs, (list) => {
        let all = readCalibrations(undefined)
        for (const [key, tokens] of list)
          all = withObservation(all, key, { estimated: tokens * 1000, counted: tokens })
        expect(readCalibrations(JSON.parse(JSON.stringify(writeCalibrations(all))))).toEqual(all)
      }),
    )
  })

  test('is bounded: the one that was not seen for longest goes', () => {
    let all = readCalibrations(undefined)
    const seen = { estimated: 1000, counted: 1 }
    for (let model = 0; model < 60; model++) all = withObservation(all, modelKey('one', `${model}`), seen)
    all = withObservation(all, modelKey('one', '0'), seen)
    all = withObservation(all, modelKey('two', '0'), seen)
    expect(all.size).toBe(60)
    expect(all.has(modelKey('one', '0'))).toBe(true)
    expect(all.has(modelKey('one', '1'))).toBe(false)
  })

  test.each([
    null,
    'text',
    [],
    { seen: 'text' },
    { seen: [null, 1, {}, { key: 'a', estimated: '1', counted: 1 }] },
  ])('and is empty for %j', (kept) => {
    expect(readCalibrations(kept).size).toBe(0)
  })
})
