import { Validator } from '@cfworker/json-schema'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSchema } from './checkSchema'
import { inferSchema } from './inferSchema'
import { mendAll } from './mendSchema'
import type { JsonValue } from './wire'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what JSON.parse gives is a JSON value
const parse = (text: string) => JSON.parse(text) as JsonValue
const example = fc.json({ maxDepth: 5 }).map(parse)
const valid = (schema: object, value: unknown) => new Validator(schema, '2020-12').validate(value).valid

test('an example always fits the schema that was inferred from it', () => {
  fc.assert(
    fc.property(example, (value) => {
      expect(valid(inferSchema(value), value)).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('of an object, only what strict mode wants of optional properties is left to mend', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), example), (value) => {
      const schema = inferSchema(value)
      const codes = checkSchema(schema, { strict: true }).map(({ code }) => code)
      expect(codes.filter((code) => code !== 'not-required')).toEqual([])
      expect(checkSchema(mendAll(schema), { strict: true })).toEqual([])
    }),
  )
})

test.each<[JsonValue, object]>([
  [1, { type: 'integer' }],
  [[1, 2.5], { type: 'array', items: { type: 'number' } }],
  [['a', null], { type: 'array', items: { type: ['string', 'null'] } }],
  [[], { type: 'array', items: { type: 'string' } }],
  [[{}, null], { type: 'array', items: { anyOf: [expect.anything(), { type: 'null' }] } }],
  [
    [{ a: 1, b: 'x' }, { a: 2 }],
    {
      type: 'array',
      items: {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'string' } },
        required: ['a'],
        additionalProperties: false,
      },
    },
  ],
])('of %j', (value, schema) => {
  expect(inferSchema(value)).toEqual(schema)
})

test('a property called __proto__ is a property', () => {
  const value = parse('{"__proto__": {"a": 1}}')
  expect(JSON.stringify(inferSchema(value))).toContain('"__proto__":{"type":"object"')
})
