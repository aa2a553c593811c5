import { expect, test } from 'vitest'
import { flatten } from './flatten'

test('every value stands beside its path', () => {
  expect(
    flatten({
      total_tokens: 12,
      prompt_tokens_details: { cached_tokens: 0, more: { odd: null } },
      tier: 'x',
    }),
  ).toEqual([
    ['total_tokens', '12'],
    ['prompt_tokens_details.cached_tokens', '0'],
    ['prompt_tokens_details.more.odd', 'null'],
    ['tier', 'x'],
  ])
})

test('lists and what lies deep are JSON', () => {
  expect(flatten({ list: [1, { a: 2 }], a: { b: { c: { d: 1 } } } })).toEqual([
    ['list', '[1,{"a":2}]'],
    ['a.b.c', '{"d":1}'],
  ])
})

test('it stays small, however much a server sends', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, at]))
  expect(flatten(many)).toHaveLength(60)
  expect(flatten({ long: 'x'.repeat(10_000) })[0]![1]).toHaveLength(301)
  let deep: unknown[] = []
  for (let depth = 0; depth < 100_000; depth++) deep = [deep]
  expect(flatten({ deep })).toEqual([['deep', '…']])
})
