import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyRanges } from './keyRanges'

test('ranges hold what is wanted, nothing else, and no more than they may', () => {
  const keys = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 40 })
  fc.assert(
    fc.property(keys, fc.func(fc.boolean()), fc.integer({ min: 1, max: 6 }), (some, isWanted, most) => {
      const all = some.toSorted(indexedDB.cmp.bind(indexedDB))
      const wanted = new Set(all.filter(isWanted))
      const ranges = keyRanges(all, wanted, most)
      const held = ranges.map((range) => all.filter((key) => range.includes(key)))
      expect(held.flat()).toEqual(all.filter((key) => wanted.has(key)))
      expect(held.every(({ length }) => length > 0 && length <= most)).toBe(true)
      expect(keyRanges(all, new Set(all))).toHaveLength(all.length ? 1 : 0)
    }),
  )
})
