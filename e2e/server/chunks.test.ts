import { expect, test } from 'vitest'
import { textPieces } from './choice'
import { chunksOf, completionOf, usageOf } from './chunks'
import { Options } from './Options'

const call = {
  id: 'chatcmpl-1',
  created: 1_700_000_000,
  model: 'm',
  options: new Options(),
  body: { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }] },
  headers: {},
  earlier: 0,
  origin: '',
  otherOrigin: '',
  path: '',
}
const choice = (index: number, tokens: string[]) => ({
  index,
  message: { role: 'assistant', content: tokens.join('') },
  pieces: textPieces('content', tokens),
  finish_reason: 'stop',
})
const two = [choice(0, ['a', 'b']), choice(1, ['c'])]
const said = (order: 'interleaved' | 'sequential' | 'reverse') =>
  [...chunksOf(call, two, order)].flatMap(({ chunk }) => chunk.choices[0]?.delta?.content || []).join('')

test('a chunk has the shape that the API gives it', () => {
  expect([...chunksOf(call, [choice(0, ['a'])])].map(({ chunk }) => chunk)).toEqual(
    [
      { delta: { role: 'assistant', content: '' }, finish_reason: null },
      { delta: { content: 'a' }, finish_reason: null },
      { delta: {}, finish_reason: 'stop' },
    ].map((part) => ({
      id: 'chatcmpl-1',
      object: 'chat.completion.chunk',
      created: 1_700_000_000,
      model: 'm',
      system_fingerprint: 'fp_parley_test',
      choices: [{ index: 0, logprobs: null, ...part }],
    })),
  )
})

test('choices come in the order that was asked for', () => {
  expect(said('interleaved')).toBe('acb')
  expect(said('sequential')).toBe('abc')
  expect(said('reverse')).toBe('cab')
})

test('a whole answer says the same and counts it', () => {
  expect(completionOf(call, two)).toMatchObject({
    object: 'chat.completion',
    choices: [
      { index: 0, message: { role: 'assistant', content: 'ab' }, finish_reason: 'stop' },
      { index: 1, message: { content: 'c' } },
    ],
    usage: { completion_tokens: 3 },
  })
  const { prompt_tokens, completion_tokens, total_tokens } = usageOf(call, two)
  expect(total_tokens).toBe(prompt_tokens! + completion_tokens!)
})
