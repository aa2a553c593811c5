import { assert, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { markdown, unicode } from './texts'
import { group, storyTokens, tokenize } from './tokens'

test('the tokens of a text joined are the text', () => {
  assert(property(string({ unit: 'binary' }), (text) => tokenize(text).join('') === text))
  for (const text of [markdown, unicode, '', ' ', 'a  ']) expect(tokenize(text).join('')).toBe(text)
})

test('a story has as many tokens as it should', () => {
  expect([...storyTokens(0)]).toEqual([])
  expect([...storyTokens(500)]).toHaveLength(500)
  expect([...storyTokens(500)].join('').split('\n\n').length).toBeGreaterThan(2)
})

test('tokens are sent several at a time', () => {
  expect(group(['a', 'b', 'c'], 2)).toEqual([
    { text: 'ab', tokens: 2 },
    { text: 'c', tokens: 1 },
  ])
})
