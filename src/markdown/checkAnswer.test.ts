import { Validator } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../ui/parseJson'
import { checkAnswer } from './checkAnswer'
import type { JsonEvent } from './JsonEvent'
import { createPartialJson } from './partialJson'

type Schema = Record<string, unknown>

const parse = (text: string): unknown => JSON.parse(text)

/** What is found while the text comes character by character, and how much of the text had come by then. */
function stream(schema: object, text: string) {
  const events: JsonEvent[] = []
  const json = createPartialJson((event) => events.push(event))
  const check = checkAnswer(schema)
  for (let at = 0; at < text.length; at++) {
    json.push(text[at]!)
    const violation = check.read(events)
    if (violation) return { ...violation, seen: text.slice(0, at + 1) }
  }
  json.end()
  const violation = check.read(events)
  return violation && { ...violation, seen: text }
}

const person = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 2 },
    age: { type: 'integer', minimum: 0 },
    kind: { enum: ['a', 'b'] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 2 },
    home: { anyOf: [{ $ref: '#/$defs/place' }, { type: 'null' }] },
    friends: { type: 'array', items: { $ref: '#' } },
  },
  required: ['name', 'age'],
  additionalProperties: false,
  $defs: {
    place: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
}

describe('the first violation, as soon as it is settled', () => {
  test.each<[string, object, string]>([
    [
      '{"name": "Ada", "age": "36"',
      {
        path: ['age'],
        problem: { keyword: 'type', expected: ['integer'], found: 'string' },
        start: 23,
        end: 27,
      },
      ', "x": 1}',
    ],
    ['{"name": "A"', { path: ['name'], problem: { keyword: 'bound', bound: 'minLength', limit: '2' } }, '}'],
    [
      '{"age": -1,',
      { path: ['age'], problem: { keyword: 'bound', bound: 'minimum', limit: '0' } },
      '"a": 1}',
    ],
    [
      '{"age": 1.5,',
      { path: ['age'], problem: { keyword: 'type', expected: ['integer'], found: 'number' } },
      '}',
    ],
    ['{"kind": "c"', { path: ['kind'], problem: { keyword: 'enum', allowed: ['"a"', '"b"'] } }, '}'],
    [
      '{"surname": "x"',
      { path: ['surname'], problem: { keyword: 'additionalProperties', name: 'surname' } },
      '}',
    ],
    [
      '{"surname": {',
      { path: ['surname'], problem: { keyword: 'additionalProperties', name: 'surname' } },
      '}}',
    ],
    [
      '[',
      { path: [], problem: { keyword: 'type', expected: ['object'], found: 'array' }, start: 0, end: 1 },
      ']',
    ],
    ['{"name": "Ada"}', { path: [], problem: { keyword: 'required', name: 'age' }, start: 0, end: 15 }, ''],
    [
      '{"tags": ["a", "b", "c"]',
      { path: ['tags'], problem: { keyword: 'bound', bound: 'maxItems', limit: '2' } },
      '}',
    ],
    ['{"tags": ["a", 1,', { path: ['tags', 1], problem: { keyword: 'type' } }, ']}'],
    ['{"home": {"city": 1}', { path: ['home', 'city'], problem: { keyword: 'type' } }, '}'],
    ['{"home": {}', { path: ['home'], problem: { keyword: 'required', name: 'city' } }, '}'],
    ['{"home": "Rome"', { path: ['home'], problem: { keyword: 'anyOf' } }, '}'],
    [
      '{"friends": [{"name": "Bo", "age": 1, "friends": [{"name": 5',
      { path: ['friends', 0, 'friends', 0, 'name'], problem: { keyword: 'type', found: 'integer' } },
      '}]}]}',
    ],
  ])('%s', (seen, violation, rest) => {
    // A number is settled by what follows it.
    const found = stream(person, seen + rest)
    expect(found).toMatchObject({ ...violation, seen: expect.toBeOneOf([seen, seen + rest.slice(0, 1)]) })
  })

  test('none where everything fits', () => {
    expect(
      stream(
        person,
        '{"name": "Ada", "age": 36, "home": null, "friends": [{"name": "Bo", "age": 2, "tags": []}]}',
      ),
    ).toBeUndefined()
  })
})

