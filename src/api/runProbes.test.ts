import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { askedOrigins } from './asked'
import type { Findings } from './diagnose'
import { lookAround, runProbes } from './runProbes'

const server = await startTestServer()
afterAll(() => server.close())

const { signal } = new AbortController()
const query = '?api-key=in-the-query&api-version=1'
const about = (baseURL: string): Findings => ({
  baseURL,
  page: 'http://127.0.0.1/',
  secure: true,
  online: true,
  permission: undefined,
  hasKey: false,
  hasHeaders: false,
  tried: {},
})

test('the other scheme is asked without the query, no secret is told, and every question is counted', async () => {
  const { host } = new URL(server.url)
  const baseURL = `https://${host}/t/schemes/v1${query}`
  const endpoint = { id: 'e', name: 'E', baseURL, headers: [] }
  const { trials } = await runProbes(about(baseURL), { endpoint, key: undefined, signal })

  expect(trials.at(-1)).toMatchObject({ probe: 'otherScheme', url: `http://${host}/t/schemes/v1/models` })
  expect(server.requests('schemes').map(({ path }) => path)).toEqual(['/t/schemes/v1/models'])
  expect(JSON.stringify(trials)).not.toContain('in-the-query')
  expect(Object.fromEntries(askedOrigins())).toMatchObject({
    [`https://${host}`]: trials.length - 1,
    [`http://${host}`]: 1,
  })
})

test('an address that was looked at is told without its secret', async () => {
  const baseURL = `${server.url}/t/paths/v2${query}`
  const endpoint = { id: 'e', name: 'E', baseURL, headers: [] }
  const error = { kind: 'rejected', status: 404, message: 'Not found' } as const
  const { trials } = await lookAround({ ...about(baseURL), error }, { endpoint, key: undefined, signal })
  expect(trials.length).toBeGreaterThan(0)
  expect(JSON.stringify(trials)).not.toContain('in-the-query')
})
