import { describe, expect, test } from 'vitest'
import { foldChunks } from '../protocol/accumulate'
import type { ChunkChoice, Usage } from '../protocol/wire'
import { type Capability, capabilities, endsProbe, questionOf, refusalVerdict } from './capabilities'

const reply = (choices: ChunkChoice[], usage?: Usage) => foldChunks([{ choices, ...(usage && { usage }) }])
const says = (content: string, more: ChunkChoice = {}) => reply([{ index: 0, delta: { content }, ...more }])
const judge = (asks: Capability, answer: ReturnType<typeof reply>, pieces = 1) =>
  questionOf(asks, 'm', null, 'trailing').judge(answer, pieces)
const call = { index: 0, delta: { tool_calls: [{ index: 0, function: { name: 'get_weather' } }] } }

describe('an answer tells', () => {
  test.each([
    ['max_tokens', says('1, 2,', { finish_reason: 'length' }), 'yes'],
    ['max_tokens', reply([{ delta: { content: '1, 2, 3, 4' } }], { completion_tokens: 8 }), 'yes'],
    ['max_tokens', says('1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12'), 'ignored'],
    ['max_completion_tokens', reply([{ delta: { content: '1' } }], { completion_tokens: 170 }), 'ignored'],
    ['stream_usage', reply([], { completion_tokens: 2 }), 'yes'],
    ['stream_usage', says('ok'), 'ignored'],
    ['n', reply([{ index: 0 }, { index: 1 }]), 'yes'],
    ['n', says('ok'), 'ignored'],
    ['tools', reply([call]), 'yes'],
    ['tools', says('Sunny.'), 'unclear'],
    ['json_schema', says('{"colour":"mauve"}'), 'yes'],
    ['json_schema', says('{"colour":"blue"}'), 'ignored'],
    ['json_schema', says('{"colour":', { finish_reason: 'length' }), 'unclear'],
    ['logprobs', says('ok', { logprobs: { content: [{ token: 'ok', logprob: -1 }] } }), 'yes'],
    ['logprobs', says('ok'), 'ignored'],
    ['prefill', says(' 4, 5, 6'), 'yes'],
    ['prefill', says('1, 2, 3, 4'), 'ignored'],
    ['prefill', says('Very well.'), 'unclear'],
    ['developer', says('Good day.'), 'yes'],
    ['vision', says('Red.'), 'yes'],
    ['vision', says('I cannot see pictures.'), 'unclear'],
  ] as const)('%s: %j is %s', (asks, answer, verdict) => expect(judge(asks, answer)).toBe(verdict))

  test('whether it came piece by piece', () => {
    expect(judge('stream', says('1'), 12)).toBe('yes')
    expect(judge('stream', says('1'), 1)).toBe('ignored')
  })
})

test('every question is small, and asks for the model by the limit that the server knows', () => {
  for (const asks of capabilities) {
    const { body } = questionOf(asks, 'm', 'max_completion_tokens', 'prefix')
    expect(body.model).toBe('m')
    expect(JSON.stringify(body).length).toBeLessThan(700)
    expect(body.max_tokens ?? body.max_completion_tokens).toBeLessThanOrEqual(64)
    if (asks !== 'max_tokens') expect(body).not.toHaveProperty('max_tokens')
  }
  expect(questionOf('n', '', null, 'no').body).toEqual({ n: 2, messages: [expect.anything()] })
})

test.each([
  [{ kind: 'rejected', status: 400 }, 'refused', false],
  [{ kind: 'rejected', status: 500 }, 'refused', false],
  [{ kind: 'rejected' }, 'refused', false],
  [{ kind: 'rejected', status: 429 }, 'failed', false],
  [{ kind: 'rejected', status: 503 }, 'failed', false],
  [{ kind: 'rejected', status: 401 }, 'failed', true],
  [{ kind: 'rejected', status: 404 }, 'failed', true],
  [{ kind: 'unreachable' }, 'failed', true],
  [{ kind: 'cut-off' }, 'failed', false],
] as const)('%j', (error, verdict, ends) => {
  expect(refusalVerdict(error)).toBe(verdict)
  expect(endsProbe('n', error)).toBe(ends)
  expect(endsProbe('plain', error)).toBe(true)
})