test('no more is looked at than was asked for, and nothing twice', () => {
  const events: JsonEvent[] = []
  const json = createPartialJson((event) => events.push(event))
  const check = checkAnswer({ type: 'array', items: { type: 'integer' } })
  json.push('[1, 2, 3, "4", 5]')
  expect(check.read(events, 3)).toBeUndefined()
  expect(check.read(events, 1)).toBeUndefined()
  expect(check.read(events, 1)).toMatchObject({ path: [3] })
})

test('a schema that is none is refused', () => {
  expect(() => checkAnswer({ $ref: 'http://[' })).toThrow()
  expect(() => checkAnswer({ $ref: '#/nowhere' }).whole(1)).toThrow()
})

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'to/~String')
const scalar = fc.constantFrom<JsonValue>(null, true, 0, 1, 2.5, -3, '', 'a', 'word')
const value = fc.memo((depth): fc.Arbitrary<JsonValue> =>
  depth <= 1
    ? scalar
    : fc.oneof(scalar, fc.array(value(depth - 1), { maxLength: 4 }), fc.dictionary(key, value(depth - 1))),
)
const types = fc.constantFrom('string', 'number', 'integer', 'boolean', 'null', 'object', 'array')
const schemaOf = fc.memo((depth): fc.Arbitrary<Schema | boolean> => {
  const inner = depth <= 1 ? fc.constant(true) : schemaOf(depth - 1)
  const keyword = (name: string, argument: fc.Arbitrary<unknown>) => fc.tuple(fc.constant(name), argument)
  const keywords = fc.oneof(
    keyword('type', fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 4 }))),
    keyword('properties', fc.dictionary(key, inner, { maxKeys: 3 })),
    keyword('additionalProperties', inner),
    keyword('required', fc.uniqueArray(key, { maxLength: 2 })),
    keyword('items', inner),
    keyword('prefixItems', fc.array(inner, { maxLength: 2 })),
    keyword('minItems', fc.nat(2)),
    keyword('maxProperties', fc.nat(2)),
    keyword('enum', fc.array(value(2), { minLength: 1, maxLength: 4 })),
    keyword('minimum', fc.integer({ min: -2, max: 2 })),
    keyword('anyOf', fc.array(inner, { minLength: 1, maxLength: 2 })),
    keyword('not', inner),
    keyword('$ref', fc.constantFrom('#/$defs/one', '#/$defs/two')),
  )
  const some = fc
    .array(keywords, { minLength: 1, maxLength: 4 })
    .map((entries) => Object.fromEntries(entries))
  return fc.oneof({ weight: 1, arbitrary: fc.boolean() }, { weight: 12, arbitrary: some })
})
/** Definitions that only lead to each other would never end. */
const withoutReferences = (schema: Schema | boolean) =>
  parse(JSON.stringify(schema, (name, value: unknown) => (name === '$ref' ? undefined : value)))
const rootSchema = fc.tuple(schemaOf(3), schemaOf(2), schemaOf(1)).map(([root, one, two]): Schema => ({
  ...(typeof root === 'boolean' ? {} : root),
  $defs: { one: withoutReferences(one), two: withoutReferences(two) },
}))

test('what is looked at piece by piece fits exactly when the whole does', () => {
  let valid = 0
  fc.assert(
    fc.property(rootSchema, value(3), (schema, value) => {
      const expected = new Validator(structuredClone(schema), '2020-12').validate(value).valid
      if (expected) valid++
      expect(stream(schema, JSON.stringify(value)) === undefined).toBe(expected)
      expect(checkAnswer(schema).whole(value) === undefined).toBe(expected)
    }),
    { numRuns: 300 },
  )
  expect(valid).toBeGreaterThan(100)
})
