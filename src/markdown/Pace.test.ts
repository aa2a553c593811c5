import { expect, test } from 'vitest'
import { Pace } from './Pace'

const long = 'a'.repeat(200_000)

test('what is short is shown at once, what is long in steps that fit a frame', () => {
  const pace = new Pace(24_000)
  expect(pace.next('some words')).toBe('some words')
  pace.shown = pace.next(long)
  expect(pace.shown.length).toBe(24_000)
  pace.took(24_000, 0, 96)
  expect(pace.next(long).length).toBe(26_000)
  pace.took(2000, 100, 104)
  expect(pace.next(long).length).toBe(28_000)
})

test('a step that took long for a few letters is followed by a rest', () => {
  const pace = new Pace(24_000)
  pace.took(10, 0, 100)
  expect(pace.isRested(500)).toBe(false)
  expect(pace.isRested(530)).toBe(true)
})

test('small steps come every other frame, and a little later where they take longer', () => {
  const pace = new Pace(24_000)
  pace.took(10, 0, 1)
  expect(pace.isRested(16)).toBe(false)
  expect(pace.isRested(33)).toBe(true)
  pace.took(10, 0, 4)
  expect(pace.isRested(33)).toBe(false)
  expect(pace.isRested(48)).toBe(true)
})

test('another text begins anew, and no character is cut in two', () => {
  const pace = new Pace(24_000)
  pace.shown = 'b'
  expect(pace.next(long).length).toBe(24_000)
  pace.shown = ''
  expect(pace.next(`a${'😀'.repeat(20_000)}`).length).toBe(24_001)
})

test('of a text that grows the first step is small, and none becomes large', () => {
  const pace = new Pace(3000, 1000)
  pace.shown = pace.next(long)
  expect(pace.shown.length).toBe(1000)
  pace.took(1000, 0, 4)
  pace.shown = pace.next(long)
  expect(pace.shown.length).toBe(3000)
  pace.took(2000, 10, 12)
  expect(pace.next(long).length).toBe(6000)
})
