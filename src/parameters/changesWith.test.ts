import { expect, test } from 'vitest'
import { changesWith } from './changesWith'

test('most fields change alone', () => {
  expect(changesWith('seed', 4, {})).toEqual({ seed: 4 })
  expect(changesWith('seed', undefined, { logprobs: true })).toEqual({ seed: undefined })
})

test('top_logprobs asks for logprobs, and goes with them', () => {
  expect(changesWith('top_logprobs', 0, {})).toEqual({ top_logprobs: 0, logprobs: true })
  expect(changesWith('top_logprobs', undefined, { logprobs: true })).toEqual({ top_logprobs: undefined })
  expect(changesWith('logprobs', false, { top_logprobs: 3 })).toEqual({
    logprobs: false,
    top_logprobs: undefined,
  })
  expect(changesWith('logprobs', true, { top_logprobs: 3 })).toEqual({ logprobs: true })
  expect(changesWith('logprobs', undefined, {})).toEqual({ logprobs: undefined })
})

test('stream_options go with the stream, tool_choice with the tools', () => {
  expect(changesWith('stream', false, {})).toEqual({ stream: false, stream_options: undefined })
  expect(changesWith('stream', true, {})).toEqual({ stream: true })
  expect(changesWith('tools', undefined, { tool_choice: 'auto' })).toEqual({
    tools: undefined,
    tool_choice: undefined,
  })
  expect(changesWith('tools', [], { tool_choice: 'auto' })).toEqual({ tools: [] })
})
