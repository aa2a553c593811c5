import { gunzipSync } from 'node:zlib'
import { request } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { type Answered, ask, post } from './ask'
import type { plainScenarios } from './plainScenarios'
import { startTestServer } from './startTestServer'
import { storyTokens } from './tokens'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const told = (count = 60) => [...storyTokens(count)].join('')
const whole = (answered: Answered, count?: number) => {
  expect(answered.status).toBe(200)
  expect(answered.content()).toBe(told(count))
  expect(answered.finish()).toBe('stop')
  expect(answered.data.at(-1)).toBe('[DONE]')
}
const tellsAll = (model: string) => async () => whole(await ask(url, model))

/** Without fetch, which would unpack it. */
const packed = (model: string) =>
  new Promise<Buffer>((resolve, reject) => {
    const sent = request(`${url}/chat/completions`, { method: 'POST' }, (response) =>
      resolve(buffer(response)),
    )
    sent.on('error', reject)
    sent.end(JSON.stringify({ model, messages: [], stream: true }))
  })

const checks: Record<keyof typeof plainScenarios, () => Promise<void>> = {
  echo: async () => {
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'text', text: 'Look' }, { type: 'image_url' }] },
    ]
    expect((await ask(url, 'echo', { body: { messages } })).content()).toBe(
      'system: Be brief.\n\nuser: Look\n[image_url]',
    )
    expect((await ask(url, 'echo?only=last', { body: { messages } })).content()).toBe('Look\n[image_url]')
  },
  say: async () => expect((await ask(url, 'say?text=%3Cb%3E+hi')).content()).toBe('<b> hi'),
  'show-request': async () => {
    const answered = await ask(url, 'show-request', { body: { temperature: 0 } })
    expect(answered.content()).toContain('"temperature": 0')
  },
  story: async () => {
    whole(await ask(url, 'story?tokens=7'), 7)
    const { data } = await ask(url, 'story?tokens=7&chunk=3')
    expect(data).toHaveLength(1 + 3 + 1 + 1)
    const answer = (await ask(url, 'story?tokens=7', { body: { stream: false } })).json()
    expect(answer.choices[0].message.content).toBe(told(7))
    const counted = await ask(url, 'story?tokens=7', { body: { stream_options: { include_usage: true } } })
    expect(counted.chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 7 } })
    expect((await ask(url, 'story')).chunks.every((chunk) => !('usage' in chunk))).toBe(true)
  },
  slow: async () => {
    const start = performance.now()
    whole(await ask(url, 'slow?tokens=5&tps=50'), 5)
    expect(performance.now() - start).toBeGreaterThan(90)
  },
  'slow-start': async () => {
    const start = performance.now()
    whole(await ask(url, 'slow-start?delay=150'))
    expect(performance.now() - start).toBeGreaterThan(140)
  },
  'late-headers': async () => {
    const answer = post(url, 'late-headers?gate=late')
    await server.reached('late')
    expect(server.requests().at(-1)?.status).toBeNull()
    server.release('late')
    expect((await answer).status).toBe(200)
  },
  held: async () => {
    const { body } = await post(url, 'held?after=2&gate=held')
    await server.reached('held')
    const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    while (!text.includes('" lamp"')) text += (await reader.read()).value
    expect(text).not.toContain('" at"')
    server.release('held')
    while (!text.includes('[DONE]')) text += (await reader.read()).value
    expect(text).toContain('" at"')
  },
  long: async () => whole(await ask(url, 'long?tokens=400'), 400),
  burst: async () => whole(await ask(url, 'burst'), 20_000),
  'byte-writes': async () => whole(await ask(url, 'byte-writes?tokens=3'), 3),
  batched: tellsAll('batched'),
  crlf: async () => {
    const answered = await ask(url, 'crlf')
    whole(answered)
    expect(answered.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  },
  cr: async () => {
    const answered = await ask(url, 'cr')
    whole(answered)
    expect(answered.text).not.toContain('\n')
  },
  bom: async () => {
    const answered = await ask(url, 'bom')
    whole(answered)
    expect(answered.text.startsWith('\uFEFFdata:')).toBe(true)
  },
  comments: async () => {
    const answered = await ask(url, 'comments')
    whole(answered)
    expect(answered.text).toMatch(/^: keep-alive\n\nevent: message\nid: 7\ndata: /m)
  },
  'many-data-lines': async () => {
    const answered = await ask(url, 'many-data-lines')
    whole(answered)
    expect(answered.text).toContain('\ndata:  "choices": [\n')
  },
  'no-done': async () => {
    const answered = await ask(url, 'no-done')
    expect([answered.finish(), answered.text.includes('[DONE]')]).toEqual(['stop', false])
  },
  'done-without-finish': async () => {
    const answered = await ask(url, 'done-without-finish')
    expect([answered.finish(), answered.data.at(-1)]).toEqual([undefined, '[DONE]'])
  },
  'no-finish': async () => {
    const answered = await ask(url, 'no-finish')
    expect([answered.finish(), answered.text.includes('[DONE]')]).toEqual([undefined, false])
    expect(answered.content()).toBe(told())
  },
  'more-after-done': async () => {
    const { data } = await ask(url, 'more-after-done')
    expect(data.indexOf('[DONE]')).toBeLessThan(data.length - 2)
    expect(data.at(-1)).toBe('not even JSON')
  },
  'json-for-stream': async () => {
    const answered = await ask(url, 'json-for-stream')
    expect(answered.headers.get('content-type')).toBe('application/json')
    expect(answered.json().choices[0].message.content).toBe(told())
  },
  'stream-for-json': async () => whole(await ask(url, 'stream-for-json', { body: { stream: false } })),
  'wrong-content-type': async () => {
    const answered = await ask(url, 'wrong-content-type')
    whole(answered)
    expect(answered.headers.get('content-type')).toBe('text/plain')
    const other = await ask(url, 'wrong-content-type?type=application/json')
    expect(other.headers.get('content-type')).toBe('application/json')
  },
  gzip: async () => {
    whole(await ask(url, 'gzip'))
    expect(gunzipSync(await packed('gzip')).toString()).toContain('data: [DONE]\n\n')
  },
  'empty-answer': async () => {
    const answered = await ask(url, 'empty-answer')
    expect([answered.content(), answered.finish()]).toEqual(['', 'stop'])
  },
  'unfinished-last-line': async () => {
    const answered = await ask(url, 'unfinished-last-line')
    expect(answered.text.endsWith('data: [DONE]')).toBe(true)
  },
}

test.each(Object.entries(checks))('%s', (_, check) => check())
