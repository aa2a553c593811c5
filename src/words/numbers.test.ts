import { expect, test } from 'vitest'
import { count, figure, fileSize, percent, rate, seconds, short } from './numbers'

// Without a page the language is English.
test('counts have their groups', () => {
  expect([0, 999, 1234, 1_234_567].map(count)).toEqual(['0', '999', '1,234', '1,234,567'])
  expect(count(1.6)).toBe('2')
})

test('large numbers are short', () => {
  expect([8, 999, 8192, 128_000, 1_048_576].map(short)).toEqual(['8', '999', '8.2K', '128K', '1M'])
})

test('milliseconds are seconds with three digits that count', () => {
  expect([0, 4, 380, 9990, 12_340, 99_900, 123_456].map(seconds)).toEqual([
    '0.00',
    '0.00',
    '0.38',
    '9.99',
    '12.3',
    '99.9',
    '123',
  ])
})

test('rates have a digit after the point only where it says something', () => {
  expect([0.24, 5, 9.87, 10.4, 87.6, 1234].map(rate)).toEqual(['0.2', '5', '9.9', '10', '88', '1,234'])
})

test('a share has a digit after the point only where it says something', () => {
  const shares = [0, 0.00001, 0.00012, 0.0034, 0.034, 0.34, 0.985, 0.994, 0.9999, 1]
  const written = ['0%', '<0.01%', '0.01%', '0.3%', '3.4%', '34%', '99%', '99.4%', '100%', '100%']
  expect(shares.map(percent)).toEqual(written)
})

test('a figure has three digits', () => {
  expect([1.1234, -0.5, 123.456, 0].map(figure)).toEqual(['1.12', '-0.5', '123', '0'])
})

test('the size of a file has two figures, or all of its megabytes', () => {
  expect([340, 12_340, 999_400, 999_600, 123_400_000].map(fileSize)).toEqual([
    '0.3 kB',
    '12 kB',
    '999 kB',
    '1 MB',
    '123 MB',
  ])
})
