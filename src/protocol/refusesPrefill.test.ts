import { expect, test } from 'vitest'
import { mayRefusePrefill, refusesPrefill, refusesTrailingSpace } from './refusesPrefill'

const rejected = (message: string, status = 400) => ({ kind: 'rejected' as const, message, status })

test.each([
  'This model does not support assistant message prefill. The conversation must end with a user message.',
  'Assistant response prefill is incompatible with enable_thinking',
  'Expected last role User or Tool (or Assistant with prefix True) for serving but got assistant',
  'Extra inputs are not permitted: prefix',
])('%s', (message) => {
  expect(refusesPrefill(rejected(message))).toBe(true)
  expect(mayRefusePrefill(rejected(message, 500))).toBe(true)
  expect(refusesPrefill(rejected(message, 401))).toBe(false)
})

test('other words and other errors refuse nothing of the kind', () => {
  expect(refusesPrefill(rejected('Invalid value for temperature'))).toBe(false)
  expect(mayRefusePrefill(rejected('Rate limit reached', 429))).toBe(false)
  expect(mayRefusePrefill({ kind: 'cut-off', message: 'prefill' })).toBe(false)
})

test('white space at the end is another matter: without it the words may be sent', () => {
  const words = 'messages: final assistant content cannot end with trailing whitespace'
  expect(refusesTrailingSpace(words)).toBe(true)
  expect(mayRefusePrefill(rejected(words))).toBe(false)
})
