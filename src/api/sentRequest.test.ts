import { describe, expect, test } from 'vitest'
import { requestHeaders } from './requestHeaders'
import { ChatError } from '../protocol/ChatError'
import { presets } from './presets'
import { withoutSecrets } from './send'
import { secretsOf, sentRequest } from './sentRequest'

const endpoint = {
  id: 'e',
  name: 'E',
  baseURL: 'https://a.example/v1?api-key=inTheQuery&api-version=2024',
  headers: [
    { name: 'X-Proxy-Token', value: 'proxyvalue' },
    { name: 'X-Title', value: 'Parley' },
  ],
}

describe('a request as it may be kept', () => {
  const headers = requestHeaders({ endpoint, key: 'sk-mine', hasBody: true })
  const sent = sentRequest(endpoint, `${endpoint.baseURL}#`, { method: 'POST', headers, body: '{}' })

  test('has stars for the key, for the values of headers, and for secrets in the address', () => {
    expect(Object.fromEntries(sent.headers)).toEqual({
      'content-type': 'application/json',
      authorization: 'Bearer ***',
      'x-proxy-token': '***',
      'x-title': '***',
    })
    expect(sent.url).toContain('api-key=***&api-version=2024')
    expect(JSON.stringify(sent)).not.toMatch(/sk-mine|proxyvalue|inTheQuery/)
  })

  test('has the rest to the letter', () => {
    const url = 'https://a.example/v1/chat/completions?api-version=2024-10'
    expect(sentRequest(endpoint, url, { method: 'POST', headers, body: '{"a": 1}' })).toMatchObject({
      method: 'POST',
      url,
      body: '{"a": 1}',
    })
  })
})

test('what the preset of Anthropic brings is no secret', () => {
  const { baseURL, headers = [] } = presets.find(({ id }) => id === 'anthropic')!
  expect(secretsOf({ endpoint: { ...endpoint, baseURL, headers }, key: 'sk-mine' })).toEqual(['sk-mine'])
})

test('an error that quotes the address is told without what is secret in it', () => {
  const error = new ChatError('rejected', 'Invalid URL (GET /v1/models?api-key=inTheQuery): "stream": true')
  const headers = [{ name: 'anthropic-dangerous-direct-browser-access', value: 'true' }]
  expect(withoutSecrets(error, { endpoint: { ...endpoint, headers } })).toMatchObject({
    message: 'Invalid URL (GET /v1/models?api-key=[key]): "stream": true',
  })
})

test('the secrets are the key, the values of headers that may be secret, and those in the address', () => {
  expect(secretsOf({ endpoint, key: ' sk-mine ' })).toEqual(['sk-mine', 'proxyvalue', 'inTheQuery'])
  const empty = { headers: [{ name: 'x-api-key', value: ' ' }], baseURL: 'https://api.example/v1' }
  expect(secretsOf({ endpoint: empty, key: ' ' })).toEqual([])
})
