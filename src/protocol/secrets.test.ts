import { describe, expect, test } from 'vitest'
import {
  addressWithoutSecrets,
  isSecretName,
  secretQuery,
  secretsInAddress,
  secretsInHeaders,
} from './secrets'

const telling = `Authorization api-key X-API-Key apiKey apikey x-goog-api-key key x_key Ocp-Apim-Subscription-Key
  X-Proxy-Token access_token accessToken token hf_token client_secret X-Amz-Security-Token X-Amz-Credential cookie
  password X-Auth secret_key`

test.each(telling.split(/\s+/))('%s speaks of a secret', (name) => {
  expect(isSecretName(name)).toBe(true)
})

const others = `max_tokens eos_token stop_token_ids tokenizer author monkey keyboard next_page_token logprobs seed
  anthropic-dangerous-direct-browser-access anthropic-version OpenAI-Organization`

test.each(others.split(/\s+/))('%s does not', (name) => {
  expect(isSecretName(name)).toBe(false)
})

test('what stands in a header is a secret where its name says so, or where it is long and nothing else is known', () => {
  const headers = [
    ['anthropic-dangerous-direct-browser-access', 'true'],
    ['Accept', 'application/json'],
    ['X-Title', 'A title of some length'],
    ['X-Team', 'blue'],
    ['X-Use', 'research'],
    ['X-Tenant', 'hush-hush'],
    ['X-Proxy-Token', 'hush'],
    ['X-Odd', ' abcdef-123456 '],
    ['Authorization', 'Bearer open-sesame'],
  ].map(([name = '', value = '']) => ({ name, value }))
  expect(secretsInHeaders(headers)).toEqual([
    'hush-hush',
    'hush',
    'abcdef-123456',
    'Bearer open-sesame',
    'open-sesame',
  ])
})

describe('an address', () => {
  test.each([
    ['https://a.example/v1?api-version=2024-10', 'https://a.example/v1?api-version=2024-10', []],
    [
      'https://a.example/v1?a=%20b&api-key=s%2B1#x',
      'https://a.example/v1?a=%20b&api-key=***#x',
      ['s+1', 's%2B1'],
    ],
    ['a.example/v1?code=x&key=&sig=%', 'a.example/v1?code=***&key=&sig=***', ['x', '%']],
    ['$BASE/v1?token=t', '$BASE/v1?token=***', ['t']],
    ['https://me:pass@a.example/v1', 'https://a.example/v1', ['pass']],
  ])('%s loses its secrets and nothing else', (address, clean, secrets) => {
    expect(addressWithoutSecrets(address)).toBe(clean)
    expect(secretsInAddress(address)).toEqual(secrets)
  })
})

test.each([
  ['https://a.example/v1?api-key=k', 'https://a.example/v1', ['api-key']],
  ['https://a.example/v1?api-key=k&v=1&code=c&w=2', 'https://a.example/v1?v=1&w=2', ['api-key', 'code']],
  ['https://a.example/v1?v=1&sig=s', 'https://a.example/v1?v=1', ['sig']],
  ['https://a.example/v1?v=1', 'https://a.example/v1?v=1', []],
])('the secret parts of the query of %s are known by name', (address, rest, names) => {
  expect(secretQuery(address)).toEqual({ names, rest })
})
