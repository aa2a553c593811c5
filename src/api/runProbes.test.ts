import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { askedOrigins } from './asked'
import { lookAround, runProbes } from './runProbes'

const server = await startTestServer()
afterAll(() => server.close())

const { signal } = new AbortController()
const query = '?api-key=in-the-query&api-version=1'

test('the other scheme is asked without the query, no secret is told, and every question is counted', async () => {
  const { host } = new URL(server.url)
  const baseURL = `https://${host}/t/schemes/v1${query}`
  const endpoint = { id: 'e', name: 'E', baseURL, headers: [] }
  const begun = {
    baseURL,
    page: 'http://127.0.0.1/',
    online: true,
    hasKey: false,
    hasHeaders: false,
    tried: {},
  }
  const { trials } = await runProbes(
    { ...begun, permission: undefined },
    { endpoint, key: undefined, signal },
  )

  expect(trials.at(-1)).toMatchObject({ probe: 'otherScheme', url: `http://${host}/t/schemes/v1/models` })
  expect(server.requests('schemes').map(({ path }) => path)).toEqual(['/t/schemes/v1/models'])
  expect(JSON.stringify(trials)).not.toContain('in-the-query')
  expect(Object.fromEntries(askedOrigins())).toEqual({
    [`https://${host}`]: trials.length - 1,
    [`http://${host}`]: 1,
  })
})

test('an address that was looked at is told without its secret', async () => {
  const baseURL = `${server.url}/t/paths/v2${query}`
  const endpoint = { id: 'e', name: 'E', baseURL, headers: [] }
  const error = { kind: 'rejected', status: 404, message: 'Not found' } as const
  const begun = {
    baseURL,
    page: 'http://127.0.0.1/',
    online: true,
    hasKey: false,
    hasHeaders: false,
    tried: {},
  }
  const { trials } = await lookAround(
    { ...begun, permission: undefined, error },
    { endpoint, key: undefined, signal },
  )
  expect(trials.length).toBeGreaterThan(0)
  expect(JSON.stringify(trials)).not.toContain('in-the-query')
})
