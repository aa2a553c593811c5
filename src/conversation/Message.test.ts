import { expect, test } from 'vitest'
import { type Message, isEmpty, isLive, textOf } from './Message'
import { message } from './fixtures/trees'

test('the text of a message is that of its parts', () => {
  expect(textOf({ content: 'plain' })).toBe('plain')
  const parts = [{ type: 'text', text: 'a' }, { type: 'image_url' }, { type: 'text', text: 'b' }]
  expect(textOf({ content: parts })).toBe('ab')
})

test('a message is live while it waits or streams', () => {
  const statuses = ['waiting', 'streaming', 'done', 'stopped', 'interrupted', 'failed'] as const
  expect(statuses.filter((status) => isLive({ status }))).toEqual(['waiting', 'streaming'])
})

test('a message is empty only if nothing at all came', () => {
  const empty = message('a', null, { content: '', tool_calls: [] })
  expect(isEmpty(empty)).toBe(true)
  const something: Partial<Message>[] = [
    { content: 'a' },
    { refusal: 'a' },
    { reasoning_content: 'a' },
    { reasoning: 'a' },
    { tool_calls: [{ index: 0 }] },
  ]
  for (const facts of something) expect(isEmpty({ ...empty, ...facts })).toBe(false)
})
