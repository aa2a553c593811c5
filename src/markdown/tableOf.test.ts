import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonValue, parseJson } from '../ui/parseJson'
import { brief, columnsOf, tableOf } from './tableOf'

test('a list of objects is a table, and so is an object with one such list', () => {
  const rows = [{ a: 1 }, { b: 2, a: 3 }]
  expect(tableOf(rows)).toEqual({ rows, path: [], beside: [] })
  expect(tableOf({ count: 2, rows, tags: ['x'] })).toEqual({
    rows,
    path: ['rows'],
    beside: [
      ['count', 2],
      ['tags', ['x']],
    ],
  })
  expect(columnsOf(rows)).toEqual(['a', 'b'])
})

test.each<JsonValue>([[], [1], [{ a: 1 }, 2], {}, { a: [] }, { a: [{}], b: [{}] }, 'text', null])(
  '%j is no table',
  (value) => {
    expect(tableOf(value)).toBeUndefined()
  },
)

test('a cell is short, whatever is in it', () => {
  const value = fc.json({ maxDepth: 6 }).map((text) => {
    const reading = parseJson(text)
    return reading.ok ? reading.value : null
  })
  fc.assert(
    fc.property(value, fc.integer({ min: 1, max: 60 }), (value, room) => {
      expect(brief(value, room).length).toBeLessThan(6 * room + 80)
    }),
  )
  expect(brief({ a: [1, 'b', null], c: {} })).toBe('{a: [1, "b", null], c: {}}')
  expect(brief([[['long words that go on']]], 12)).toMatch(/…/)
  const heavy = Array.from({ length: 100_000 }, (_, at) => at)
  expect(brief(heavy).length).toBeLessThan(140)
})
