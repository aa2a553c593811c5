import { describe, expect, test } from 'vitest'
import { plainWords, withoutMarks } from './plainWords'

describe('Markdown without its marks', () => {
  test.each([
    ['## A heading', 'A heading'],
    ['hello **big** world', 'hello big world'],
    ['an *odd* word', 'an odd word'],
    ['call `sum()` now', 'call sum() now'],
    ['see [the page](https://example.org/a)', 'see the page'],
    // What only looks like a mark stays.
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a**b', 'a**b'],
    ['`open', '`open'],
    ['#tag', '#tag'],
    ['before\n```py\na = **b** # `c`\n```\nafter **all**', 'before\na = **b** # `c`\nafter all'],
  ])('%j: %j', (text, expected) => expect(withoutMarks(text)).toBe(expected))

  test('an open fence loses nothing', () => {
    expect(withoutMarks('```js\nlet a = 1')).toContain('let a = 1')
  })
})

test('tool calls, a refusal and an error can be looked for', () => {
  const words = plainWords({
    id: 'a',
    conversation: 'c',
    parent: null,
    order: 0,
    created: 0,
    status: 'failed',
    role: 'assistant',
    content: 'Well.',
    refusal: 'I would rather not.',
    tool_calls: [
      { index: 0, id: 'call', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } },
    ],
    error: { kind: 'rejected', message: 'Out of credit.' },
  })
  for (const part of ['Well.', 'I would rather not.', 'weather', '"city": "Oslo"', 'Out of credit.'])
    expect(words).toContain(part)
})
