import { describe, expect, test } from 'vitest'
import type { Message, RunFacts } from './Message'
import { isSent, toRequestMessages } from './toRequestMessages'
import { message } from './fixtures/trees'

const run: RunFacts = { id: 'r', choice: 0, endpoint: 'e', model: 'm', parameters: {}, started: 1 }
const sent = (facts: Partial<Message>) => toRequestMessages([message('a', null, facts)])

describe('what is sent', () => {
  test('is the path, in its order, with role and content and nothing of ours', () => {
    const path = [
      message('a', null, { role: 'system', content: 'Be brief.' }),
      message('b', 'a', { role: 'user', content: 'Hello' }),
      message('c', 'b', { role: 'assistant', content: 'Hi', run, finish_reason: 'stop', extra: { x: 1 } }),
    ]
    expect(toRequestMessages(path)).toEqual([
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: 'Hi' },
    ])
  })

  test('keeps every role, and content in parts', () => {
    const content = [
      { type: 'text', text: 'see' },
      { type: 'image_url', image_url: { url: 'data:,' } },
    ]
    for (const role of ['system', 'developer', 'user', 'assistant', 'tool', 'function'] as const)
      expect(sent({ role, content })).toEqual([{ role, content }])
  })

  test('has name and tool_call_id only where they are set', () => {
    expect(sent({ role: 'tool', content: 'ten', tool_call_id: 'call', name: 'clock' })).toEqual([
      { role: 'tool', content: 'ten', tool_call_id: 'call', name: 'clock' },
    ])
    expect(sent({ content: '', name: '' })).toEqual([{ role: 'user', content: '' }])
  })

  test('has tool calls without their index, and null for content that is empty beside them', () => {
    const call = { id: 'call', type: 'function', function: { name: 'clock', arguments: '{}' } }
    const tool_calls = [{ ...call, index: 0 }]
    expect(sent({ role: 'assistant', content: '', tool_calls, run })).toEqual([
      { role: 'assistant', content: null, tool_calls: [call] },
    ])
    expect(sent({ role: 'assistant', content: 'Wait.', tool_calls, run })).toEqual([
      { role: 'assistant', content: 'Wait.', tool_calls: [call] },
    ])
    expect(sent({ role: 'assistant', content: 'Done.', tool_calls: [], run })).toEqual([
      { role: 'assistant', content: 'Done.' },
    ])
  })

  test('has a refusal, with null for empty content', () => {
    expect(sent({ role: 'assistant', content: '', refusal: 'No.', run })).toEqual([
      { role: 'assistant', content: null, refusal: 'No.' },
    ])
  })

  test('has no reasoning, in either of its names', () => {
    const thought = { reasoning_content: 'hm', reasoning: 'hm' }
    expect(sent({ role: 'assistant', content: 'Yes', ...thought, run })).toEqual([
      { role: 'assistant', content: 'Yes' },
    ])
  })
})

describe('an answer', () => {
  test.each(['waiting', 'streaming'] as const)('that is %s is not sent', (status) => {
    expect(isSent(message('a', null, { role: 'assistant', content: 'so far', status, run }))).toBe(false)
  })

  test.each(['done', 'stopped', 'interrupted', 'failed'] as const)(
    'that is %s is sent if it said anything',
    (status) => {
      const answer = message('a', null, { role: 'assistant', content: 'so far', status, run })
      expect(isSent(answer)).toBe(true)
      expect(isSent({ ...answer, content: '' })).toBe(false)
      expect(isSent({ ...answer, content: '', refusal: 'No.' })).toBe(true)
    },
  )

  test('that somebody wrote is sent even if it is empty', () => {
    expect(isSent(message('a', null, { role: 'assistant', content: '' }))).toBe(true)
  })
})
