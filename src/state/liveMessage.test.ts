import { expect, test } from 'vitest'
import type { Message, RunFacts } from '../conversation/Message'
import { foldChunks } from '../protocol/accumulate'
import type { ChatCompletionChunk } from '../protocol/wire'
import { liveMessage } from './liveMessage'

const run: RunFacts = { id: 'r', choice: 0, endpoint: 'e', model: 'asked', parameters: { n: 2 }, started: 1 }
const base: Message = {
  id: 'm',
  conversation: 'c',
  parent: 'p',
  order: 3,
  created: 1,
  status: 'waiting',
  role: 'assistant',
  content: '',
  run,
}

function live(...chunks: ChatCompletionChunk[]): Message {
  const reply = foldChunks(chunks)
  return liveMessage(base, reply.choices.at(-1)!, reply, run)
}

test('a field that the server did not send is not there', () => {
  expect(live({ choices: [{ index: 0, delta: { content: 'Hi' } }] })).toEqual({
    ...base,
    status: 'streaming',
    content: 'Hi',
  })
})

test('all that was sent is there, under the names of the API', () => {
  const logprobs = { content: [{ token: 'a', logprob: -1 }] }
  const message = live({
    model: 'answering',
    tier: 'x',
    usage: { total_tokens: 5 },
    choices: [
      {
        index: 1,
        logprobs,
        finish_reason: 'stop',
        delta: {
          content: 'a',
          refusal: 'b',
          reasoning_content: 'c',
          reasoning: 'd',
          tool_calls: [{ index: 0, id: 'call', function: { name: 'f', arguments: '{}' } }],
          odd: 'e',
        },
      },
    ],
  })
  expect(message).toMatchObject({
    content: 'a',
    refusal: 'b',
    reasoning_content: 'c',
    reasoning: 'd',
    finish_reason: 'stop',
    logprobs,
    tool_calls: [{ index: 0, id: 'call', function: { name: 'f', arguments: '{}' } }],
    extra: { odd: 'e' },
    run: { ...run, choice: 1, model: 'answering', usage: { total_tokens: 5 }, extra: { tier: 'x' } },
  })
})

test('it is the model that was asked until the reply names another', () => {
  expect(live({ choices: [{ delta: { content: 'Hi' } }] }).run?.model).toBe('asked')
})

test('its place, its id and the message before it stay as they were', () => {
  const copy = structuredClone(base)
  const { id, parent, order, created } = live({ choices: [{ delta: { content: 'Hi' } }] })
  expect({ id, parent, order, created }).toEqual({ id: 'm', parent: 'p', order: 3, created: 1 })
  expect(base).toEqual(copy)
})
