import { afterAll, expect, test } from 'vitest'
import { type Asked, ask } from './ask'
import type { errorScenarios } from './errorScenarios'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const key = { headers: { authorization: 'Bearer abc-secret-wxyz' } }

/** Asks, and looks at the status; for the rest it hands back the error object and the headers. */
async function failed(status: number, model: string, asked?: Asked) {
  const answered = await ask(url, model, asked)
  expect(answered.status).toBe(status)
  return { ...answered, error: () => answered.json().error }
}

const isPage = async (status: number, model: string) => {
  const { text, headers } = await failed(status, model)
  expect(headers.get('content-type')).toMatch(/^text\/html/)
  expect(text).toContain(`<title>${status} `)
}

const checks: Record<keyof typeof errorScenarios, () => Promise<void>> = {
  error: async () => {
    expect((await failed(500, 'error')).error()).toMatchObject({
      message: 'Something went wrong',
      code: null,
    })
    const named = await failed(418, 'error?status=418&message=No+coffee&code=teapot')
    expect(named.error()).toMatchObject({ message: 'No coffee', code: 'teapot' })
    expect((await failed(400, 'error?shape=llama&status=400')).error()).toMatchObject({ code: 400 })
    expect((await failed(500, 'error?shape=string&message=Oh')).error()).toBe('Oh')
    expect((await failed(500, 'error?shape=message&message=Oh')).json()).toEqual({ message: 'Oh' })
    expect((await failed(500, 'error?shape=text&message=Oh')).text).toBe('Oh')
    expect((await failed(500, 'error?shape=html&message=Oh')).text).toContain('<h1>Oh</h1>')
    expect((await failed(500, 'error?shape=empty')).text).toBe('')
  },
  flaky: async () => {
    const model = 'flaky?times=2&retry=1'
    expect((await failed(503, model)).headers.get('retry-after')).toBe('1')
    expect((await failed(503, model)).error().message).toBe('Not yet (2)')
    expect((await ask(url, model)).finish()).toBe('stop')
    expect((await failed(429, 'flaky?status=429')).headers.get('retry-after')).toBeNull()
  },
  'error-400': async () => {
    const { error, headers } = await failed(400, 'error-400')
    expect(error()).toMatchObject({
      param: 'temperature',
      code: 'invalid_value',
      type: 'invalid_request_error',
    })
    expect(headers.get('x-request-id')).toBe('req_parley_test')
  },
  'error-401': async () => {
    const { message } = (await failed(401, 'error-401', key)).error()
    expect(message).toBe('Incorrect API key provided: abc********wxyz.')
  },
  'error-401-whole-key': async () => {
    const { message } = (await failed(401, 'error-401-whole-key', key)).error()
    expect(message).toContain('abc-secret-wxyz')
  },
  'error-403': async () =>
    expect((await failed(403, 'error-403')).error().code).toBe('unsupported_country_region_territory'),
  'error-404': async () => expect((await failed(404, 'error-404')).error().code).toBe('model_not_found'),
  'error-404-html': () => isPage(404, 'error-404-html'),
  'error-413': () => isPage(413, 'error-413'),
  'error-422': async () => {
    const { detail } = (await failed(422, 'error-422')).json()
    expect(detail[0]).toMatchObject({ loc: ['body', 'messages', 0, 'role'], msg: 'field required' })
  },
  'error-429': async () => {
    expect((await failed(429, 'error-429')).headers.get('retry-after')).toBe('2')
    expect((await failed(429, 'error-429?retry=60')).headers.get('retry-after')).toBe('60')
  },
  'error-429-date': async () => {
    const { headers } = await failed(429, 'error-429-date?retry=30')
    const wait = Date.parse(headers.get('retry-after')!) - Date.now()
    expect(wait).toBeGreaterThan(25_000)
    expect(wait).toBeLessThan(31_000)
  },
  'error-429-quota': async () => {
    const { error, headers } = await failed(429, 'error-429-quota')
    expect([error().code, headers.get('retry-after')]).toEqual(['insufficient_quota', null])
  },
  'error-500': async () => expect((await failed(500, 'error-500')).error().type).toBe('server_error'),
  'error-500-text': async () =>
    expect((await failed(500, 'error-500-text')).text).toBe('Internal Server Error'),
  'error-502-html': () => isPage(502, 'error-502-html'),
  'error-503-loading': async () =>
    expect((await failed(503, 'error-503-loading')).error()).toMatchObject({
      code: 503,
      message: 'Loading model',
    }),
  'error-529': async () => expect((await failed(529, 'error-529')).error().type).toBe('overloaded_error'),
  'error-without-cors': async () => {
    const { headers } = await failed(401, 'error-without-cors', { headers: { origin: 'http://page.test' } })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
  'error-empty': async () => expect((await failed(500, 'error-empty')).text).toBe(''),
  'error-hostile': async () =>
    expect((await failed(400, 'error-hostile')).error().message).toContain('<script>'),
}

test.each(Object.entries(checks))('%s', (_, check) => check())
