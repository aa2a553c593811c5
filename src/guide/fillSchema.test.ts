import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../protocol/wire'
import { fillSchema } from './fillSchema'
import { readSchema } from './readSchema'

const fill = (schema: JsonValue, text: string) =>
  fillSchema([{ role: 'user', text }], readSchema(schema, 'test'))

const nullable = (type: string) => ({ type: [type, 'null'] })
const object = (properties: JsonObject): JsonObject => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})
const person = object({ name: { type: 'string' }, age: nullable('integer'), city: { type: 'string' } })
const john = 'Extract the person from: "John Smith is 35 years old and lives in Seattle."'

describe('properties are read by their names', () => {
  test.each<[string, JsonObject, string, JsonValue]>([
    ['all there', person, john, { name: 'John Smith', age: 35, city: 'Seattle' }],
    ['no age, no city', person, 'Extract: "Ann is a pilot."', { name: 'Ann', age: null, city: '' }],
    ['a number as text', object({ age: { type: 'string' } }), john, { age: '35' }],
    [
      'a list',
      object({ emails: { type: 'array', items: { type: 'string' } } }),
      'Find: "a@b.org or c@d.org"',
      {
        emails: ['a@b.org', 'c@d.org'],
      },
    ],
    [
      'a list of people',
      object({ people: { type: 'array', items: person } }),
      'Extract: "John is 35 and lives in Seattle, while Mary is 28 and lives in Boston."',
      {
        people: [
          { name: 'John', age: 35, city: 'Seattle' },
          { name: 'Mary', age: 28, city: 'Boston' },
        ],
      },
    ],
    [
      'one inside another',
      object({ person }),
      john,
      { person: { name: 'John Smith', age: 35, city: 'Seattle' } },
    ],
    [
      'a word of an enum',
      object({ mood: { enum: ['glad', 'very sad', null] } }),
      'Classify: "Tom was very sad today."',
      { mood: 'very sad' },
    ],
    [
      'a flag that nobody can know',
      object({ member: { type: ['boolean', 'null'] } }),
      john,
      { member: null },
    ],
    [
      'a property that is not required',
      { type: 'object', properties: { vip: { type: 'boolean' } } },
      john,
      {},
    ],
  ])('%s', (_, schema, text, value) => {
    expect(fill(schema, text)).toEqual(value)
  })
})

test.each<[string, JsonObject]>([
  ['a flag that must be there', object({ member: { type: 'boolean' } })],
  ['a number that is not', object({ price: { type: 'number' } })],
  ['a text that may not be empty', object({ email: { type: 'string', minLength: 1 } })],
  ['an age out of bounds', object({ age: { type: 'integer', maximum: 10 } })],
])('nothing is made up: %s', (_, schema) => {
  expect(() => fill(schema, john)).toThrow(expect.objectContaining({ status: 400, param: 'response_format' }))
})
