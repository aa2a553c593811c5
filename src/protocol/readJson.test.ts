import { expect, test } from 'vitest'
import { bracketDepth } from './bracketDepth'
import { deepestValue, isDeep } from './isDeep'
import { readJson } from './readJson'

test('JSON is read, what is none is undefined, and what is deep still fits into a file', () => {
  expect(readJson(' {"a":[1]}')).toEqual({ a: [1] })
  for (const text of ['', '{', 'words', 'undefined']) expect(readJson(text)).toBeUndefined()
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  expect(readJson(nested(deepestValue))).toEqual(JSON.parse(nested(deepestValue)))
  const kept = { conversations: [{ messages: [{ extra: readJson(nested(5000)) }] }] }
  expect(isDeep(JSON.stringify(kept))).toBe(false)
})

test('brackets in texts are letters like others', () => {
  expect(bracketDepth(String.raw`{"a":"[[\"[[","b":[{`)).toEqual({ deepest: 3, open: 3, inText: false })
  expect(bracketDepth('{"a":[]} ')).toEqual({ deepest: 2, open: 0, inText: false })
  expect(bracketDepth('{"[')).toEqual({ deepest: 1, open: 1, inText: true })
})
