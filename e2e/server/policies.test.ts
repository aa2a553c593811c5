import { afterAll, expect, test } from 'vitest'
import { ask } from './ask'
import { policies } from './policies'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
afterAll(() => server.close())

const origin = 'http://page.test'
const allowed = 'access-control-allow-origin'

/** A preflight, an answer and an error under one policy, each with the origin that may read it. */
async function under(policy: string) {
  const url = `${server.url}/t/cors/${policy}/v1`
  const preflight = await fetch(`${url}/chat/completions`, { method: 'OPTIONS', headers: { origin } })
  const answer = await ask(url, 'say', { headers: { origin } })
  const error = await ask(url, 'error-500', { headers: { origin } })
  return {
    preflight: [preflight.status, preflight.headers.get(allowed)],
    headers: preflight.headers.get('access-control-allow-headers'),
    answer: [answer.status, answer.headers.get(allowed)],
    error: [error.status, error.headers.get(allowed)],
  }
}

const open = { preflight: [200, origin], headers: '*', answer: [200, origin], error: [500, origin] }

const expected: Record<string, unknown> = {
  open,
  'plain-headers': { ...open, headers: 'authorization, content-type' },
  'preflight-refused': { preflight: [403, null], headers: null, answer: [200, null], error: [500, null] },
  'preflight-missing': { ...open, preflight: [403, null], headers: null },
  'no-cors': { preflight: [200, origin], headers: '*', answer: [200, null], error: [500, null] },
  'no-cors-on-errors': { ...open, error: [500, null] },
  'needs-key': {
    ...open,
    headers: 'authorization, content-type',
    answer: [401, origin],
    error: [401, origin],
  },
}

test.each(Object.keys(policies))('%s', async (policy) => {
  expect(await under(policy)).toEqual(expected[policy])
})

test('a key opens what needs one, the list of models too', async () => {
  const models = (headers: Record<string, string>) => fetch(`${server.url}/needs-key/v1/models`, { headers })
  expect((await models({})).status).toBe(401)
  expect((await models({ authorization: 'Bearer test-key-123' })).status).toBe(200)
})

test('the page may read when to try again', async () => {
  const { headers } = await ask(`${server.url}/v1`, 'error-429', { headers: { origin } })
  expect(headers.get('access-control-expose-headers')).toContain('retry-after')
})
