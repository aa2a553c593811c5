// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { builtIn, type Endpoint } from '../api/endpoint'
import { newId } from '../conversation/newId'
import { capabilities, probeCost, probeEndpoint, type ProbeProgress } from './probeEndpoint'
import { readProbes } from './probes'
import { profileOf } from './profiles'
import { endpointSaved } from './settings'

const server = await startTestServer()
afterAll(() => server.close())

async function probe(model: string, rule = '', endpoint = newEndpoint(rule)) {
  const told: ProbeProgress[] = []
  await probeEndpoint({ endpoint, model }, new AbortController().signal, (progress) => told.push(progress))
  const { results, ...last } = told.at(-1)!
  const verdicts = Object.fromEntries(Object.entries(results).map(([name, { verdict }]) => [name, verdict]))
  return { endpoint, told, verdicts, last }
}

function newEndpoint(rule: string): Endpoint {
  const id = newId()
  const endpoint = { id, name: 'E', baseURL: `${server.url}/t/${id}${rule}/v1`, headers: [] }
  endpointSaved(endpoint)
  return endpoint
}

test('the built-in endpoint does what it says', async () => {
  const { verdicts, last } = await probe('guide', '', builtIn)
  expect(verdicts).toEqual({
    plain: 'yes',
    max_tokens: 'yes',
    max_completion_tokens: 'yes',
    stream: 'yes',
    stream_usage: 'yes',
    n: 'yes',
    tools: 'yes',
    json_schema: 'yes',
    logprobs: 'ignored',
    prefill: 'unclear',
    developer: 'yes',
    vision: 'refused',
  })
  expect(last).toMatchObject({ requests: capabilities.length })
  expect(last.tokens).toBeGreaterThan(100)
})

test('a server that refuses fields is remembered by its words', async () => {
  const { endpoint, verdicts, told } = await probe('strict?also=max_tokens&tokens=30')
  expect(told).toHaveLength(capabilities.length)
  expect(verdicts).toMatchObject({ max_completion_tokens: 'refused', n: 'refused', stream: 'yes' })
  const { fields } = profileOf(endpoint.id)
  expect(Object.keys(fields).toSorted()).toEqual([
    'logprobs',
    'max_completion_tokens',
    'n',
    'stream_options',
    'tools',
  ])
  expect(fields['n']?.message).toContain('Unrecognized request arguments supplied: n')
})

test('without a key that counts it ends at once', async () => {
  const { last } = await probe('story', '/needs-key')
  expect(last).toMatchObject({ requests: 1, error: { status: 401 } })
})

test.each(['error-400', 'error-500', 'error-503-loading'])(
  '%s says nothing of what is asked for',
  async (model) => {
    const { endpoint, last } = await probe(model)
    expect(last).toMatchObject({ requests: 1, error: { kind: 'rejected' } })
    expect(profileOf(endpoint.id).fields).toEqual({})
  },
)

test('it ends when it is stopped', async () => {
  const stop = new AbortController()
  const endpoint = newEndpoint('')
  const told: number[] = []
  await probeEndpoint({ endpoint, model: 'story' }, stop.signal, ({ requests }) => {
    told.push(requests)
    if (requests === 2) stop.abort()
  })
  expect(told).toEqual([1, 2])
  expect(server.requests(endpoint.id)).toHaveLength(2)
})

test('what it costs is said before', () => {
  const { requests, tokens } = probeCost(builtIn, 'guide')
  expect(requests).toBe(capabilities.length)
  expect(tokens).toBeGreaterThan(500)
  expect(tokens).toBeLessThan(3000)
})

test.each([
  null,
  1,
  [],
  { a: 1 },
  { a: { at: 1, model: 'm', results: 1 } },
  { a: { at: '1', model: 'm', results: {} } },
])('of what is no probe nothing is kept: %j', (kept) => expect(readProbes(kept)).toEqual({}))

test('of a probe only what is known is kept', () => {
  const results = {
    n: { verdict: 'refused', message: 'No', x: 1 },
    tools: { verdict: 'perhaps' },
    other: { verdict: 'yes' },
  }
  expect(readProbes({ a: { at: 1, model: 'm', results } })).toEqual({
    a: { at: 1, model: 'm', results: { n: { verdict: 'refused', message: 'No' } } },
  })
})
