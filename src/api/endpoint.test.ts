import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequest } from '../guide/readRequest'
import { builtIn, checkBaseURL, endpointURL, isBuiltIn, mostChoices, originOf } from './endpoint'

test.each([
  ['http://localhost:1234/v1', '/models', 'http://localhost:1234/v1/models'],
  ['http://localhost:1234/v1/', 'models', 'http://localhost:1234/v1/models'],
  ['http://localhost:1234', '/models', 'http://localhost:1234/models'],
  ['https://a.com/v1/chat/completions', '/chat/completions', 'https://a.com/v1/chat/completions'],
  ['https://a.com/v1/chat/completions/', '/models', 'https://a.com/v1/models'],
  ['https://a.com/chat/completions', '/models', 'https://a.com/models'],
  ['https://a.com/my/chat', '/chat/completions', 'https://a.com/my/chat/chat/completions'],
  [
    'https://a.com/v1?api-version=2#top',
    '/chat/completions',
    'https://a.com/v1/chat/completions?api-version=2',
  ],
  ['https://a.com/d/gpt%20x//?a=1&b=2', '/models', 'https://a.com/d/gpt%20x/models?a=1&b=2'],
  ['parley:built-in', '/chat/completions', 'parley:built-in/chat/completions'],
])('%s and %s make %s', (baseURL, path, url) => {
  expect(endpointURL({ baseURL }, path)).toBe(url)
})

test.each([
  ['https://api.openai.com/v1', 'https://api.openai.com/v1'],
  [' https://api.openai.com/v1/ \n', 'https://api.openai.com/v1'],
  ['HTTPS://API.OpenAI.com/v1//', 'https://api.openai.com/v1'],
  ['https://a.com/v1/chat/completions', 'https://a.com/v1'],
  ['https://a.com/v1/chat/completions/?api-version=2#x', 'https://a.com/v1?api-version=2'],
  ['localhost:11434/v1', 'http://localhost:11434/v1'],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['[::1]:8080/v1', 'http://[::1]:8080/v1'],
  ['192.168.1.5:1234/v1', 'http://192.168.1.5:1234/v1'],
  ['my-mac.local:1234/v1', 'http://my-mac.local:1234/v1'],
  ['ollama:11434', 'http://ollama:11434'],
  ['api.groq.com/openai/v1', 'https://api.groq.com/openai/v1'],
  ['example.com:8443/v1', 'https://example.com:8443/v1'],
  ['10.example.com/v1', 'https://10.example.com/v1'],
  ['http:localhost:1234', 'http://localhost:1234'],
])('%s becomes %s', (text, baseURL) => {
  expect(checkBaseURL(text)).toEqual({ ok: true, baseURL })
})

test.each([
  ['', 'empty'],
  [' \n', 'empty'],
  ['hello world', 'not-a-url'],
  ['http://', 'not-a-url'],
  ['https://a b', 'not-a-url'],
  ['localhost:99999', 'not-a-url'],
  ['ftp://a.com', 'not-http'],
  ['file:///etc/passwd', 'not-http'],
  ['javascript:alert(1)', 'not-http'],
  ['parley:built-in', 'not-http'],
  ['https://me:secret@a.com/v1', 'has-credentials'],
  ['https://me@a.com/v1', 'has-credentials'],
  ['me:secret@a.com/v1', 'has-credentials'],
])('%j is refused: %s', (text, reason) => {
  expect(checkBaseURL(text)).toEqual({ ok: false, reason })
})

test('the origin is what a key is bound to', () => {
  expect(originOf({ baseURL: 'https://a.com/v1?x=1' })).toBe('https://a.com')
  expect(originOf({ baseURL: 'http://localhost:80/v1' })).toBe('http://localhost')
  expect(originOf(builtIn)).toBeNull()
  expect(originOf({ baseURL: 'nonsense' })).toBeNull()
})

test('the built-in endpoint is known by its address', () => {
  expect(isBuiltIn(builtIn)).toBe(true)
  expect(isBuiltIn({ baseURL: 'https://a.com/v1' })).toBe(false)
})

const segment = fc.stringMatching(/^[a-z0-9._~-]{1,8}$/).filter((text) => !/^\.+$/.test(text))
const base = fc
  .tuple(fc.webAuthority({ withPort: true }), fc.array(segment, { maxLength: 3 }))
  .map(([host, path]) => ['https://' + host, ...path].join('/'))

test('however an address is ended, it leads to the same place, and checking it twice changes nothing', () => {
  const ends = fc.constantFrom('', '/', '//', '/chat/completions', '/chat/completions/')
  fc.assert(
    fc.property(base, ends, fc.constantFrom('', '?api-version=1'), (address, end, query) => {
      const plain = checkBaseURL(address + query)
      const checked = checkBaseURL(address + end + query)
      expect(checked).toEqual(plain)
      if (!checked.ok) throw new Error('It was refused')
      expect(checkBaseURL(checked.baseURL)).toEqual(checked)
      expect(endpointURL({ baseURL: address + end + query }, '/models')).toBe(endpointURL(checked, 'models'))
      expect(new URL(endpointURL(checked, '/models')).search).toBe(query)
    }),
  )
})

test('any text is either refused or becomes an http address without credentials', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.domain()), (text) => {
      const checked = checkBaseURL(text)
      if (checked.ok) expect(checked.baseURL).toMatch(/^https?:\/\/[^/?#@]+(?:[/?].*)?$/)
    }),
  )
})

test('as many choices can be asked for as the built-in models take, and elsewhere as the API says', () => {
  const ask = (n: number) => () =>
    readRequest({ model: 'babble', messages: [{ role: 'user', content: 'Hi' }], n }, 1)
  const most = mostChoices(builtIn.id)
  expect(ask(most)).not.toThrow()
  expect(ask(most + 1)).toThrow()
  expect(mostChoices('another')).toBe(128)
})
