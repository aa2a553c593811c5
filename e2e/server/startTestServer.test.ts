import { afterAll, expect, test } from 'vitest'
import { payloads } from '../payloads/payloads'
import { ask, post } from './ask'
import { modelLists } from './modelLists'
import { scenarioNames } from './scenarios'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
afterAll(() => server.close())

const tenant = (name: string) => `${server.url}/t/${name}/v1`
const control = async (method: string, path: string) => {
  const response = await fetch(server.url + path, { method })
  return { status: response.status, body: await response.json() }
}

test('a request is recorded as it came', async () => {
  await ask(tenant('records'), 'say', { headers: { 'x-mine': '1' }, body: { seed: 7 } })
  await fetch(`${tenant('records')}/models`)
  const [completion, models] = server.requests('records')
  expect(completion).toMatchObject({
    tenant: 'records',
    origin: server.origin,
    method: 'POST',
    path: '/t/records/v1/chat/completions',
    headers: { 'x-mine': '1' },
    body: { model: 'say', seed: 7, stream: true },
    status: 200,
    hungUp: false,
    hungUpAt: null,
  })
  expect(completion?.answeredAt).toBeGreaterThanOrEqual(completion!.receivedAt)
  expect(models).toMatchObject({ method: 'GET', body: null })
  expect(models!.number).toBeGreaterThan(completion!.number)
})

test('tenants do not see each other', async () => {
  await ask(tenant('one'), 'say')
  await ask(tenant('two'), 'say')
  expect(server.requests('one')).toHaveLength(1)
  server.reset('one')
  expect(server.requests('one')).toEqual([])
  expect(server.requests('two')).toHaveLength(1)
  expect(server.requests().length).toBeGreaterThan(0)
})

test('a gate opens for its own tenant, before or after somebody waits, and may be shut again', async () => {
  server.release('gate', 'early')
  expect((await ask(tenant('early'), 'held?tokens=5')).finish()).toBe('stop')
  server.shut('gate', 'early')
  const again = ask(tenant('early'), 'held?tokens=5')
  const other = ask(tenant('late'), 'held?tokens=5')
  await server.reached('gate', 'early')
  await server.reached('gate', 'late')
  server.release('gate', 'late')
  expect((await other).finish()).toBe('stop')
  expect(server.requests('early').at(-1)?.answeredAt).toBeNull()
  server.release('gate', 'early')
  expect((await again).finish()).toBe('stop')
})

test('a test in another process does the same over HTTP', async () => {
  const answer = ask(tenant('remote'), 'held?gate=abc')
  await server.reached('abc', 'remote')
  const { body } = await control('GET', '/t/remote/control/requests')
  expect(body).toMatchObject([{ tenant: 'remote', body: { model: 'held?gate=abc' }, answeredAt: null }])
  expect((await control('POST', '/t/remote/control/release?gate=abc')).status).toBe(200)
  expect((await answer).finish()).toBe('stop')
  await control('POST', '/t/remote/control/reset')
  expect((await control('GET', '/t/remote/control/requests')).body).toEqual([])
  expect((await control('POST', '/control/release')).status).toBe(404)
})

test('whoever hangs up is noted with the time', async () => {
  const leave = new AbortController()
  await post(tenant('leaver'), 'held', { signal: leave.signal })
  await server.reached('gate', 'leaver')
  leave.abort()
  await expect.poll(() => server.requests('leaver')[0]?.hungUp).toBe(true)
  expect(server.requests('leaver')[0]?.hungUpAt).toBeGreaterThan(0)
})

test('a break that the server makes is not the client’s', async () => {
  await post(tenant('broken'), 'cut')
    .then((response) => response.text())
    .catch(() => '')
  expect(server.requests('broken')[0]).toMatchObject({ hungUp: false, answeredAt: expect.any(Number) })
})

test('what cannot be answered is an error that says why', async () => {
  const url = tenant('mistakes')
  const message = async (model: string) => (await ask(url, model)).json().error.message
  expect(await message('nonsense')).toContain('no such scenario')
  expect(await message('toString')).toContain('no such scenario')
  expect(await message('story?token=5')).toBe('The scenario story has no option token.')
  const raw = await fetch(`${url}/chat/completions`, { method: 'POST', body: '{"model":' })
  expect([raw.status, server.requests('mistakes').at(-1)?.body]).toEqual([400, '{"model":'])
  expect((await fetch(`${server.url}/chat/completions`, { method: 'POST', body: '{}' })).status).toBe(404)
  expect((await ask(url, 'say', { body: { messages: 'Hello' } })).status).toBe(400)
})

test('the list of models is the list of scenarios, or another one if the base URL says so', async () => {
  const models = async (rule: string) => {
    const response = await fetch(`${server.url}/t/lists/${rule}/v1/models`)
    const text = await response.text()
    return { status: response.status, data: () => JSON.parse(text).data, text }
  }
  const ids = (await models('models')).data().map(({ id }: { id: string }) => id)
  expect(ids).toEqual(scenarioNames)
  expect((await models('models-empty')).data()).toEqual([])
  expect((await models('models-many')).data()).toHaveLength(1000)
  expect((await models('models-odd')).data()[0].id).toBe('/srv/models/tiny model Q4_K_M.gguf')
  expect((await models('models-bare-list')).text).toMatch(/^\[/)
  expect((await models('models-html')).text).toMatch(/^<!doctype/)
  for (const status of [401, 404, 500]) expect((await models(`models-${status}`)).status).toBe(status)
  await expect(models('models-gone')).rejects.toThrow('fetch failed')
  expect((await models('models-payloads')).data()).toHaveLength(payloads.length)
  expect(Object.keys(modelLists)).toHaveLength(11)
})
