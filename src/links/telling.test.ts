import { expect, test } from 'vitest'
import { Cleaner } from './secrets'

const cleaned = (fields: Record<string, unknown>) => {
  const cleaner = new Cleaner([])
  return { kept: cleaner.request(fields), left: [...cleaner.fields] }
}

test.each([
  { openai_api_base: 'x', azure_endpoint: 'x', endpoint_url: 'x', api_url: 'x', url: 'x', webhook: 'x' },
  { hostname: 'nas', upstream: 'nas', proxies: { http: 'http://u:p@nas' }, headers_json: '{"a":"b"}' },
  { username: 'anna', account: 'a', organization: 'org-1', org_id: 7, session_id: 's', user_id: 'a' },
  { lora_path: '/home/anna/x', grammar_file: 'C:\\Users\\anna\\g', draft_file: 'loras/anna.gguf' },
  { gateway: 'llm.firm.example', ip: '10.0.0.3', server_address: 'nas:8080', mail_domain: 'firm.example' },
  { site: 'https://private.example/x', cache: '~/anna', socket: '/run/anna/x.sock', share: '\\\\nas\\anna' },
])('of %j nothing goes along, and each name is said', (fields) => {
  expect(cleaned({ deep: { list: [fields] } })).toEqual({
    kept: { deep: { list: [{}] } },
    left: Object.keys(fields),
  })
})

test.each([
  { rope_freq_base: 10000, keep_session: false, max_tokens: 5, logit_bias: { 50256: -100 } },
  { stop: ['/home/anna/', 'https://'], stop_sequences: ['/a/b'], seed: 3, style: '1/2', ratio: '16/9' },
  {
    guided_regex: '/a/b',
    suffix: '/no_think',
    system: 'See https://example.com, or /etc/hosts.',
    mode: '/think',
  },
  { domain: 'medical', address: 'Dr. Who', gateway: 3, web: { allowed_domains: ['wikipedia.org'] } },
  { tools: [{ type: 'function', function: { name: 'f', description: 'https://example.com' } }] },
  { schema: { $schema: 'https://json-schema.org/draft/x', $id: 'https://a.example/b', $ref: '#/$defs/a/b' } },
  { type: 'object', properties: { url: {}, host: { description: 'h' }, proxy: { enum: ['a'] } } },
  { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://a.example' } }] }] },
])('of %j everything goes along', (fields) => {
  expect(cleaned(fields)).toEqual({ kept: fields, left: [] })
})

test('an example of a key or an address in a schema stays behind, the schema does not', () => {
  const properties = (more: object) => ({
    properties: { api_key: { type: 'string', ...more }, host: { anyOf: [{ type: 'string', ...more }] } },
  })
  expect(cleaned(properties({ default: 'hush', examples: ['hush'] }))).toEqual({
    kept: properties({}),
    left: ['default', 'examples'],
  })
})

test('an address in a list stays behind', () => {
  expect(cleaned({ sources: ['https://private.example', 'web'] })).toEqual({
    kept: { sources: ['web'] },
    left: ['sources'],
  })
})

test('a value of millions of letters is read once', () => {
  for (const piece of ['/a', 'a:/', '~', '\\', ' ', 'https://', '\n'])
    expect(cleaned({ value: `https://x${piece.repeat(500_000)}` }).left.length).toBeLessThan(2)
})
