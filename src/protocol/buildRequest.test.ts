import type { ChatCompletionCreateParams } from 'openai/resources/chat/completions'
import * as fc from 'fast-check'
import { expect, expectTypeOf, test } from 'vitest'
import { buildRequest } from './buildRequest'
import type { JsonObject, Parameters, RequestMessage } from './wire'

const messages: RequestMessage[] = [{ role: 'user', content: 'Hi' }]
const build = (parameters: Parameters, extraBody?: JsonObject) =>
  buildRequest({ parameters, messages, extraBody })

/** The names that are written down, without `[key: string]`. */
type Named<T> = keyof { [Name in keyof T as string extends Name ? never : Name]: T[Name] }
type Official = Omit<ChatCompletionCreateParams, 'messages'>

test('every field of the official request is one of ours, and takes the official values', () => {
  expectTypeOf<Exclude<keyof ChatCompletionCreateParams, Named<Parameters> | 'messages'>>().toBeNever()
  expectTypeOf<'top_p'>().toExtend<Named<Parameters>>()
  expectTypeOf<'top_k'>().not.toExtend<Named<Parameters>>()
  expectTypeOf<Official>().toExtend<Parameters>()
})

/** A value for each field; TypeScript fails here when the official package learns a new one. */
const everything: Record<keyof Official, JsonObject[string]> = {
  model: 'm',
  audio: { voice: 'alloy', format: 'mp3' },
  frequency_penalty: 0.5,
  function_call: 'none',
  functions: [{ name: 'f' }],
  logit_bias: { '50256': -100 },
  logprobs: true,
  max_completion_tokens: 10,
  max_tokens: 10,
  metadata: { a: 'b' },
  modalities: ['text'],
  moderation: { type: 'auto' },
  n: 2,
  parallel_tool_calls: false,
  prediction: { type: 'content', content: 'x' },
  presence_penalty: -0.5,
  prompt_cache_key: 'k',
  prompt_cache_options: { mode: 'auto' },
  prompt_cache_retention: '24h',
  reasoning_effort: 'low',
  response_format: { type: 'json_object' },
  safety_identifier: 's',
  seed: 0,
  service_tier: 'flex',
  stop: ['a', 'b'],
  store: false,
  stream: true,
  stream_options: { include_usage: true },
  temperature: 0,
  tool_choice: 'auto',
  tools: [{ type: 'function', function: { name: 'f' } }],
  top_logprobs: 0,
  top_p: 1,
  user: '',
  verbosity: 'high',
  web_search_options: {},
}

test('every field of the official request is sent as it was set', () => {
  const body = buildRequest({ parameters: JSON.parse(JSON.stringify(everything)), messages })
  expect(body).toEqual({ ...everything, messages })
  expect(Object.keys(body).slice(0, 2)).toEqual(['model', 'messages'])
})

test('nobody sets anything: only the messages are sent', () => {
  expect(build({})).toEqual({ messages })
})

test('undefined is not sent, null, zero and false are', () => {
  const parameters = { temperature: 0, stop: null, store: false, top_k: undefined }
  expect(Object.keys(build(parameters))).toEqual(['messages', 'temperature', 'stop', 'store'])
})

test('no empty model is sent', () => {
  expect(build({ model: '' })).toEqual({ messages })
  expect(build({ model: ' ' })).toEqual({ messages })
})

test('the rest comes in the order in which it was set', () => {
  expect(Object.keys(build({ top_p: 1, model: 'm', n: 2 }))).toEqual(['model', 'messages', 'top_p', 'n'])
})

test('messages among the parameters do not replace those of the conversation; extraBody replaces anything', () => {
  expect(build({ messages: [] })).toEqual({ messages })
  expect(build({ top_k: 1, model: 'm' }, { top_k: 2, model: 'n', min_p: 0.1, messages: [] })).toEqual({
    model: 'n',
    messages: [],
    top_k: 2,
    min_p: 0.1,
  })
})

test('half a surrogate pair is replaced, in names too, however deep', () => {
  const body = buildRequest({
    parameters: { metadata: { 'a\ud83d': 'b\ude00' } },
    messages: [{ role: 'user', content: [{ type: 'text', text: 'cut \ud83d' }] }],
  })
  expect(JSON.stringify(body)).not.toMatch(/\\ud/)
  expect(body.messages).toEqual([{ role: 'user', content: [{ type: 'text', text: 'cut \uFFFD' }] }])
  expect(body.metadata).toEqual({ 'a\uFFFD': 'b\uFFFD' })
})

test('whole text is sent as it is, and what is given is not changed', () => {
  const json = fc.jsonValue({ stringUnit: 'grapheme' })
  fc.assert(
    fc.property(json, fc.string({ unit: 'binary' }), (value, text) => {
      const given: RequestMessage[] = [{ role: 'user', content: 'Hi', value, text }]
      const copy = structuredClone(given)
      const sent: unknown = JSON.parse(
        JSON.stringify(buildRequest({ parameters: {}, messages: given }).messages),
      )
      expect(sent).toEqual([
        { role: 'user', content: 'Hi', value: JSON.parse(JSON.stringify(value)), text: text.toWellFormed() },
      ])
      expect(given).toEqual(copy)
    }),
  )
})

test('no name reaches a prototype', () => {
  const body = build({}, JSON.parse('{"__proto__":{"polluted":1}}'))
  expect(body).not.toHaveProperty('polluted')
  expect(JSON.stringify(body)).toContain('__proto__')
})
