import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readNumber, stepped } from './readNumber'

const temperature = { min: 0, max: 2, step: 0.1 }
const tokens = { min: 1, step: 1 }
const number = (value: number) => ({ kind: 'number', value })
const wrong = { kind: 'wrong' }

describe('what is typed for a number', () => {
  test.each(['', ' ', '\t\n'])('%j unsets it', (text) => {
    expect(readNumber(text, temperature)).toEqual({ kind: 'unset' })
  })

  test.each([
    ['0', 0],
    ['1', 1],
    [' 0.7 ', 0.7],
    ['0,7', 0.7],
    ['.5', 0.5],
    ['2', 2],
    ['2.0', 2],
    ['1e-1', 0.1],
  ])('%j is a number', (text, value) => expect(readNumber(text, temperature)).toEqual(number(value)))

  test.each(['2.1', '-0.1', 'warm', '1 2', '1,2,3', '1.2.3', '--1', 'NaN', 'Infinity', '-Infinity', '0.5°'])(
    '%j is wrong',
    (text) => expect(readNumber(text, temperature)).toEqual(wrong),
  )

  test('is whole where steps are', () => {
    expect(readNumber('100000', tokens)).toEqual(number(100_000))
    expect(readNumber('0', tokens)).toEqual(wrong)
    expect(readNumber('1.5', tokens)).toEqual(wrong)
  })

  test.each(['1,000', '4,096', '1,5', '2,0'])(
    'as %j is not guessed at where whole numbers are wanted',
    (text) => {
      expect(readNumber(text, tokens)).toEqual(wrong)
    },
  )

  test('has no upper end where none is given', () => {
    expect(readNumber('1e9', tokens)).toEqual(number(1e9))
  })

  test('comes back as it was, in either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (tenThousandths) => {
        const value = tenThousandths / 10_000
        expect(readNumber(String(value), temperature)).toEqual(number(value))
        expect(readNumber(String(value).replace('.', ','), temperature)).toEqual(number(value))
      }),
    )
  })

  test('is within the range whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (text) => {
        const read = readNumber(text, temperature)
        if (read.kind !== 'number') return
        expect(read.value).toBeGreaterThanOrEqual(0)
        expect(read.value).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('a step', () => {
  const slider = { ...temperature, start: 1 }

  test('begins where the start is', () => {
    expect(stepped(undefined, 1, slider)).toBe(1)
    expect(stepped(undefined, -1, slider)).toBe(1)
  })

  test('has no dust of binary fractions', () => {
    let value = 0
    for (const wanted of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      value = stepped(value, 1, slider)
      expect(value).toBe(wanted)
    }
    expect(stepped(0.3, -1, slider)).toBe(0.2)
  })

  test('stays within the range', () => {
    expect(stepped(2, 1, slider)).toBe(2)
    expect(stepped(0, -1, slider)).toBe(0)
    expect(stepped(1.95, 10, slider)).toBe(2)
    expect(stepped(1, -1, { ...tokens, start: 256 })).toBe(1)
    expect(stepped(100_000, 1, { ...tokens, start: 256 })).toBe(100_001)
  })

  test('up and then down is where it was, away from the ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 19 }), (tenths) => {
        const value = tenths / 10
        expect(stepped(stepped(value, 1, slider), -1, slider)).toBe(value)
      }),
    )
  })
})
