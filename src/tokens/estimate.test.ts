import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestMessage } from '../protocol/wire'
import { estimateText } from './estimateText'
import {
  estimateMessage,
  estimateParameters,
  estimateTokens,
  imagesIn,
  messagesOf,
  uncountedParts,
} from './estimateTokens'
import { tokeniser } from './tokenise'

const anyText = fc.string({ unit: 'binary', maxLength: 300 })
const message: fc.Arbitrary<RequestMessage> = fc.record(
  {
    role: fc.constantFrom('system', 'user', 'assistant'),
    content: anyText,
    name: fc.string({ minLength: 1, maxLength: 20 }),
  },
  { requiredKeys: ['role', 'content'] },
)

const textOf = ({ content }: RequestMessage) => (typeof content === 'string' ? content : '')

describe('text', () => {
  test('two texts weigh as much as both together, but for spaces that meet', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const apart = estimateText(one) + estimateText(other)
        const meet = /[ \n]$/.test(one) && other.startsWith(' ')
        expect(estimateText(one + other)).toBe(meet ? apart - 420 : apart)
      }),
    )
  })

  test('an indented line weighs little more than the line', () => {
    expect(estimateText(`\n${' '.repeat(16)}return`) - estimateText('\nreturn')).toBe(480)
  })

  test('no character is without weight, and all weights are whole', () => {
    const weights = Array.from({ length: 0x10000 }, (_, unit) => estimateText(String.fromCharCode(unit)))
    expect(weights.every((weight) => Number.isInteger(weight) && weight > 0)).toBe(true)
  })

  test.each([
    ['English', 'The outer loop runs once, and the inner one runs again for each of its turns.'],
    ['code', 'for (const [path, source] of Object.entries(files)) if (!seen.has(path)) read(source)'],
    ['JSON', '{"model":"gpt-4o","messages":[{"role":"user","content":"Hello!"}],"temperature":0.7}'],
    ['Chinese', '人工智能是计算机科学的一个分支,它企图了解智能的实质。今天的天气非常好。'],
    ['Japanese', '今日はとても良い天気ですね。散歩に行きましょう。'],
    ['Korean', '오늘 날씨가 정말 좋네요. 산책하러 갑시다.'],
    ['Russian', 'Сегодня очень хорошая погода, пойдёмте гулять в парк.'],
    ['Arabic', 'الطقس جميل جدا اليوم، فلنذهب في نزهة على الأقدام.'],
    ['Hindi', 'आज मौसम बहुत अच्छा है, चलो टहलने चलते हैं।'],
    ['German', 'Heute ist das Wetter sehr schön, gehen wir im Park spazieren.'],
    ['emoji', '😀🎉🚀👍🏽🔥💯🤖✨'],
  ])('%s is not far from what o200k_base counts', async (_script, text) => {
    const count = (await tokeniser('o200k_base'))(text)
    expect(estimateText(text) / 1000 / count).toBeGreaterThan(0.7)
    expect(estimateText(text) / 1000 / count).toBeLessThan(1.4)
  })
})

describe('a request', () => {
  test('is the sum of its parts', () => {
    fc.assert(
      fc.property(fc.array(message), fc.array(message), (some, more) => {
        const parameters = { tools: [{ type: 'function' as const, function: { name: 'look' } }] }
        const around = estimateTokens([], {})
        expect(estimateTokens([...some, ...more], parameters)).toBe(
          estimateTokens(some, {}) + estimateTokens(more, {}) - around + estimateParameters(parameters),
        )
      }),
    )
  })

  test('grows with every message and every word', () => {
    fc.assert(
      fc.property(fc.array(message), message, anyText, (path, last, words) => {
        const before = estimateTokens([...path, last], {})
        expect(before).toBeGreaterThan(estimateTokens(path, {}))
        const longer = { ...last, content: [{ type: 'text', text: textOf(last) + words }] }
        expect(estimateTokens([...path, longer], {})).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  test('counts names, refusals and the arguments of calls', () => {
    const plain = { role: 'assistant' as const, content: null }
    const weight = estimateMessage(plain)
    expect(estimateMessage({ ...plain, name: 'a' })).toBe(weight + 1000 + estimateText('a'))
    expect(estimateMessage({ ...plain, refusal: 'No.' })).toBe(weight + estimateText('No.'))
    expect(
      estimateMessage({ ...plain, tool_calls: [{ function: { name: 'find', arguments: '{"a":1}' } }] }),
    ).toBe(weight + estimateText('find{"a":1}'))
    expect(estimateMessage({ ...plain, tool_calls: [{ custom: { name: 'run', input: 'ls' } }] })).toBe(
      weight + estimateText('runls'),
    )
  })

  test('guesses at pictures, and says what it cannot count', () => {
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
      { type: 'input_audio', input_audio: { data: 'AAAA', format: 'wav' } },
    ]
    expect(imagesIn({ role: 'user', content })).toBe(1)
    expect(uncountedParts({ role: 'user', content })).toBe(1)
    expect(estimateMessage({ role: 'user', content })).toBe(
      estimateMessage({ role: 'user', content: 'What is this?' }) + 765_000,
    )
  })

  test('leaves out parameters that the model does not read', () => {
    expect(estimateParameters({ temperature: 1, user: 'someone', stop: ['a long stop'] })).toBe(0)
    expect(estimateParameters({ response_format: { type: 'json_object' } })).toBe(0)
    expect(
      estimateParameters({
        response_format: { type: 'json_schema', json_schema: { name: 'person', schema: {} } },
      }),
    ).toBe(estimateText('{"name":"person","schema":{}}'))
  })
})

test('an extra body may bring anything as messages', () => {
  const anything = fc.anything()
  fc.assert(
    fc.property(
      fc.oneof(
        anything,
        fc.array(fc.dictionary(fc.constantFrom('role', 'content', 'tool_calls', 'name'), anything)),
      ),
      (messages) => {
        const known = messagesOf({ messages })
        expect(Number.isSafeInteger(estimateTokens(known, {}))).toBe(true)
        expect(known.every((one) => imagesIn(one) + uncountedParts(one) >= 0)).toBe(true)
      },
    ),
  )
})
