import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterIn, parseQuery, withFilter } from './parseQuery'

const nothing = { words: [], without: [], filters: [] }

test.each<[string, Partial<ReturnType<typeof parseQuery>>]>([
  ['', {}],
  ['  ', {}],
  ['Rust  async', { words: ['rust', 'async'] }],
  ['rust rust', { words: ['rust'] }],
  ['"two words" three', { words: ['two words', 'three'] }],
  ['“two words” still „open', { words: ['two words', 'still', 'open'] }],
  ['"not closed yet', { words: ['not closed yet'] }],
  ['café -Thé', { words: ['cafe'], without: ['the'] }],
  ['-"to be"', { without: ['to be'] }],
  ['-', {}],
  ['well-known', { words: ['well-known'] }],
  ['role:user', { filters: [{ name: 'role', value: 'user', not: false }] }],
  ['-ROLE:Tool x', { words: ['x'], filters: [{ name: 'role', value: 'tool', not: true }] }],
  ['tag:"very good"', { filters: [{ name: 'tag', value: 'very good', not: false }] }],
  ['role: model:', {}],
  ['after:2026-01-0', { filters: [{ name: 'after', value: '2026-01-0', not: false }] }],
  ['after:all in:all', { words: ['after:all', 'in:all'] }],
  ['in:arch', { filters: [{ name: 'in', value: 'arch', not: false }] }],
  ['https://a.example:80/b at 12:30', { words: ['https://a.example:80/b', 'at', '12:30'] }],
  ['(a+)+$ [^', { words: ['(a+)+$', '[^'] }],
])('%j asks for %j', (text, query) => expect(parseQuery(text)).toEqual({ ...nothing, ...query }))

test('any text at all is a query', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab "-:“role'.split('')) }), (text) => {
      for (const word of parseQuery(text).words) expect(word).not.toBe('')
    }),
  )
})

describe('a filter that is chosen', () => {
  test('takes the place of what was typed, and nothing else', () => {
    expect(withFilter('one role:user "two three"', 'role', 'assistant')).toBe(
      'role:assistant one "two three"',
    )
    expect(withFilter('one role:user -role:tool', 'role', '')).toBe('one')
    expect(withFilter('', 'tag', 'very good')).toBe('tag:"very good"')
  })

  test('is found again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab "-:'.split('')) }),
        fc.constantFrom('gpt', 'a b'),
        (text, value) => {
          const other = withFilter(text, 'model', value)
          expect(filterIn(other, 'model')).toBe(value)
          expect(parseQuery(withFilter(other, 'model', '')).filters).toEqual([])
        },
      ),
    )
  })

  test('is none where there are several', () => expect(filterIn('role:user role:tool', 'role')).toBe(''))
})
