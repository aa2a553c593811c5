import { expect, test } from 'vitest'
import { appended, emptySequence, itemsOf, mapped, type Sequence, withLast } from './Sequence'

function upTo(length: number): Sequence<number> {
  let numbers: Sequence<number> = emptySequence
  for (let item = 0; item < length; item++) numbers = appended(numbers, item)
  return numbers
}

test.each([0, 1, 31, 32, 33, 1024, 1025, 5000])('%i items come out as they went in', (length) => {
  expect([...itemsOf(upTo(length))]).toEqual(Array.from({ length }, (_, item) => item))
})

test('what stands before the last branch stays the same', () => {
  const before = upTo(3000)
  const after = appended(before, 3000)
  expect(after.branches.map((branch, index) => branch === before.branches[index])).toEqual([
    true,
    true,
    false,
  ])
  expect(after.branches[2]![0]).toBe(before.branches[2]![0])
  expect(before.length).toBe(3000)
  expect([...itemsOf(withLast(after, (item) => -item))].at(-1)).toBe(-3000)
})

test('only the branches of what changes are other ones', () => {
  const before = upTo(3000)
  expect(mapped(before, (item) => item)).toBe(before)
  const after = mapped(before, (item) => (item === 1500 ? 0 : item))
  expect(after.branches.map((branch, index) => branch === before.branches[index])).toEqual([
    true,
    false,
    true,
  ])
})
