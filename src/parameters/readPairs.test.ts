import { expect, test } from 'vitest'
import { fields } from './fields'
import { pairsOf, readPairs } from './readPairs'

const bias = fields.logit_bias.kind
const metadata = fields.metadata.kind
const pair = (key: string, value: string) => ({ key, value })

test('pairs become an object, and an object pairs', () => {
  const pairs = [pair('50256', '-100'), pair(' 15 ', '0,5')]
  expect(readPairs(pairs, bias)).toEqual({ ok: true, value: { '50256': -100, '15': 0.5 } })
  expect(pairsOf({ '15': 0.5 })).toEqual([pair('15', '0.5')])
  const texts = [pair('kind', 'test'), pair('empty', '')]
  expect(readPairs(texts, metadata)).toEqual({ ok: true, value: { kind: 'test', empty: '' } })
  expect(pairsOf(undefined)).toEqual([])
})

test('blank pairs are not there yet, and none at all are not sent', () => {
  expect(readPairs([pair('', ''), pair(' ', '')], bias)).toEqual({ ok: true, value: undefined })
  expect(readPairs([pair('', ''), pair('1', '2')], bias)).toEqual({ ok: true, value: { '1': 2 } })
})

test.each([
  [bias, pair('', '1'), 'no-key'],
  [bias, pair('hello', '1'), 'no-token'],
  [bias, pair('-1', '1'), 'no-token'],
  [bias, pair('1', ''), 'no-number'],
  [bias, pair('1', 'hot'), 'no-number'],
  [bias, pair('1', '101'), 'out-of-range'],
  [bias, pair('1', '-100.5'), 'out-of-range'],
  [metadata, pair('', 'x'), 'no-key'],
  [metadata, pair('x'.repeat(65), ''), 'long-key'],
  [metadata, pair('x', 'y'.repeat(513)), 'long-value'],
] as const)('%j: %j is %s', (kind, wrong, fault) => {
  expect(readPairs([pair('7', '7'), wrong], kind)).toEqual({ ok: false, faults: [undefined, fault] })
})

test('the same key twice is wrong where it comes again', () => {
  expect(readPairs([pair('1', '1'), pair('1 ', '2')], bias)).toEqual({
    ok: false,
    faults: [undefined, 'twice'],
  })
})

test('a key may have any name', () => {
  const read = readPairs([pair('__proto__', 'x')], metadata)
  expect(JSON.stringify(read)).toBe('{"ok":true,"value":{"__proto__":"x"}}')
})
