import { describe, expect, test } from 'vitest'
import { t } from './rooms'

/** Every leaf of the catalogue with its path. */
function leavesOf(branch: object, path = ''): [path: string, leaf: unknown][] {
  return Object.entries(branch).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? leavesOf(value, `${path}${name}.`)
      : [[path + name, value] satisfies [string, unknown]],
  )
}

/** What a leaf says: for a function, with one, with several, with none and with words in its gaps. */
function saidBy(leaf: unknown): unknown[] {
  if (typeof leaf !== 'function') return [leaf]
  return [1, 2, 0, 'gap'].map((gap): unknown => Reflect.apply(leaf, undefined, Array(leaf.length).fill(gap)))
}

const leaves = leavesOf(t)

test('the catalogue is not empty', () => expect(leaves.length).toBeGreaterThan(150))

describe.each(leaves)('%s', (_, leaf) => {
  test('is words', () => {
    for (const said of saidBy(leaf)) {
      expect(said).toEqual(expect.any(String))
      expect(said).toMatch(/\S/)
      expect(said).not.toMatch(/undefined|NaN|\[object|^\s|\s$/)
    }
  })
})

test('one and many are told apart', () => {
  expect(t.parameters.messages(1)).toBe('1 message')
  expect(t.parameters.messages(2)).toBe('2 messages')
})
