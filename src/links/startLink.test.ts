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
  expect(readStartLink(query.toString(), 16)).toEqual({
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
    outside: [],
    unknown: ['api_key', 'messages', '__proto__'],
  })
})

test('a value that nests beyond all measure is none', () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000)
  expect(readStartLink(new URLSearchParams({ tools: deep, user: 'a' }).toString(), 16)).toMatchObject({
    parameters: { user: 'a' },
    bad: ['tools'],
  })
})

test('whatever stands there, it is read without a fault', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webQueryParameters()), (query) => {
      const { parameters, unknown, bad } = readStartLink(query, 16)
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
  expect(readStartLink(query.toString(), 16)).toMatchObject({
    parameters: { model: 'm' },
    bad: ['tools', 'stop', 'metadata'],
  })
})

test.each([
  ['n', { min: 1, max: 16 }, ['1', '16'], ['-1', '0', '17', '100000']],
  ['temperature', { min: 0, max: 2 }, ['0', '2', '0.25'], ['-0.1', '99999']],
  ['top_p', { min: 0, max: 1 }, ['1'], ['1.5']],
  ['max_tokens', { min: 1 }, ['1', '900000'], ['0']],
  ['presence_penalty', { min: -2, max: 2 }, ['-2'], ['-2.5']],
  ['top_logprobs', { min: 0, max: 20 }, ['20'], ['21']],
])('%s is held against the range of its control', (name, range, within, beyond) => {
  for (const value of within)
    expect(readStartLink(`${name}=${value}`, 16)).toMatchObject({
      parameters: { [name]: Number(value) },
      outside: [],
    })
  for (const value of beyond)
    expect(readStartLink(`${name}=${value}`, 16)).toMatchObject({
      parameters: {},
      bad: [],
      outside: [{ name, ...range }],
    })
})
