import { describe, expect, test } from 'vitest'
import type { Parameters, RequestMessage } from '../protocol/wire'
import { countByRule, textsOfRequest } from './countByRule'
import { type Encoding, encodingOf } from './encodingOf'
import { tokeniser } from './tokenise'

describe('the encoding of a model', () => {
  test.each<[string, Encoding | undefined]>([
    ['gpt-4o', 'o200k_base'],
    ['gpt-4o-mini-2024-07-18', 'o200k_base'],
    ['openai/gpt-4o', 'o200k_base'],
    ['chatgpt-4o-latest', 'o200k_base'],
    ['ft:gpt-4o-mini-2024-07-18:acme::abc', 'o200k_base'],
    ['gpt-4.1-nano', 'o200k_base'],
    ['gpt-5', 'o200k_base'],
    ['gpt-5.4-mini', 'o200k_base'],
    ['o1', 'o200k_base'],
    ['o3-mini', 'o200k_base'],
    ['o4-mini', 'o200k_base'],
    ['gpt-4', 'cl100k_base'],
    ['gpt-4-0613', 'cl100k_base'],
    ['gpt-4-turbo', 'cl100k_base'],
    ['gpt-3.5-turbo', 'cl100k_base'],
    ['gpt-35-turbo', 'cl100k_base'],
    ['gpt-oss-120b', undefined],
    ['o200', undefined],
    ['opus', undefined],
    ['gpt-40', undefined],
    ['llama-3.1-8b-instruct', undefined],
    ['distil-gpt-4', undefined],
    ['', undefined],
  ])('%s: %s', (model, encoding) => {
    expect(encodingOf(model)).toBe(encoding)
  })
})

describe('the tokeniser', () => {
  // Numbers of the documentation of tiktoken and of the cookbook.
  test.each<[Encoding, string, number]>([
    ['cl100k_base', 'tiktoken is great!', 6],
    ['o200k_base', 'tiktoken is great!', 6],
    ['cl100k_base', 'antidisestablishmentarianism', 6],
    ['cl100k_base', '2 + 2 = 4', 7],
    ['cl100k_base', 'お誕生日おめでとう', 9],
    ['o200k_base', 'お誕生日おめでとう', 8],
    ['o200k_base', 'hello world', 2],
    ['o200k_base', '', 0],
  ])('%s: %s', async (encoding, text, count) => {
    expect((await tokeniser(encoding))(text)).toBe(count)
  })

  test('reads special tokens as the text they are', async () => {
    const count = await tokeniser('o200k_base')
    expect(count('<|endoftext|>')).toBeGreaterThan(1)
    expect(count('half an emoji: \ud83d')).toBeGreaterThan(3)
  })

  test('is not stopped by a run without end', async () => {
    const count = await tokeniser('o200k_base')
    expect(count('a'.repeat(50_000))).toBeGreaterThan(6000)
    expect(count(' '.repeat(50_000))).toBeGreaterThan(50)
  })
})

/** Counts as the page does: the worker gets the texts, the rule does the rest. */
async function counted(encoding: Encoding, messages: RequestMessage[], parameters: Parameters = {}) {
  const count = await tokeniser(encoding)
  return countByRule(messages, parameters, textsOfRequest(messages, parameters).map(count))
}

describe('OpenAI’s rule', () => {
  const jargon =
    'You are a helpful, pattern-following assistant that translates corporate jargon into plain English.'
  /** The example of the cookbook, for which the API itself counted 129 and 124 tokens. */
  const cookbook: RequestMessage[] = [
    { role: 'system', content: jargon },
    { role: 'system', name: 'example_user', content: 'New synergies will help drive top-line growth.' },
    {
      role: 'system',
      name: 'example_assistant',
      content: 'Things working well together will increase revenue.',
    },
    {
      role: 'system',
      name: 'example_user',
      content:
        "Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage.",
    },
    {
      role: 'system',
      name: 'example_assistant',
      content: "Let's talk later when we're less busy about how to do better.",
    },
    {
      role: 'user',
      content: "This late pivot means we don't have time to boil the ocean for the client deliverable.",
    },
  ]

  test.each<[Encoding, number]>([
    ['cl100k_base', 129],
    ['o200k_base', 124],
  ])('%s counts the cookbook’s example as the API does: %i', async (encoding, total) => {
    const result = await counted(encoding, cookbook)
    expect(result.total).toBe(total)
    expect(result.messages.reduce((sum, one) => sum + one, 3)).toBe(total)
  })

  test('three tokens stand before the answer to nothing', async () => {
    expect((await counted('o200k_base', [])).total).toBe(3)
  })

  test('tools are counted beside the messages', async () => {
    const tools = [{ type: 'function' as const, function: { name: 'look', description: 'Looks.' } }]
    const alone = await counted('o200k_base', cookbook)
    const both = await counted('o200k_base', cookbook, { tools })
    expect(both.messages).toEqual(alone.messages)
    expect(both.parameters).toBeGreaterThan(0)
    expect(both.total).toBe(alone.total + both.parameters)
  })
})
