import { describe, expect, test } from 'vitest'
import { createReplyBuilder, foldChunks, mostChoices } from './accumulate'
import type { ChatCompletionChunk, ChunkChoice, Delta } from './wire'

const chunk = (...choices: ChunkChoice[]): ChatCompletionChunk => ({ choices })
const delta = (delta: Delta, index = 0): ChatCompletionChunk => chunk({ index, delta })
const fold = (...chunks: ChatCompletionChunk[]) => foldChunks(chunks)
const first = (...chunks: ChatCompletionChunk[]) => fold(...chunks).choices[0]
test('nothing makes an empty reply', () => {
  expect(fold()).toEqual({ id: null, model: null, created: null, choices: [], usage: null, extra: {} })
})

test('an empty chunk about no choice makes no choice; a choice without words is empty', () => {
  expect(fold({ choices: [] }).choices).toEqual([])
  expect(first(delta({}))).toEqual({
    index: 0,
    role: 'assistant',
    content: '',
    refusal: '',
    reasoning_content: '',
    reasoning: '',
    tool_calls: [],
    logprobs: null,
    finish_reason: null,
    extra: {},
  })
})

test('the first id, model and creation time that say something stay', () => {
  const reply = fold(
    { id: '', model: '', created: 0, choices: [] },
    { id: 'a', model: 'm', created: 5, choices: [] },
    { id: 'b', model: 'n', created: 6, choices: [] },
  )
  expect(reply).toMatchObject({ id: 'a', model: 'm', created: 5 })
})

test('a choice without index is the first; several without index go by their place', () => {
  expect(first(chunk({ delta: { content: 'a' } }), chunk({ delta: { content: 'b' } }))?.content).toBe('ab')
  const two = () => chunk({ delta: { content: 'a' } }, { delta: { content: 'b' } })
  expect(fold(two(), two()).choices.map(({ content }) => content)).toEqual(['aa', 'bb'])
})

test('choices stand in the order of their index, whatever came first', () => {
  expect(fold(delta({}, 2), delta({}, 0), delta({}, 1)).choices.map(({ index }) => index)).toEqual([0, 1, 2])
})

test('null and empty words change nothing', () => {
  const choice = first(
    chunk({ index: 0, delta: { role: 'assistant', content: 'x' }, finish_reason: '' }),
    chunk({ index: 0, delta: { content: null, role: '' }, finish_reason: 'stop' }),
    chunk({ index: 0, delta: null, finish_reason: null }),
  )
  expect(choice).toMatchObject({ role: 'assistant', content: 'x', finish_reason: 'stop' })
})

test('the newest usage wins, also where Groq and Moonshot put it', () => {
  expect(
    fold({ choices: [], usage: { total_tokens: 1 } }, { choices: [], usage: null }).usage?.total_tokens,
  ).toBe(1)
  expect(
    fold({ choices: [], usage: { total_tokens: 1 } }, { choices: [], usage: { total_tokens: 2 } }).usage,
  ).toEqual({
    total_tokens: 2,
  })
  expect(fold({ choices: [], x_groq: { id: 'r', usage: { total_tokens: 3 } } }).usage).toEqual({
    total_tokens: 3,
  })
  expect(fold(chunk({ index: 0, delta: {}, usage: { total_tokens: 4 } })).usage).toEqual({ total_tokens: 4 })
})

describe('what nobody knows is kept', () => {
  test('in a delta: strings joined, lists joined, objects merged, else the newest', () => {
    const audio = (data: string, id?: string) => ({
      audio: { data, transcript: 'x', ...(id !== undefined && { id }) },
    })
    const choice = first(
      delta({ note: 'a', list: [1], count: 1, ...audio('QQ', 'audio_1') }),
      delta({ note: 'b', list: [2, 3], count: 2, ...audio('Qg') }),
      delta({ note: null, list: [] }),
    )
    expect(choice?.extra).toEqual({
      note: 'ab',
      list: [1, 2, 3],
      count: 2,
      audio: { data: 'QQQg', transcript: 'xx', id: 'audio_1' },
    })
  })

  test('the old function_call is joined there', () => {
    const choice = first(
      delta({ function_call: { name: 'roll', arguments: '{"a"' } }),
      delta({ function_call: { arguments: ':1}' } }),
    )
    expect(choice?.extra).toEqual({ function_call: { name: 'roll', arguments: '{"a":1}' } })
  })

  test('beside a delta and beside the choices: the newest', () => {
    const reply = fold(
      { ...chunk({ index: 0, delta: {}, stop_reason: 'a' }), service_tier: 'auto', timings: { n: 1 } },
      { ...chunk({ index: 0, delta: {}, stop_reason: 'b' }), service_tier: null, timings: { n: 2 } },
    )
    expect(reply.choices[0]?.extra).toEqual({ stop_reason: 'b' })
    expect(reply.extra).toEqual({ service_tier: 'auto', timings: { n: 2 } })
  })

  test('the lists of a chunk are not written to', () => {
    const sent = [1]
    fold(delta({ list: sent, deep: { list: sent } }), delta({ list: [2], deep: { list: [2] } }))
    expect(sent).toEqual([1])
  })

  test('no name reaches a prototype', () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}'
    const hostile = `{"choices":[{"index":0,"delta":{"a":${evil},"__proto__":{"polluted":1},"tool_calls":[${evil}]},"logprobs":${evil},"__proto__":{"polluted":1}}],"__proto__":{"polluted":1},"constructor":"c"}`
    const once = (): ChatCompletionChunk => JSON.parse(hostile)
    const reply = fold(once(), once())
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    for (const value of [reply.extra, reply.choices[0], reply.choices[0]?.extra, reply.choices[0]?.extra.a]) {
      expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
      expect(value).not.toHaveProperty('polluted')
    }
    expect(reply.extra).toEqual({ constructor: 'c' })
    expect(reply.choices[0]?.extra.a).toMatchObject({ toString: 'xx' })
  })
})

