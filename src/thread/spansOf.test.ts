import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { spansOf } from './spansOf'

const ascending = (places: number[]) => places.toSorted((a, b) => a - b)

test('each mark begins and ends in the piece that holds its first and its last letter', () => {
  const marks = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 30 })))
  fc.assert(
    fc.property(fc.array(fc.nat(200)), marks, (pieces, lengths) => {
      const starts = [0, ...ascending(pieces)]
      const found = lengths.map(([from, length]) => [from, from + length] as const)
      const inOrder = found.toSorted(([a], [b]) => a - b)
      expect(spansOf(starts, inOrder)).toEqual(
        inOrder.map(([from, to]) => [
          starts.findLastIndex((start) => start <= from),
          starts.findLastIndex((start) => start < to),
        ]),
      )
    }),
  )
})

test('many marks in many pieces take no longer than their number', () => {
  let looks = 0
  const pieces = Array.from({ length: 20_000 }, (_, at) => 10 * at)
  const starts = new Proxy(pieces, { get: (of, name) => (looks++, Reflect.get(of, name)) })
  const spans = spansOf(
    starts,
    pieces.map((from) => [from, from + 5]),
  )
  expect(spans.at(-1)).toEqual([19_999, 19_999])
  expect(looks).toBeLessThan(20 * pieces.length)
})
