import { expect, test } from 'vitest'
import { excerptOf, redact } from './redact'

test.each([
  ['Incorrect API key provided: sk-abc***xyz. You can', 'Incorrect API key provided: [key]. You can'],
  ['key sk-proj-aB3_dE-f9x is', 'key [key] is'],
  ['Invalid API Key: gsk_1a2b3c', 'Invalid API Key: [key]'],
  ['Authorization: Bearer abc.def-123', 'Authorization: [key]'],
  ['{"key":"hf_AbCd1234"}', '{"key":"[key]"}'],
  ['AIzaSyD4f***', '[key]'],
  ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '[key]'],
  ['github_pat_11ABCDEFG0aBcDeFgHiJkL_mNoPqRsTuVwXyZ', '[key]'],
  ['id AKIAIOSFODNN7EXAMPLE.', 'id [key].'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_X', '[key]'],
  ['xoxb-123456789012-abcdefABCDEF', '[key]'],
  ['glpat-abcDEF123456ghiJKL78', '[key]'],
  ['hf_abcdefghijklmnopqrstuvwxyz', '[key]'],
  ['at https://user:hunter2@host.example/x and b', 'at https://[key]@host.example/x and b'],
  ['postgres://:p@ss@db:5432/x', 'postgres://[key]@db:5432/x'],
])('%s', (text, clean) => {
  expect(redact(text)).toBe(clean)
})

test.each([
  'Bearer token is missing',
  'Use a Bearer authentication scheme',
  'task-1234 failed in sk-learn',
  'the hf_hub cache, a pk_field',
  'https://user@host.example, https://host.example:8080/@name, git@host.example:a/b',
  'https://${USER}:${PASS}@host.example, see https://a.example:80, or write to me@a.example',
  'gh_pages, glpat, xoxo-kisses, AKIA, eyJ, eyJust.a.word, EYJAFJALLAJOKULL',
])('%s stays', (text) => {
  expect(redact(text)).toBe(text)
})

test('a text of millions of letters is read once', () => {
  for (const piece of [
    'eyJaaaaaaaaa-',
    'eyJaaaaaaaa.',
    'a://',
    'a://b:c',
    'a:@',
    'xoxb-',
    'ghp_',
    'glpat-a',
    '@:',
  ])
    expect(redact(piece.repeat(200_000), [])).not.toBe('')
})

test('given secrets go, whatever they look like', () => {
  expect(redact('no such key: open sesame!', ['open sesame', '', 'no'])).toBe('no such key: [key]!')
})

test('an excerpt is well-formed, bounded and clean', () => {
  expect(excerptOf(`${'x'.repeat(8)}😀😀`, 10)).toBe('xxxxxxxx\uFFFD…')
  expect(excerptOf(' a ', 10)).toBe('a')
  expect(excerptOf(`${'x'.repeat(12)} sk-1234567890`, 20)).toBe(`${'x'.repeat(12)} [key]`)
})
