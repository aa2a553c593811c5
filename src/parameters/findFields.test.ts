import { expect, test } from 'vitest'
import { fieldNames } from './fields'
import { findFields } from './findFields'

test.each([
  ['pen', ['presence_penalty', 'frequency_penalty'], []],
  ['penalty freq', ['frequency_penalty'], []],
  ['Max_Tokens', ['max_completion_tokens'], ['max_tokens']],
  ['temp', [], ['temperature']],
  ['nothing', [], []],
] as const)('%s', (wanted, found, above) => {
  expect(findFields(wanted, fieldNames)).toEqual({ found, above })
})

test('without a wish everything stays', () => {
  expect(findFields(' ', fieldNames)).toEqual({ found: [...fieldNames], above: [] })
})
