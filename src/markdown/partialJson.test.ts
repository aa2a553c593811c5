import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JsonValue, parseJson } from '../ui/parseJson'
import type { JsonEvent } from './JsonEvent'
import { createPartialJson } from './partialJson'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON.parse gives is a JSON value
const parse = (text: string) => JSON.parse(text) as JsonValue

/** The same text in pieces, cut at these places. */
function pieces(text: string, cuts: number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b)
  return [0, ...places].map((from, at) => text.slice(from, [...places, text.length][at]))
}

function read(parts: string[]) {
  const json = createPartialJson()
  for (const part of parts) json.push(part)
  json.end()
  return json
}

const text = fc
  .tuple(fc.json({ maxDepth: 5, noUnicodeString: false }), fc.nat(3))
  .map(([json, indent]) => JSON.stringify(JSON.parse(json), null, indent))
const cuts = fc.array(fc.nat(), { maxLength: 12 })

test('any cut of any JSON text gives what JSON.parse gives', () => {
  fc.assert(
    fc.property(text, cuts, (text, cuts) => {
      const json = read(pieces(text, cuts))
      expect(json.value).toStrictEqual(JSON.parse(text))
      expect(json).toMatchObject({ complete: true, fault: undefined, openPath: [] })
    }),
    { numRuns: 400 },
  )
})

const damaged = fc
  .tuple(
    text,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom('', ...Array.from('{}[],:"\\0-.etu\n\u0001 '))), {
      maxLength: 3,
    }),
  )
  .map(([json, changes]) =>
    changes.reduce((text, [at, piece]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + piece + text.slice(place + (at % 2))
    }, json),
  )

test('a text that is not JSON has the same fault in the same place, however it is cut', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string({ unit: 'binary' })), cuts, (text, cuts) => {
      const json = read(pieces(text, cuts))
      const reading = parseJson(text)
      if (reading.ok) expect(json).toMatchObject({ fault: undefined, value: reading.value })
      else expect(json.fault).toEqual({ offset: reading.offset, reason: reading.reason })
    }),
    { numRuns: 800 },
  )
})

/** Whether everything that is there so far will be there in the end: a part of a list, of an object, of a string. */
function isBeginning(part: JsonValue | undefined, whole: JsonValue | undefined): boolean {
  if (part === undefined) return true
  if (typeof part === 'string') return typeof whole === 'string' && whole.startsWith(part)
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every((item, at) => isBeginning(item, whole[at]))
  if (typeof part === 'object' && part !== null)
    return (
      typeof whole === 'object' &&
      whole !== null &&
      !Array.isArray(whole) &&
      Object.entries(part).every(([key, value]) => isBeginning(value, whole[key]))
    )
  return Object.is(part, whole)
}

test('any beginning of a JSON text shows a beginning of its value, and never throws', () => {
  fc.assert(
    fc.property(text, fc.nat(), (text, at) => {
      const json = createPartialJson()
      json.push(text.slice(0, at % (text.length + 1)))
      expect(json.fault).toBeUndefined()
      expect(isBeginning(json.value, parse(text))).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('tells where it is', () => {
  const json = createPartialJson()
  const openPath = (piece: string) => {
    json.push(piece)
    return json.openPath
  }
  expect(openPath('{"a')).toEqual([])
  expect(openPath('": [1, ')).toEqual(['a', 1])
  expect(openPath('{"b": "wor')).toEqual(['a', 1, 'b'])
  expect(json.value).toEqual({ a: [1, { b: 'wor' }] })
  expect(openPath('ld"}]')).toEqual(['a'])
  expect(openPath('}')).toEqual([])
  expect(json.complete).toBe(true)
})

test('what is closed is the same object ever after', () => {
  const json = createPartialJson()
  json.push('[{"a": 1}, ')
  const first = () => (Array.isArray(json.value) ? json.value[0] : undefined)
  const closed = first()
  json.push('{"b": 2}]')
  expect(closed).toEqual({ a: 1 })
  expect(first()).toBe(closed)
})

test('says what opens, comes and closes, with places in the text', () => {
  const events: JsonEvent[] = []
  const json = createPartialJson((event) => events.push(event))
  for (const character of '{"a": [12], "b": "x"} ') json.push(character)
  json.end()
  expect(events).toEqual([
    { type: 'open', key: undefined, list: false, start: 0 },
    { type: 'open', key: 'a', list: true, start: 6 },
    { type: 'value', key: 0, value: 12, start: 7, end: 9 },
    { type: 'close', key: 'a', value: [12], start: 6, end: 10 },
    { type: 'value', key: 'b', value: 'x', start: 17, end: 20 },
    { type: 'close', key: undefined, value: { a: [12], b: 'x' }, start: 0, end: 21 },
  ])
})

test('a key called __proto__ is a key, and the last of two equal ones counts', () => {
  const text = '{"__proto__": {"a": 1}, "b": 1, "b": 2}'
  expect(read([text]).value).toStrictEqual(JSON.parse(text))
  expect(({} as { a?: number }).a).toBeUndefined()
})

test('refuses what is nested beyond reason', () => {
  expect(read(['['.repeat(100_000)]).fault).toEqual({ offset: 1000, reason: 'too-deep' })
})
