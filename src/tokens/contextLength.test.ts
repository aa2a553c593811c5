import { expect, test } from 'vitest'
import { knownContext } from './contextLength'

test.each<[string, number | undefined]>([
  ['gpt-4', 8192],
  ['gpt-4-0613', 8192],
  ['gpt-4-32k', 32_768],
  ['gpt-4-turbo-2024-04-09', 128_000],
  ['gpt-4o', 128_000],
  ['openai/gpt-4o-mini', 128_000],
  ['gpt-4.1-mini', 1_047_576],
  ['gpt-3.5-turbo-0125', 16_385],
  ['gpt-3.5-turbo-instruct', 4096],
  ['gpt-5', 400_000],
  ['gpt-5-mini-2025-08-07', 400_000],
  ['gpt-5-chat-latest', 128_000],
  ['gpt-5.1-codex', 400_000],
  ['gpt-5.2-chat-latest', 128_000],
  ['gpt-5.4', 1_050_000],
  ['gpt-5.4-nano', 400_000],
  ['gpt-5.6-cyber', 400_000],
  ['gpt-5.6-sol', 1_050_000],
  ['o1', 200_000],
  ['o1-mini', 128_000],
  ['o3-mini', 200_000],
  ['o4-mini', 200_000],
  ['models/gemini-2.5-flash', 1_048_576],
  ['gpt-6', undefined],
  ['gpt-5.9', undefined],
  ['o11', undefined],
  ['my-gpt-4', undefined],
  ['tiny.gguf', undefined],
  ['', undefined],
])('%s: %s', (model, tokens) => {
  expect(knownContext(model)).toBe(tokens)
})
