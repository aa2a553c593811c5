import { afterAll, expect, test } from 'vitest'
import { ask, post, readBroken, readEvents } from './ask'
import type { brokenScenarios } from './brokenScenarios'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const broken = async (model: string) => {
  const response = await post(url, model)
  expect(response.status).toBe(200)
  const read = await readBroken(response)
  expect(read.broken).toBe(true)
  return { ...read, events: readEvents(read.text) }
}

const checks: Record<keyof typeof brokenScenarios, () => Promise<void>> = {
  'error-in-stream': async () => {
    const answered = await ask(url, 'error-in-stream?after=2')
    expect([answered.status, answered.content()]).toEqual([200, 'The lamp'])
    expect(JSON.parse(answered.data.at(-2)!).error.code).toBe('engine_error')
  },
  'error-event': async () => {
    const answered = await ask(url, 'error-event')
    expect(answered.text).toMatch(/\nevent: error\ndata: \{"error"/)
    expect(answered.data).not.toContain('[DONE]')
  },
  'no-answer': async () => {
    await expect(post(url, 'no-answer')).rejects.toThrow('fetch failed')
  },
  'headers-only': async () => expect((await broken('headers-only')).text).toBe(''),
  cut: async () => {
    const { events, text } = await broken('cut?after=2')
    expect(events).toHaveLength(3)
    expect(text.endsWith('\n\n')).toBe(true)
  },
  'cut-in-event': async () =>
    expect((await broken('cut-in-event')).text).toMatch(/\ndata: \{"id":"chatcmpl-par$/),
  'cut-in-character': async () => {
    const { bytes } = await broken('cut-in-character')
    expect([...bytes.subarray(-2)]).toEqual([0xf0, 0x9f])
  },
  'cut-json': async () => expect((await broken('cut-json')).text).toBe('{"choices":[{"mess'),
  stall: async () => {
    const leave = new AbortController()
    const { body } = await post(url, 'stall?after=1&gate=stalled', { signal: leave.signal })
    await server.reached('stalled')
    server.release('stalled')
    const text = await new Response(body).text()
    expect(text).toContain('[DONE]')
    const forever = await post(url, 'stall?after=1', { signal: leave.signal })
    await server.reached('never')
    leave.abort()
    await expect(forever.text()).rejects.toThrow('aborted')
    await expect.poll(() => server.requests().at(-1)?.hungUp).toBe(true)
  },
  drip: async () => {
    const start = performance.now()
    expect((await ask(url, 'drip?tokens=1&every=1')).content()).toBe('The')
    expect(performance.now() - start).toBeGreaterThan(500)
  },
  endless: async () => {
    const leave = new AbortController()
    const response = await post(url, 'endless?tps=2000', { signal: leave.signal })
    await response.body!.getReader().read()
    expect(server.requests().at(-1)).toMatchObject({ hungUp: false, answeredAt: null, status: 200 })
    leave.abort()
    await expect.poll(() => server.requests().at(-1)?.hungUp).toBe(true)
    expect(server.requests().at(-1)?.hungUpAt).toBeGreaterThan(0)
  },
  redirect: async () => {
    const answered = await ask(`${server.url}/t/away/v1`, 'redirect', {
      headers: { authorization: 'Bearer x' },
    })
    expect(answered.finish()).toBe('stop')
    const [first, second] = server.requests('away')
    expect(first).toMatchObject({
      status: 307,
      origin: server.origin,
      headers: { authorization: 'Bearer x' },
    })
    expect(second).toMatchObject({ status: 200, origin: server.otherOrigin, body: { model: 'redirect' } })
    expect(second?.headers.authorization).toBeUndefined()
  },
  'bad-json': async () => expect(await ask(url, 'bad-json').catch(String)).toContain('SyntaxError'),
  'not-a-chunk': async () =>
    expect((await ask(url, 'not-a-chunk')).data.slice(-3)).toEqual(['42', '"text"', '[1,2]']),
  'odd-chunks': async () => {
    const answered = await ask(url, 'odd-chunks')
    expect([answered.content(), answered.finish()]).toEqual(['Still here.', 'stop'])
    expect(answered.text).toContain('"mood":"fine"')
  },
  'long-line': async () => expect((await ask(url, 'long-line?kb=300')).content()).toBe('x'.repeat(300_000)),
  'deep-json': async () => {
    const answered = await ask(url, 'deep-json?depth=50')
    expect(answered.content()).toMatch(/ deep$/)
    expect(answered.text).toContain('['.repeat(50))
    expect((await post(url, 'deep-json')).status).toBe(200)
  },
  'deep-text': async () => {
    expect((await ask(url, 'deep-text?depth=3')).content()).toBe('{"deep":[[[]]]}')
    expect((await ask(url, 'deep-text?as=quotes&depth=3')).content()).toBe('>>> deep')
    expect((await ask(url, 'deep-text?as=call&depth=3')).text).toContain('"{\\"deep\\":[[[]]]}"')
  },
  'endless-line': async () => {
    for (const as of ['event', 'json', 'page', 'blank']) {
      const leave = new AbortController()
      const response = await post(url, `endless-line?as=${as}`, { signal: leave.signal })
      const { value } = await response.body!.getReader().read()
      expect(new TextDecoder().decode(value)).not.toContain('\n')
      leave.abort()
      await expect.poll(() => server.requests().at(-1)?.hungUp).toBe(true)
    }
  },
  big: async () => {
    const { text } = await ask(url, 'big?mb=2')
    expect(text.length).toBeGreaterThan(2_000_000)
    expect(text.length).toBeLessThan(2_300_000)
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true)
  },
  'tiny-chunks': async () => {
    const { chunks } = await ask(url, 'tiny-chunks?count=3000')
    expect(chunks).toHaveLength(3002)
    expect(chunks[1]?.choices[0]?.delta?.content).toBe('x')
  },
  'html-page': async () => {
    const answered = await ask(url, 'html-page')
    expect([answered.status, answered.headers.get('content-type')]).toEqual([200, 'text/html'])
  },
  'plain-text': async () => expect((await ask(url, 'plain-text')).text).toBe('Hello.'),
  empty: async () => expect(await ask(url, 'empty')).toMatchObject({ status: 200, text: '' }),
  'empty-stream': async () => {
    const answered = await ask(url, 'empty-stream')
    expect([answered.text, answered.headers.get('content-type')]).toEqual([
      '',
      'text/event-stream; charset=utf-8',
    ])
  },
  'no-content': async () => expect(await ask(url, 'no-content')).toMatchObject({ status: 204, text: '' }),
}

test.each(Object.entries(checks))('%s', (_, check) => check())
