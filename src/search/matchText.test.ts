import { expect, test } from 'vitest'
import { fitOf, placesOf } from './matchText'

test.each([
  ['rust is fine', 'rust', 2],
  ['i trust it', 'rust', 1],
  ['i trust rust', 'rust', 2],
  ['snake_case', 'case', 2],
  ['a/path', '/path', 2],
  ['don’t', 'x', 0],
  ['日本語の文', '語', 2],
  ['привет', 'вет', 1],
  ['rrrust', 'rust', 1],
] as const)('%s has %s: %i', (text, word, fit) => expect(fitOf(text, word)).toBe(fit))

test('places are in order and apart', () => {
  expect(placesOf('ababab xab', ['ab', 'bab'])).toEqual([
    [0, 6],
    [8, 10],
  ])
  expect(placesOf('aaa', ['aa'])).toEqual([[0, 2]])
  expect(placesOf('abc', ['', 'z'])).toEqual([])
})
