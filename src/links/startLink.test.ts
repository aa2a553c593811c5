import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readStartLink } from './startLink'

test('fields are read by their API names, each of its kind; others are named', () => {
  const query = new URLSearchParams({
    model: 'gpt-4o-mini',
    temperature: '0.2',
    n: '2',
    stream: 'false',
    stop: 'END',
    tools: '[{"type":"function","function":{"name":"f"}}]',
    response_format: '{"type":"json_object"}',
    system: 'Be brief.',
    prompt: 'Hello & goodbye\nagain',
    endpoint: 'https://example.com/v1',
    max_tokens: '1.5',
    seed: '"7"',
    top_p: 'high',
    metadata: '[1]',
    api_key: 'sk-stolen',
    __proto__: '{"polluted":true}',
    messages: '[]',
  })
  query.append('__proto__', '{"polluted":true}')
  expect(readStartLink(query.toString())).toEqual({
    parameters: {
      model: 'gpt-4o-mini',
      temperature: 0.2,
      n: 2,
      stream: false,
      stop: 'END',
      tools: [{ type: 'function', function: { name: 'f' } }],
      response_format: { type: 'json_object' },
    },
    system: 'Be brief.',
    prompt: 'Hello & goodbye\nagain',
    endpoint: 'https://example.com/v1',
    bad: ['max_tokens', 'seed', 'top_p', 'metadata'],
    unknown: ['api_key', 'messages', '__proto__'],
  })
})

test('a value that nests beyond all measure is none', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  expect(readStartLink(new URLSearchParams({ tools: deep, user: 'a' }).toString())).toMatchObject({
    parameters: { user: 'a' },
    bad: ['tools'],
  })
})

test('whatever stands there, it is read without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
      const { parameters, unknown, bad } = readStartLink(query)
      expect(Object.keys(parameters).every((name) => !unknown.includes(name) && !bad.includes(name))).toBe(
        true,
      )
    }),
    { numRuns: 2000 },
  )
})

test('a value that is deep beyond all measure is a bad one', () => {
  const deep = '['.repeat(5000) + ']'.repeat(5000)
  const query = new URLSearchParams({ tools: deep, stop: deep, metadata: `{"a":${deep}}`, model: 'm' })
  expect(readStartLink(query.toString())).toMatchObject({
    parameters: { model: 'm' },
    bad: ['tools', 'stop', 'metadata'],
  })
})
