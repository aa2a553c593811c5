import { expect, test } from 'vitest'
import { lineFor } from './lineFor'

// A trunk of two, then two branches, the first of which branches again.
const lines = [0, 0, 1, 1, 2, 2, 1].map((depth) => ({ depth }))

test('a key leads from line to line', () => {
  const at = (key: string, from: number) => lineFor(lines, from, key, 3)
  expect(at('ArrowDown', 2)).toBe(3)
  expect(at('ArrowUp', 2)).toBe(1)
  expect(at('PageDown', 2)).toBe(5)
  expect(at('PageUp', 5)).toBe(2)
  expect(at('Home', 5)).toBe(0)
  expect(at('End', 1)).toBe(6)
  expect(at('x', 1)).toBeUndefined()
})

test('left and right lead from branching to branching', () => {
  const at = (key: string, from: number) => lineFor(lines, from, key, 3)
  expect(at('ArrowRight', 0)).toBe(2)
  expect(at('ArrowRight', 2)).toBe(4)
  expect(at('ArrowRight', 4)).toBe(6)
  expect(at('ArrowRight', 6)).toBe(6)
  expect(at('ArrowLeft', 5)).toBe(3)
  expect(at('ArrowLeft', 3)).toBe(1)
  expect(at('ArrowLeft', 1)).toBe(0)
})
