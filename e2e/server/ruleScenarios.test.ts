import { afterAll, expect, test } from 'vitest'
import { ask } from './ask'
import type { ruleScenarios } from './ruleScenarios'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const status = async (model: string, body = {}, headers = {}) =>
  (await ask(url, model, { body, headers })).status

const checks: Record<keyof typeof ruleScenarios, () => Promise<void>> = {
  'secret-key': async () => {
    expect(await status('secret-key')).toBe(401)
    expect(await status('secret-key', {}, { authorization: 'Bearer wrong' })).toBe(401)
    expect(await status('secret-key', {}, { authorization: 'Bearer test-key-123' })).toBe(200)
  },
  strict: async () => {
    expect(await status('strict')).toBe(200)
    const refused = await ask(url, 'strict', { body: { temperature: 1, n: 1 } })
    expect(refused.status).toBe(400)
    expect(refused.json().error).toMatchObject({
      message: expect.stringContaining('temperature, n'),
      param: 'temperature',
    })
    expect(await status('strict?also=temperature,n', { temperature: 1, n: 1 })).toBe(200)
  },
  'well-formed': async () => {
    const says = (content: string) => ({ messages: [{ role: 'user', content }] })
    expect(await status('well-formed', says('🙂'))).toBe(200)
    expect(await status('well-formed', says('🙂'.slice(0, 1)))).toBe(500)
  },
}

test.each(Object.entries(checks))('%s', (_, check) => check())
