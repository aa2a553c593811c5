import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSchema } from './checkSchema'
import { mendAll, mendSchema } from './mendSchema'
import { checkSchemaName, mendSchemaName } from './strictSchema'
import type { JsonObject, JsonValue } from './wire'

const object = (properties: JsonObject, rest: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...rest,
})
const text = { type: 'string' }
const strict = (schema: JsonObject) => checkSchema(schema, { strict: true })
const codes = (schema: JsonObject) =>
  strict(schema).map(({ code, path, names }) =>
    [code, path.join('.'), names.join()].filter(Boolean).join(' '),
  )

const nested = (depth: number): JsonObject =>
  depth === 1 ? object({ a: text }) : object({ a: nested(depth - 1) })

describe('strict mode', () => {
  test('takes what the guide takes', () => {
    const schema = object(
      {
        name: text,
        age: { type: ['integer', 'null'], minimum: 0, maximum: 150 },
        kind: { type: 'string', enum: ['a', 'b'], description: 'Which' },
        mail: { type: 'string', format: 'email', pattern: '@' },
        children: { type: 'array', items: { $ref: '#' }, minItems: 0 },
        one: { anyOf: [{ $ref: '#/$defs/step' }, { type: 'null' }] },
      },
      { $defs: { step: object({ 'a/b': text }) }, $schema: 'https://json-schema.org/draft/2020-12/schema' },
    )
    expect(strict(schema)).toEqual([])
  })

  test.each<[string, JsonObject, string[]]>([
    ['a list as the root', { type: 'array', items: text }, ['root-not-object']],
    ['anyOf as the root', { anyOf: [object({})] }, ['root-any-of']],
    ['an open object', object({ a: text }, { additionalProperties: true }), ['open-object']],
    [
      'an open object within',
      object({ a: { type: 'object', properties: {} } }),
      ['open-object properties.a'],
    ],
    ['an optional property', object({ a: text, b: text }, { required: ['a'] }), ['not-required b']],
    ['a required stranger', object({}, { required: ['x'] }), ['required-unknown x']],
    ['a keyword', object({ a: { ...text, minLength: 1 } }), ['keyword properties.a minLength']],
    ['allOf', object({ a: { allOf: [text] } }), ['keyword properties.a allOf']],
    ['a format', object({ a: { ...text, format: 'uri' } }), ['format properties.a uri']],
    ['a type', object({ a: { type: 'text' } }), ['type-unknown properties.a text']],
    ['no type', object({ a: { description: 'What?' } }), ['type-missing properties.a']],
    ['a list of anything', object({ a: { type: 'array' } }), ['items-missing properties.a']],
    ['a reference to nothing', object({ a: { $ref: '#/$defs/b' } }), ['ref-unknown properties.a #/$defs/b']],
    [
      'a reference elsewhere',
      object({ a: { $ref: 'https://a.example' } }),
      ['ref-unknown properties.a https://a.example'],
    ],
    ['properties in a list', { ...object({}), properties: [] }, ['malformed properties properties']],
    ['required as a word', { ...object({}), required: 'a' }, ['malformed required required']],
    ['an enum of nothing', object({ a: { ...text, enum: [] } }), ['malformed properties.a.enum enum']],
    ['a schema that is none', object({ a: 'string' }), ['malformed properties.a a']],
    ['true for a schema', object({ a: true }), ['malformed properties.a a']],
    ['eleven levels', nested(11), ['too-deep']],
  ])('finds %s', (_, schema, findings) => {
    expect(codes(schema)).toEqual(findings)
  })

  test('takes ten levels of objects', () => expect(codes(nested(10))).toEqual([]))

  test('counts properties, values and letters', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at}`, text]))
    const values = (count: number, letters = '') => ({
      ...text,
      enum: Array.from({ length: count }, (_, at) => `${letters}${at}`),
    })
    expect(codes(object(many(5000)))).toEqual([])
    expect(codes(object(many(5001)))).toEqual(['too-many-properties'])
    expect(codes(object({ a: values(1001) }))).toEqual(['too-many-values'])
    expect(codes(object({ a: values(251, 'x'.repeat(60)) }))).toEqual(['values-too-long properties.a'])
    expect(codes(object({ ['x'.repeat(120_001)]: text }))).toEqual(['text-too-long'])
  })
})

test('without strict mode only what means nothing is found', () => {
  const loose = (schema: JsonObject) => checkSchema(schema, { strict: false }).map(({ code }) => code)
  expect(loose({ type: 'array', items: true, uniqueItems: true })).toEqual([])
  expect(loose({ type: 'object', properties: { a: { type: 'string', minLength: 1 } } })).toEqual([])
  expect(loose({ $ref: 'https://a.example' })).toEqual([])
  expect(loose({ type: 'objekt', properties: [] })).toEqual(['type-unknown', 'malformed'])
  expect(loose({ $ref: '#/$defs/nothing' })).toEqual(['ref-unknown'])
})

describe('mending', () => {
  const mended = (schema: JsonObject, which = 0) => {
    const finding = strict(schema)[0]!
    return mendSchema(schema, finding, finding.mends[which]!)
  }

  test('what was never required becomes required; what was optional may be null', () => {
    const { required: _, ...forgotten } = object({ b: text, a: text })
    expect(mended(forgotten)).toEqual(object({ b: text, a: text }))
    const optional = object({ b: text, a: text }, { required: ['a'] })
    expect(mended(optional)).toEqual(object({ b: { type: ['string', 'null'] }, a: text }))
    expect(mended(optional, 1)).toEqual(object({ b: text, a: text }))
  })

  test.each<[JsonObject, JsonObject]>([
    [
      { type: 'string', enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [{ type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [{ anyOf: [text] }, { anyOf: [text, { type: 'null' }] }],
    [{ type: 'array', items: text }, { anyOf: [{ type: 'array', items: text }, { type: 'null' }] }],
    [{ type: 'null' }, { type: 'null' }],
  ])('%j or null', (schema, nullable) => {
    const before = object({ a: text, b: schema }, { required: ['a'] })
    expect(mended(before)).toEqual(object({ a: text, b: nullable }))
  })

  test('everything at once', () => {
    const schema = {
      properties: {
        a: { oneOf: [{ type: 'object', properties: { b: { type: 'string', minLength: 2 } } }, text] },
        c: { type: 'string', format: 'uri' },
      },
    }
    const whole = mendAll(schema)
    expect(strict(whole)).toEqual([])
    expect(whole).toEqual(object({ a: { anyOf: [object({ b: text }), text] }, c: text }))
  })

  const leaf = fc.constantFrom<JsonValue>('object', 'array', 'string', '#', true, false, null, [], ['a'], 1)
  const keyword = fc.constantFrom(
    ...'type properties required items anyOf oneOf allOf $ref $defs enum const'.split(' '),
    ...'format minLength additionalProperties a __proto__'.split(' '),
  )
  const schemaOf = fc.memo((depth): fc.Arbitrary<JsonObject> => fc.dictionary(keyword, valueOf(depth)))
  const valueOf = fc.memo((depth): fc.Arbitrary<JsonValue> =>
    depth <= 1 ? leaf : fc.oneof(leaf, schemaOf(depth - 1), fc.array(valueOf(depth - 1), { maxLength: 3 })),
  )

  test('never throws, changes only the copy, and leaves nothing that it can mend', () => {
    fc.assert(
      fc.property(schemaOf(5), (schema) => {
        const before = JSON.stringify(schema)
        const whole = mendAll(schema)
        expect(JSON.stringify(schema)).toBe(before)
        expect(strict(whole).filter(({ mends }) => mends.length > 0)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

test.each([
  ['person_2-b', undefined, 'person_2-b'],
  ['', 'empty', 'answer'],
  ['Über uns', 'characters', 'Uber_uns'],
  ['a.b/c', 'characters', 'a_b_c'],
  ['x'.repeat(65), 'long', 'x'.repeat(64)],
])('the name %j', (name, fault, mended) => {
  expect(checkSchemaName(name)).toBe(fault)
  expect(mendSchemaName(name)).toBe(mended)
  expect(checkSchemaName(mendSchemaName(name))).toBeUndefined()
})