describe('content as a list of parts', () => {
  test('text, thinking in both forms, a refusal, and what else there is', () => {
    const image = { type: 'image_url', image_url: { url: 'data:,' } }
    const parts: unknown = [
      { type: 'thinking', thinking: 'hm' },
      { type: 'thinking', thinking: [{ type: 'text', text: '…' }] },
      { type: 'text', text: 'So' },
      '!',
      { type: 'refusal', refusal: 'no' },
      image,
    ]
    const choice = first(JSON.parse(JSON.stringify({ choices: [{ delta: { content: parts } }] })))
    expect(choice).toMatchObject({
      content: 'So!',
      reasoning_content: 'hm…',
      refusal: 'no',
      extra: { content: [image] },
    })
  })
})

describe('a snapshot', () => {
  test('keeps the identity of all that has not changed', () => {
    const builder = createReplyBuilder()
    builder.add(
      chunk(
        { index: 0, delta: { content: 'a' } },
        { index: 1, delta: { tool_calls: [{ index: 0 }, { index: 1 }] } },
      ),
    )
    const before = builder.reply()
    expect(builder.reply()).toBe(before)
    builder.add(delta({ tool_calls: [{ index: 1, function: { arguments: 'x' } }] }, 1))
    const after = builder.reply()
    expect(after).not.toBe(before)
    expect(after.choices[0]).toBe(before.choices[0])
    expect(after.extra).toBe(before.extra)
    expect(after.choices[1]).not.toBe(before.choices[1])
    expect(after.choices[1]?.extra).toBe(before.choices[1]?.extra)
    expect(after.choices[1]?.tool_calls[0]).toBe(before.choices[1]?.tool_calls[0])
    expect(after.choices[1]?.tool_calls[1]).not.toBe(before.choices[1]?.tool_calls[1])
    builder.add(delta({ content: 'b' }, 1))
    expect(builder.reply().choices[1]?.tool_calls).toBe(after.choices[1]?.tool_calls)
  })

  test('does not change in what it says when more comes', () => {
    const builder = createReplyBuilder()
    builder.add({
      ...delta({
        content: 'a',
        note: { text: 'a' },
        tool_calls: [{ index: 0, function: { arguments: '1' } }],
      }),
      tier: 1,
    })
    const before = builder.reply()
    const copy = structuredClone(before)
    builder.add({
      ...delta({
        content: 'b',
        note: { text: 'b' },
        tool_calls: [{ index: 0, function: { arguments: '2' } }],
      }),
      tier: 2,
    })
    builder.reply()
    expect(before).toEqual(copy)
  })

  test('of a long answer shares its lists: none is copied, however long', () => {
    const builder = createReplyBuilder()
    const token = (n: number) =>
      chunk({
        index: 0,
        delta: { content: 'w ', details: [n] },
        logprobs: { content: [{ token: 'w', logprob: -n }] },
      })
    builder.add(token(0))
    const { logprobs, extra } = builder.reply().choices[0]!
    for (let n = 1; n < 20_000; n += 1) {
      builder.add(token(n))
      if (n % 100 === 0) builder.reply()
    }
    const choice = builder.reply().choices[0]!
    expect(choice.content).toHaveLength(40_000)
    expect(choice.logprobs?.content).toHaveLength(20_000)
    expect(choice.logprobs?.content).toBe(logprobs?.content)
    expect(choice.extra.details).toBe(extra.details)
  })
})

test('no more choices are taken than the API allows, and that some were left out is said', () => {
  const allowed = Array.from({ length: mostChoices }, (_, index) => ({ index, delta: { content: 'a' } }))
  expect(fold(chunk(...allowed))).not.toHaveProperty('choicesLeftOut')
  const many: ChunkChoice[] = Array.from({ length: 20_000 }, () => ({}))
  const reply = fold(delta({ content: 'a' }, 500), chunk(...many), delta({ content: 'b' }, 500))
  expect(reply.choices).toHaveLength(mostChoices)
  expect(reply.choices.at(-1)).toMatchObject({ index: 500, content: 'ab' })
  expect(reply.choicesLeftOut).toBe(true)
})
