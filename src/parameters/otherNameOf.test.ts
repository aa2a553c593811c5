import { expect, test } from 'vitest'
import { otherNameOf } from './otherNameOf'

test('a field with two names has another one, unless that is in use', () => {
  expect(otherNameOf('max_tokens', { max_tokens: 1 })).toBe('max_completion_tokens')
  expect(otherNameOf('max_completion_tokens', { max_completion_tokens: 1 })).toBe('max_tokens')
  expect(otherNameOf('max_tokens', { max_tokens: 1, max_completion_tokens: 2 })).toBeUndefined()
  expect(otherNameOf('temperature', {})).toBeUndefined()
})
