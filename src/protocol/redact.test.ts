import { expect, test } from 'vitest'
import { excerptOf, redact } from './redact'

test.each([
  ['Incorrect API key provided: sk-abc***xyz. You can', 'Incorrect API key provided: [key]. You can'],
  ['key sk-proj-aB3_dE-f9x is', 'key [key] is'],
  ['Invalid API Key: gsk_1a2b3c', 'Invalid API Key: [key]'],
  ['Authorization: Bearer abc.def-123', 'Authorization: [key]'],
  ['{"key":"hf_AbCd1234"}', '{"key":"[key]"}'],
  ['AIzaSyD4f***', '[key]'],
])('%s', (text, clean) => {
  expect(redact(text)).toBe(clean)
})

test.each([
  'Bearer token is missing',
  'Use a Bearer authentication scheme',
  'task-1234 failed in sk-learn',
  'the hf_hub cache, a pk_field',
])('%s stays', (text) => {
  expect(redact(text)).toBe(text)
})

test('given secrets go, whatever they look like', () => {
  expect(redact('no such key: open sesame!', ['open sesame', '', 'no'])).toBe('no such key: [key]!')
})

test('an excerpt is well-formed, bounded and clean', () => {
  expect(excerptOf(`${'x'.repeat(8)}😀😀`, 10)).toBe('xxxxxxxx\uFFFD…')
  expect(excerptOf(' a ', 10)).toBe('a')
  expect(excerptOf(`${'x'.repeat(12)} sk-1234567890`, 20)).toBe(`${'x'.repeat(12)} [key]`)
})
