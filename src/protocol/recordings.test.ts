import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { createReplyBuilder, foldChunks } from './accumulate'
import { ChatError } from './ChatError'
import { bodyOf, cutAt, recording, recordings } from './fixtures/pieces'
import { readCompletion } from './readCompletion'
import { readResponse } from './readResponse'
import type { Reply } from './wire'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What a reader is left with: the reply, and the error, if there was one. */
async function outcome(pieces: Uint8Array[]) {
  const builder = createReplyBuilder()
  const headers = { 'content-type': 'text/event-stream' }
  try {
    const response = new Response(bodyOf(pieces).body, { headers })
    for await (const { chunks } of readResponse(response)) chunks.forEach(builder.add)
    return { reply: builder.reply(), error: null }
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    return { reply: builder.reply(), error: error.toRecord() }
  }
}

const text = (reply: Reply) => reply.choices[0]?.content ?? ''

describe.each(recordings)('%s', { timeout: 60_000 }, (name) => {
  const bytes = bytesOf(recording(name))

  test('is read the same when it is cut in two at any byte', async () => {
    const whole = JSON.stringify(await outcome([bytes]))
    for (let place = 1; place < bytes.length; place += 1) {
      const cut = JSON.stringify(await outcome(cutAt(bytes, [place])))
      // Thousands of cuts: a matcher for each would take longer than the reading.
      if (cut !== whole) expect(cut, `cut at byte ${place}`).toBe(whole)
    }
  })

  test('is read the same byte by byte', async () => {
    const whole = await outcome([bytes])
    expect(await outcome([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole)
  })

  test('is read the same in random pieces', async () => {
    const whole = await outcome([bytes])
    const places = fc.array(fc.integer({ min: 1, max: bytes.length - 1 }), { maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect(await outcome(cutAt(bytes, cuts))).toEqual(whole)
      }),
      { numRuns: times(20) },
    )
  })

  test.each([
    ['CRLF', (lines: string) => lines.replaceAll('\n', '\r\n')],
    ['CR', (lines: string) => lines.replaceAll('\n', '\r')],
    ['a byte-order mark', (lines: string) => `\uFEFF${lines}`],
  ])('is read the same with %s, cut anywhere', async (_, change) => {
    const whole = await outcome([bytes])
    const changed = bytesOf(change(recording(name)))
    const places = fc.array(fc.integer({ min: 1, max: changed.length - 1 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect(await outcome(cutAt(changed, cuts))).toEqual(whole)
      }),
      { numRuns: times(20) },
    )
  })

  test('that ends anywhere is whole, or cut off, or the error it holds; and never loses a word it had', async () => {
    const whole = await outcome([bytes])
    const kinds = new Set([undefined, 'cut-off', whole.error?.kind])
    const bad: unknown[] = []
    for (let end = 1; end < bytes.length; end += 1) {
      const { reply, error } = await outcome([bytes.slice(0, end)])
      if (!text(whole.reply).startsWith(text(reply)) || !kinds.has(error?.kind))
        bad.push({ end, reply, error })
    }
    expect(bad).toEqual([])
  })
})

const pairs = recordings.filter((name) => !/error|cut-off|bad/.test(name))

test.each(pairs)('%s folds to the same reply as the whole answer', async (name) => {
  const { reply, error } = await outcome([bytesOf(recording(name))])
  expect(error).toBeNull()
  const whole: unknown = JSON.parse(recording(name.replace('.sse', '.json')))
  expect(reply).toEqual(foldChunks([readCompletion(whole)]))
})

test('llama.cpp: thinking, text in many scripts, usage and timings', async () => {
  const { reply } = await outcome([bytesOf(recording('llama-cpp.sse'))])
  expect(reply).toMatchObject({
    id: 'chatcmpl-Q3xw',
    model: 'qwen3-1.7b-q4_k_m.gguf',
    created: 1764000000,
    choices: [
      { role: 'assistant', reasoning_content: 'Greet back.', content: 'Grüß Gott 👩‍👩‍👧', finish_reason: 'stop' },
    ],
    usage: { completion_tokens: 7, prompt_tokens: 12, total_tokens: 19 },
    extra: { timings: { predicted_n: 7 }, system_fingerprint: 'b8123-4f2c1a9' },
  })
})

test('OpenAI: three interleaved choices, one of them a refusal, with logprobs', async () => {
  const { reply } = await outcome([bytesOf(recording('openai.sse'))])
  expect(
    reply.choices.map(({ index, content, refusal, finish_reason }) => ({
      index,
      content,
      refusal,
      finish_reason,
    })),
  ).toEqual([
    { index: 0, content: 'Yes.', refusal: '', finish_reason: 'stop' },
    { index: 1, content: '', refusal: "I'm sorry", finish_reason: 'stop' },
    { index: 2, content: 'Naïve!', refusal: '', finish_reason: 'length' },
  ])
  expect(reply.choices[2]?.logprobs?.content?.map(({ token }) => token)).toEqual(['Naïve', '!'])
  expect(reply.usage?.total_tokens).toBe(16)
  expect(reply.extra).toEqual({ service_tier: 'default', system_fingerprint: 'fp_8bda4d3a2c' })
})

test('OpenAI: two tool calls side by side', async () => {
  const { reply } = await outcome([bytesOf(recording('openai-tools.sse'))])
  expect(reply.choices[0]?.tool_calls).toEqual([
    {
      index: 0,
      id: 'call_a1',
      type: 'function',
      function: { name: 'get_weather', arguments: '{"city":"München"}' },
    },
    {
      index: 1,
      id: 'call_b2',
      type: 'function',
      function: { name: 'get_time', arguments: '{"zone":"CET"}' },
    },
  ])
})

test('Gemini: calls that all claim index 0 stay apart, and keep their signature', async () => {
  const { reply } = await outcome([bytesOf(recording('gemini-tools.sse'))])
  expect(reply.choices[0]?.tool_calls).toMatchObject([
    { index: 0, id: 'f-1', extra_content: { google: { thought_signature: 'CiQB0e==' } } },
    { index: 1, id: 'f-2', function: { name: 'roll', arguments: '{"sides":20}' } },
  ])
})

test('Mistral: parts of content are told apart', async () => {
  const { reply } = await outcome([bytesOf(recording('mistral.sse'))])
  expect(reply.choices[0]).toMatchObject({
    reasoning_content: 'Two and two…',
    content: 'It is 4.',
    extra: {},
  })
})

test('OpenRouter: a state that is sent twice is not doubled', async () => {
  const { reply } = await outcome([bytesOf(recording('openrouter.sse'))])
  expect(reply.choices[0]).toMatchObject({
    reasoning: 'Let me see…',
    extra: { native_finish_reason: 'stop' },
  })
  expect(reply.choices[0]?.extra.reasoning_details).toHaveLength(2)
})

test.each([
  [
    'openrouter-error.sse',
    'Once upon',
    {
      kind: 'rejected',
      message: 'Provider returned error',
      status: 502,
      code: '502',
      excerpt: 'upstream connect error',
    },
  ],
  [
    'vllm-error.sse',
    'Once',
    {
      kind: 'rejected',
      message: 'The engine is dead – restart it.',
      status: 500,
      type: 'InternalServerError',
      code: '500',
    },
  ],
  ['named-error.sse', 'Once', { kind: 'rejected', message: 'overloaded' }],
  ['cut-off.sse', 'Once upon a', { kind: 'cut-off', message: 'The answer ended before it was finished.' }],
  ['bad-json.sse', 'Once', { kind: 'garbled', excerpt: '{"choices":[{"index":0,"delta":{"content":"x}' }],
])('%s fails, and what came before stays', async (name, content, record) => {
  const { reply, error } = await outcome([bytesOf(recording(name))])
  expect(text(reply)).toBe(content)
  expect(error).toMatchObject(record)
})
