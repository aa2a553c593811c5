import { expect, test } from 'vitest'
import { type FieldName, fields } from './fields'
import { fits } from './fits'

const fitting: [FieldName, unknown][] = [
  ['stop', '\n'],
  ['stop', ['a', 'b']],
  ['seed', 3],
  ['presence_penalty', -2],
  ['logit_bias', { '1': -100 }],
  ['logprobs', false],
  ['reasoning_effort', 'extreme'],
  ['verbosity', 'low'],
  ['tool_choice', 'auto'],
  ['tool_choice', { type: 'function', function: { name: 'f' } }],
  ['tool_choice', { type: 'custom', custom: { name: 'f' } }],
  ['metadata', { a: 'b' }],
  ['modalities', ['text', 'audio']],
  ['audio', { format: 'mp3', voice: 'someone' }],
  ['stream_options', { include_usage: true, include_obfuscation: false }],
  ['prediction', { type: 'content', content: '' }],
  ['user', 'me'],
]
test.each(fitting)('%s shows %j', (name, value) => {
  expect(fits(fields[name], value)).toBe(true)
})

const others: [FieldName, unknown][] = [
  ['stop', [1]],
  ['seed', '3'],
  ['seed', null],
  ['logit_bias', { '1': '-100' }],
  ['logit_bias', [[1, -100]]],
  ['logprobs', 'true'],
  ['verbosity', 'terse'],
  ['tool_choice', { type: 'allowed_tools', allowed_tools: {} }],
  ['metadata', { a: 1 }],
  ['metadata', null],
  ['modalities', ['video']],
  ['audio', { format: 'mp3', voice: { id: 'v' } }],
  ['audio', { speed: '2' }],
  ['stream_options', { constructor: true }],
  ['prediction', { type: 'content', content: [] }],
  ['user', 4],
  ['tools', []],
]
test.each(others)('%s shows %j as JSON', (name, value) => {
  expect(fits(fields[name], value)).toBe(false)
})

test('every field can be unset', () => {
  for (const field of Object.values(fields)) if ('control' in field) expect(fits(field, undefined)).toBe(true)
})
