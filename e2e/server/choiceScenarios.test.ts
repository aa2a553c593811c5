import { afterAll, expect, test } from 'vitest'
import { ask } from './ask'
import type { choiceScenarios } from './choiceScenarios'
import { startTestServer } from './startTestServer'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const three = { body: { n: 3 } }
const indexes = async (model: string) =>
  (await ask(url, model, three)).chunks.flatMap(({ choices }) => choices.map(({ index }) => index))

const checks: Record<keyof typeof choiceScenarios, () => Promise<void>> = {
  choices: async () => {
    const answered = await ask(url, 'choices', three)
    for (const index of [0, 1, 2]) {
      expect(answered.content(index)).toMatch(new RegExp(`^Choice ${index + 1}: and so on`))
      expect(answered.finish(index)).toBe('stop')
    }
    expect((await indexes('choices')).slice(0, 6)).toEqual([0, 1, 2, 0, 1, 2])
    expect((await indexes('choices?order=sequential&tokens=1')).join('')).toBe(
      '0'.repeat(6) + '1'.repeat(6) + '2'.repeat(6),
    )
    const { choices } = (await ask(url, 'choices', { body: { n: 2, stream: false } })).json()
    expect(choices).toHaveLength(2)
    expect((await ask(url, 'choices')).content(1)).toBe('')
  },
  'choices-reverse': async () => {
    const order = await indexes('choices-reverse')
    expect(order.every((index, at) => at === 0 || index! <= order[at - 1]!)).toBe(true)
  },
  'choices-unequal': async () => {
    const answered = await ask(url, 'choices-unequal', three)
    const lengths = [0, 1, 2].map((index) => answered.content(index).length)
    expect(lengths[1]).toBeGreaterThan(2 * lengths[0]!)
    expect(lengths[2]).toBeGreaterThan(3 * lengths[1]!)
  },
  'choices-together': async () => {
    const answered = await ask(url, 'choices-together', three)
    expect(answered.chunks[0]?.choices).toHaveLength(3)
    expect(answered.content(2)).toMatch(/^Choice 3:/)
    expect(answered.finish(2)).toBe('stop')
    const { choices } = (await ask(url, 'choices-together', { body: { n: 2, stream: false } })).json()
    expect(choices).toHaveLength(2)
  },
  'choices-one-refuses': async () => {
    const answered = await ask(url, 'choices-one-refuses', three)
    expect(answered.content(1)).toBe('')
    expect(answered.content(2)).toMatch(/^Choice 3/)
    expect(answered.deltas.map(({ refusal }) => refusal ?? '').join('')).toBe('I cannot help with that.')
    expect((await ask(url, 'choices-one-refuses?which=0', three)).content(0)).toBe('')
  },
  'choices-ignored': async () => expect(new Set(await indexes('choices-ignored'))).toEqual(new Set([0])),
  'choices-refused': async () => {
    const refused = await ask(url, 'choices-refused', three)
    expect(refused.status).toBe(500)
    expect(refused.json().error).toMatchObject({
      code: 500,
      message: 'Only one completion choice is allowed',
    })
    expect((await ask(url, 'choices-refused')).content()).toMatch(/^Choice 1/)
  },
  refusal: async () => {
    const answered = await ask(url, 'refusal')
    expect(answered.deltas.map(({ refusal }) => refusal ?? '').join('')).toContain('I cannot help')
    const { message } = (await ask(url, 'refusal', { body: { stream: false } })).json().choices[0]
    expect([message.content, message.refusal]).toEqual([null, expect.stringContaining('cannot')])
  },
  'content-filter': async () => expect((await ask(url, 'content-filter')).finish()).toBe('content_filter'),
  'unknown-finish': async () => expect((await ask(url, 'unknown-finish')).finish()).toBe('eos_token'),
  logprobs: async () => {
    const { chunks } = await ask(url, 'logprobs', { body: { logprobs: true, top_logprobs: 2 } })
    const [entry] = chunks[1]!.choices[0]!.logprobs!.content!
    expect(entry).toMatchObject({ token: 'The', bytes: [84, 104, 101], logprob: -0.25 })
    expect(entry!.top_logprobs!.map(({ token }) => token)).toEqual(['The', ' perhaps'])
    expect((await ask(url, 'logprobs')).chunks[1]!.choices[0]!.logprobs).toBeNull()
    const whole = (await ask(url, 'logprobs?tokens=4', { body: { logprobs: true, stream: false } })).json()
    expect(whole.choices[0].logprobs.content).toHaveLength(4)
  },
  'usage-always': async () => {
    const { chunks } = await ask(url, 'usage-always?tokens=4')
    expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { completion_tokens: 4 } })
  },
  'usage-never': async () => {
    const { chunks } = await ask(url, 'usage-never', { body: { stream_options: { include_usage: true } } })
    expect(chunks.some((chunk) => 'usage' in chunk)).toBe(false)
  },
  length: async () => {
    const cut = await ask(url, 'length', { body: { max_tokens: 5 } })
    expect([cut.content(), cut.finish()]).toEqual(['The lamp at the end', 'length'])
    const newer = await ask(url, 'length', { body: { max_completion_tokens: 2 } })
    expect([newer.content(), newer.finish()]).toEqual(['The lamp', 'length'])
    expect((await ask(url, 'length')).finish()).toBe('stop')
  },
  'length-as-stop': async () => {
    const cut = await ask(url, 'length-as-stop', { body: { max_tokens: 5 } })
    expect([cut.content(), cut.finish()]).toEqual(['The lamp at the end', 'stop'])
    expect(cut.chunks.at(-1)?.usage?.completion_tokens).toBe(5)
  },
  'stream-options-refused': async () => {
    const refused = await ask(url, 'stream-options-refused', { body: { stream_options: {} } })
    expect([refused.status, refused.json().error.param]).toEqual([400, 'stream_options'])
    expect((await ask(url, 'stream-options-refused')).finish()).toBe('stop')
  },
}

test.each(Object.entries(checks))('%s', (_, check) => check())
