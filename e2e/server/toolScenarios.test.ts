import { afterAll, expect, test } from 'vitest'
import { type Answered, ask } from './ask'
import { startTestServer } from './startTestServer'
import type { toolScenarios } from './toolScenarios'

const server = await startTestServer()
const url = `${server.url}/v1`
afterAll(() => server.close())

const callsOf = ({ deltas }: Answered) => deltas.flatMap(({ tool_calls }) => tool_calls ?? [])
const argumentsOf = (answered: Answered, index: number) =>
  callsOf(answered)
    .filter((call) => call.index === index)
    .map((call) => call.function?.arguments ?? '')
    .join('')
const joined = ({ deltas }: Answered, field: 'reasoning' | 'reasoning_content') =>
  deltas.map((delta) => delta[field] ?? '').join('')
const whole = async (model: string) =>
  (await ask(url, model, { body: { stream: false } })).json().choices[0].message

const checks: Record<keyof typeof toolScenarios, () => Promise<void>> = {
  'choices-mixed': async () => {
    const { choices } = (await ask(url, 'choices-mixed', { body: { n: 4, stream: false } })).json()
    expect(choices.map(({ message }: { message: object }) => Object.keys(message).toSorted())).toEqual([
      ['content', 'reasoning_content', 'refusal', 'role'],
      ['content', 'role', 'tool_calls'],
      ['content', 'role', 'tool_calls'],
      ['content', 'refusal', 'role'],
    ])
  },
  'tool-call': async () => {
    const tools = [{ type: 'function', function: { name: 'look_up' } }]
    const answered = await ask(url, 'tool-call', { body: { tools } })
    expect(callsOf(answered)[0]).toEqual({
      index: 0,
      id: 'call_parley_1',
      type: 'function',
      function: { name: 'look_up', arguments: '' },
    })
    expect(argumentsOf(answered, 0)).toBe('{"city":"Paris","unit":"celsius"}')
    expect(answered.finish()).toBe('tool_calls')
    expect((await whole('tool-call')).tool_calls[0].function.name).toBe('get_weather')
    const messages = [
      { role: 'assistant', tool_calls: [] },
      { role: 'tool', tool_call_id: 'call_parley_1', content: '21 °C' },
    ]
    const after = await ask(url, 'tool-call', { body: { messages } })
    expect([after.content(), after.finish()]).toEqual(['The tools said: 21 °C', 'stop'])
  },
  'tool-calls': async () => {
    const answered = await ask(url, 'tool-calls')
    const calls = callsOf(answered)
    expect(calls.slice(0, 4).map(({ index }) => index)).toEqual([0, 1, 0, 1])
    expect(calls.every((call) => Array.from(call.function?.arguments ?? '').length <= 1)).toBe(true)
    expect(JSON.parse(argumentsOf(answered, 1))).toEqual({ city: 'Zürich 🏔️', unit: 'celsius' })
    expect((await whole('tool-calls')).tool_calls).toHaveLength(2)
  },
  'tool-call-after-text': async () => {
    const answered = await ask(url, 'tool-call-after-text')
    expect(answered.content()).toBe('Let me look that up.')
    expect(callsOf(answered)).not.toHaveLength(0)
  },
  'tool-calls-without-ids': async () => {
    const calls = callsOf(await ask(url, 'tool-calls-without-ids'))
    expect(calls.some((call) => 'id' in call)).toBe(false)
    expect(calls.every((call) => 'index' in call)).toBe(true)
  },
  'tool-calls-without-index': async () => {
    const calls = callsOf(await ask(url, 'tool-calls-without-index'))
    expect(calls.some((call) => 'index' in call)).toBe(false)
    expect(calls.flatMap(({ id }) => id ?? [])).toEqual(['call_parley_1', 'call_parley_2'])
  },
  'tool-call-bad-json': async () => {
    const answered = await ask(url, 'tool-call-bad-json')
    expect(argumentsOf(answered, 0)).toBe('{"city": "Par')
  },
  'tool-call-hostile': async () => {
    const answered = await ask(url, 'tool-call-hostile')
    expect(callsOf(answered)[0]?.function?.name).toContain('onerror')
    expect(argumentsOf(answered, 0)).toContain('"__proto__":{"bad":true}')
  },
  reasoning: async () => {
    const answered = await ask(url, 'reasoning')
    expect(joined(answered, 'reasoning_content')).toMatch(/^The user wants a sum/)
    expect(answered.content()).toBe('Two and two are **four**.')
    expect((await whole('reasoning')).reasoning_content).toMatch(/^The user/)
  },
  'reasoning-openrouter': async () => {
    const answered = await ask(url, 'reasoning-openrouter')
    expect(joined(answered, 'reasoning')).toMatch(/^The user wants a sum/)
    expect(joined(answered, 'reasoning_content')).toBe('')
  },
  'reasoning-only': async () => {
    const answered = await ask(url, 'reasoning-only')
    expect([answered.content(), answered.finish()]).toEqual(['', 'stop'])
    expect(joined(answered, 'reasoning_content')).not.toBe('')
  },
  'think-tags': async () => {
    expect((await ask(url, 'think-tags')).content()).toMatch(/^<think>\n.*\n<\/think>\n\nTwo/)
  },
}

test.each(Object.entries(checks))('%s', (_, check) => check())
