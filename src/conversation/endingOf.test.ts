import { describe, expect, test } from 'vitest'
import type { Message, RunFacts } from './Message'
import { endingOf } from './endingOf'
import { message } from './fixtures/trees'

const run: RunFacts = { id: 'r', choice: 0, endpoint: '', model: null, parameters: {}, started: 1 }
const reply = (facts: Partial<Message>, more: Partial<RunFacts> = {}) =>
  endingOf(
    message('m', null, { role: 'assistant', finish_reason: 'stop', ...facts, run: { ...run, ...more } }),
  )

test('what came to its end needs no word', () => expect(reply({})).toBeUndefined())

test.each([
  [{ status: 'stopped' }, 'stopped'],
  [{ status: 'interrupted' }, 'interrupted'],
  [{ finish_reason: 'length' }, 'length'],
  [{ finish_reason: 'content_filter' }, 'contentFilter'],
  [{ content: '' }, 'empty'],
  [{ content: '', reasoning: 'Well.' }, 'thought'],
  [{ content: '', reasoning_content: 'Well.' }, 'thought'],
  [{ content: '', reasoning: 'Well.', refusal: 'No.' }, undefined],
] as const)('%j is %s', (facts, ending) => expect(reply(facts)).toBe(ending))

describe('an answer with as many tokens as were allowed, that is said to have stopped', () => {
  const usage = { completion_tokens: 5 }

  test.each([{ max_tokens: 5 }, { max_completion_tokens: 4 }, { max_tokens: 9, max_completion_tokens: 5 }])(
    'was likely cut by %j',
    (parameters) => expect(reply({}, { usage, parameters })).toBe('likelyLength'),
  )

  test('was not, where the limit was higher, where nothing was counted or limited, or where choices share the count', () => {
    const parameters = { max_tokens: 5 }
    expect(reply({}, { usage, parameters: { max_tokens: 6 } })).toBeUndefined()
    expect(reply({}, { usage })).toBeUndefined()
    expect(reply({}, { parameters })).toBeUndefined()
    expect(reply({}, { usage, parameters, choices: 2 })).toBeUndefined()
    expect(reply({ finish_reason: 'tool_calls' }, { usage, parameters })).toBeUndefined()
  })
})
