import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { isDeep } from './isDeep'
import { parseChunk } from './parseChunk'
import { parseShallow } from './parseShallow'

test('what is not deep is as JSON.parse has it', () => {
  assert(
    property(jsonValue(), (value) => {
      const json = JSON.stringify(value)
      expect(parseShallow(json)).toEqual(JSON.parse(json))
    }),
  )
  expect(() => parseShallow('{"a":')).toThrow(SyntaxError)
})

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
  ['both', '[{"__proto__":', '}]'],
])('the depths of a hundred thousand %s are left out, what stands beside them stays', (_, open, close) => {
  const deep = `${open.repeat(100_000)}1${close.repeat(100_000)}`
  const value = parseShallow(`{"before":[1,{"b":2}],"deep":${deep},"after":"c"}`)
  expect(value).toMatchObject({ before: [1, { b: 2 }], after: 'c' })
  expect(isDeep(JSON.stringify(value))).toBe(false)
  expect(structuredClone(value)).toEqual(value)
  const chunk = parseChunk(`{"nested":${deep},"choices":[{"delta":{"content":"a","odd":${deep}}}]}`)
  expect(chunk?.choices[0]?.delta?.content).toBe('a')
  expect(isDeep(JSON.stringify(chunk))).toBe(false)
})
