import { page } from './fixtures/page'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { newId } from '../conversation/newId'
import { calibrated, modelKey, readCalibrations } from '../tokens/calibrate'
import { estimateTokens, messagesOf } from '../tokens/estimateTokens'
import type { RequestBody } from '../protocol/wire'
import { beginConversation } from './beginConversation'
import { promptCounted } from './calibrations'
import { sendText } from './sendMessage'
import { endpointSaved } from './settings'

const server = await startTestServer()
afterAll(() => server.close())

let tenant = ''
beforeEach(() => {
  tenant = newId()
  endpointSaved({ id: tenant, name: 'Test', baseURL: `${server.url}/t/${tenant}/v1`, headers: [] })
})

const kept = () => readCalibrations(JSON.parse(page.localStorage.getItem('parley.calibration') ?? 'null'))
const hello: RequestBody = { model: 'm', messages: [{ role: 'user', content: 'Hello there, how are you?' }] }

test('a reply with counts teaches what the same request weighs', async () => {
  const id = beginConversation({ endpoint: tenant, parameters: { model: 'usage-always', stream: true } })
  await sendText(id, 'How long is this?')
  const body: RequestBody = JSON.parse(JSON.stringify(server.requests(tenant).at(-1)!.body))
  const counted = () => kept().get(modelKey(tenant, 'usage-always'))
  await expect.poll(counted).toBeDefined()
  const seen = counted()!
  expect(calibrated(estimateTokens(messagesOf(body), body), seen)).toBe(seen.counted)
})

test('a reply without counts teaches nothing', async () => {
  const id = beginConversation({ endpoint: tenant, parameters: { model: 'usage-never', stream: true } })
  await sendText(id, 'How long is this?')
  expect(kept().has(modelKey(tenant, 'usage-never'))).toBe(false)
})

test('endpoints and models learn apart', () => {
  promptCounted('one', hello, 12)
  promptCounted('two', hello, 14)
  promptCounted('one', { ...hello, model: 'n' }, 16)
  expect(['one m', 'two m', 'one n'].map((key) => kept().get(key)?.counted)).toEqual([12, 14, 16])
})

test('nothing is learnt from pictures, nor from what makes no sense', () => {
  promptCounted('odd', { ...hello, messages: [{ role: 'user', content: [{ type: 'image_url' }] }] }, 700)
  for (const count of [undefined, null, 0, -3, 'many', 1]) promptCounted('odd', hello, count)
  promptCounted('odd', JSON.parse('{"messages":"none"}'), 12)
  expect(kept().has(modelKey('odd', 'm'))).toBe(false)
})
