import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerReader } from './answerReader'
import { checkAnswer } from './checkAnswer'

const schema = { type: 'array', items: { type: 'integer' } }
const reader = () => createAnswerReader(() => checkAnswer(schema))

test('an answer is read as it grows, and says where', () => {
  const read = reader()
  expect(read('', true)).toMatchObject({ value: undefined, growing: [], violation: undefined })
  expect(read('[1, [2', true)).toMatchObject({ value: [1, []], growing: [1, 0], violation: { path: [1] } })
  expect(read('[1, [2]]', true)).toMatchObject({ growing: undefined, whole: false, fits: false })
  expect(read('[1, [2]]', false)).toMatchObject({ whole: true, fits: false, violation: { path: [1] } })
})

test('a whole answer fits or does not; half of one does neither', () => {
  expect(reader()('[1, 2]', false)).toMatchObject({ whole: true, fits: true, violation: undefined })
  expect(reader()('[1, "2"]', false)).toMatchObject({ whole: true, fits: false, violation: { path: [1] } })
  expect(reader()('[1, 2', false)).toMatchObject({ whole: false, fits: false, violation: undefined })
  expect(reader()('Sure! [1]', false)).toMatchObject({ whole: false, value: undefined })
  expect(createAnswerReader()('[1]', false)).toMatchObject({ whole: true, fits: false })
})

test('a fence is read past, also while half of it is there', () => {
  const read = reader()
  for (const text of ['`', '``', '```js', '```json\n[1', '```json\n[1, 2]\n`', '```json\n[1, 2]\n```'])
    read(text, true)
  expect(read('```json\n[1, 2]\n```', false)).toMatchObject({ value: [1, 2], fenced: true, fits: true })
})

test('asked in any order and any number of times, it says of a text what it says at once', () => {
  const text = '```json\n[1, 2.5, {"a": "b"}, [3]]\n```'
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(text.length), fc.boolean()), { maxLength: 8 }), (visits) => {
      const read = reader()
      for (const [length, streaming] of visits) {
        const said = structuredClone(read(text.slice(0, length), streaming))
        expect(said).toEqual(reader()(text.slice(0, length), streaming))
      }
    }),
  )
})

test.each([{ $ref: '#/nowhere' }, { $ref: 'http://[' }, { pattern: '(' }, { $defs: { a: { $id: 5 } } }])(
  'a schema that means nothing harms nobody: %j',
  (bad) => {
    const read = createAnswerReader(() => checkAnswer(bad))
    read('"wor', true)
    expect(read('"word"', false)).toMatchObject({ whole: true, violation: undefined })
  },
)
