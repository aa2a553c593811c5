import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ContentPart } from '../protocol/wire'
import { textOf } from './Message'
import { readWritten } from './readWritten'
import { toRequestMessage } from './toRequestMessages'
import { type Written, fitting, withText } from './written'

const textPart = fc.string({ maxLength: 4 }).map((text): ContentPart => ({ type: 'text', text }))
const picture = fc
  .webUrl()
  .map((url): ContentPart => ({ type: 'image_url', image_url: { url }, cache_control: {} }))
const parts = fc.array(fc.oneof(textPart, picture), { maxLength: 6 })
const content = fc.oneof(fc.string(), parts)
const notText = (list: ContentPart[]) => list.filter(({ text }) => text === undefined)

describe('other text', () => {
  test('is what the content then says, and every other part stays in its order', () => {
    fc.assert(
      fc.property(content, fc.string({ maxLength: 8 }), (before, text) => {
        const after = withText(before, text)
        expect(textOf({ content: after })).toBe(text)
        if (typeof before === 'string' || typeof after === 'string') expect(typeof after).toBe(typeof before)
        else expect(notText(after)).toEqual(notText(before))
      }),
    )
  })

  test('that is the same text changes nothing', () => {
    fc.assert(
      fc.property(content, (before) => {
        expect(withText(before, textOf({ content: before }))).toEqual(before)
      }),
    )
  })

  test('goes where the change is', () => {
    const image: ContentPart = { type: 'image_url', image_url: { url: 'https://a.example/1.png' } }
    const text = (words: string): ContentPart => ({ type: 'text', text: words })
    const before = [text('One '), image, text('two'), text(' three')]
    expect(withText(before, 'One 2 three')).toEqual([text('One '), image, text('2'), text(' three')])
    expect(withText(before, 'One two three four')).toEqual([
      text('One '),
      image,
      text('two'),
      text(' three four'),
    ])
    expect(withText([image], 'Look')).toEqual([text('Look'), image])
    expect(fitting({ role: 'user', content: withText(before, 'All') })).toEqual({
      role: 'user',
      content: [text('All'), image],
    })
  })
})

test('what a role has no place for is left out', () => {
  const calls = [{ index: 0, id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }]
  const all = { content: 'x', name: ' Ann ', refusal: 'No', tool_calls: calls, tool_call_id: 'c' }
  expect(fitting({ role: 'tool', ...all })).toEqual({
    role: 'tool',
    content: 'x',
    name: 'Ann',
    tool_call_id: 'c',
  })
  expect(fitting({ role: 'user', ...all })).toEqual({ role: 'user', content: 'x', name: 'Ann' })
  expect(fitting({ role: 'assistant', ...all })).toEqual({
    role: 'assistant',
    content: 'x',
    name: 'Ann',
    refusal: 'No',
    tool_calls: calls,
  })
})

describe('a message as JSON', () => {
  const words = fc.string({ minLength: 1 })
  const written: fc.Arbitrary<Written> = fc.record(
    {
      role: fc.constantFrom('system', 'user', 'assistant', 'tool'),
      content,
      name: words,
      refusal: words,
      tool_call_id: words,
      tool_calls: fc
        .array(fc.record({ id: words, function: fc.record({ name: words, arguments: words }) }), {
          minLength: 1,
        })
        .map((calls) => calls.map((call, index) => ({ ...call, index }))),
    },
    { requiredKeys: ['role', 'content'] },
  )

  test('is read back as it was', () => {
    fc.assert(
      fc.property(written, (message) => {
        const json: unknown = JSON.parse(JSON.stringify(toRequestMessage(message)))
        expect(readWritten(json)).toEqual({ ok: true, written: message })
      }),
    )
  })

  test.each([
    ['object', []],
    ['role', { role: 'boss', content: '' }],
    ['content', { role: 'user', content: [{ text: 'no type' }] }],
    ['name', { role: 'user', content: '', name: 5 }],
    ['refusal', { role: 'assistant', refusal: {} }],
    ['tool_calls', { role: 'assistant', tool_calls: ['f'] }],
    ['tool_call_id', { role: 'tool', tool_call_id: 1 }],
    ['unknown', { role: 'user', content: '', temperature: 1 }],
  ])('with a wrong %s is none', (fault, value) => {
    expect(readWritten(value)).toEqual({ ok: false, fault })
  })

  test('can be anything, and is never thrown over', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void readWritten(value)))
  })
})
