import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  double,
  integer,
  letrec,
  nat,
  oneof,
  option,
  property,
  record,
  uniqueArray,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import type { JsonObject, JsonValue } from '../protocol/wire'
import { babble } from './babble'
import type { Token } from './generation'
import { readRequest } from './readRequest'

const json_object = { type: 'json_object' }
const json_schema = (schema: unknown) => ({ type: 'json_schema', json_schema: { name: 'x', schema } })

function tell(response_format: object, given: string | null = null, fields: object = {}) {
  const messages = [{ role: 'user', content: 'A story about the sea as JSON.' }]
  if (given !== null) messages.push({ role: 'assistant', content: given })
  const request = readRequest({ model: 'babble', seed: 1, messages, response_format, ...fields }, 0)
  const tokens: Token[] = []
  for (const token of babble(request)[0]!) tokens.push(token)
  return { tokens, text: tokens.map(({ text }) => text).join('') }
}

const objectIn = (value: JsonValue | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
const listIn = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : [])

/** A checker of its own, for just the keywords that are followed; `root` is for references. */
function conforms(value: JsonValue, schema: JsonObject, root = schema): boolean {
  const { $ref, anyOf, enum: listed, type: named } = schema
  if (typeof $ref === 'string') {
    const path = $ref.split('/').slice(1)
    const target = path.reduce((part, key) => objectIn(part[key]), root)
    return conforms(value, target, root)
  }
  if (anyOf) return listIn(anyOf).some((option) => conforms(value, objectIn(option), root))
  const same = (item: JsonValue | undefined) => JSON.stringify(item) === JSON.stringify(value)
  if (listed) return listIn(listed).some(same)
  if ('const' in schema) return same(schema.const)
  const types = Array.isArray(named) ? named : named === undefined ? [] : [named]
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const typed = types.includes(type) || (types.includes('integer') && Number.isInteger(value))
  if (types.length > 0 && !typed) return false
  const within = (size: number, low: string, high: string) =>
    size >= Number(schema[low] ?? -Infinity) && size <= Number(schema[high] ?? Infinity)
  if (typeof value === 'string') return within(Array.from(value).length, 'minLength', 'maxLength')
  if (typeof value === 'number') {
    const step = Number(schema.multipleOf ?? 0)
    const steps = step === 0 ? 0 : value / step
    return (
      within(value, 'minimum', 'maximum') &&
      value > Number(schema.exclusiveMinimum ?? -Infinity) &&
      value < Number(schema.exclusiveMaximum ?? Infinity) &&
      Math.abs(steps - Math.round(steps)) < 1e-9
    )
  }
  if (Array.isArray(value)) {
    const items = objectIn(schema.items)
    return within(value.length, 'minItems', 'maxItems') && value.every((item) => conforms(item, items, root))
  }
  const given = objectIn(value)
  const properties = objectIn(schema.properties)
  if (listIn(schema.required).some((name) => typeof name === 'string' && !Object.hasOwn(given, name)))
    return false
  return Object.entries(given).every(([name, child]) =>
    Object.hasOwn(properties, name)
      ? conforms(child, objectIn(properties[name]), root)
      : schema.additionalProperties !== false,
  )
}

const range = (low: string, high: string, most: number) =>
  record({ least: option(nat(most)), more: option(nat(most)) }).map(({ least, more }) => ({
    ...(least !== null && { [low]: least }),
    ...(more !== null && { [high]: (least ?? 0) + more }),
  }))

const { schema: schemas } = letrec<{ schema: JsonObject }>((tie) => ({
  schema: oneof(
    { maxDepth: 3, withCrossShrink: true },
    range('minLength', 'maxLength', 40).map((bounds) => ({ type: 'string', ...bounds })),
    range('minimum', 'maximum', 3000).map((bounds) => ({ type: 'integer', ...bounds })),
    range('exclusiveMinimum', 'maximum', 5).map((bounds) => ({ type: 'number', ...bounds, maximum: 9 })),
    constantFrom<JsonObject>(
      { type: 'boolean' },
      { type: 'null' },
      { type: ['string', 'null'] },
      { type: 'integer', multipleOf: 5, minimum: -12 },
      { type: 'number', multipleOf: 0.25, maximum: -3 },
      { enum: ['red', 'green', 'green "sea"', 7, 70, null] },
      { const: 'always' },
      { type: 'string', enum: ['a', 'ab', 'b'] },
    ),
    record({ items: tie('schema'), bounds: range('minItems', 'maxItems', 2) }).map(
      ({ items, bounds }): JsonObject => ({ type: 'array', items, ...bounds }),
    ),
    record({
      names: uniqueArray(constantFrom('title', 'a', 'ab', 'with "quotes"', 'ünï', ''), { maxLength: 3 }),
      children: array(tie('schema'), { minLength: 3, maxLength: 3 }),
      needed: array(boolean(), { minLength: 3, maxLength: 3 }),
      more: constantFrom<JsonObject>({}, { additionalProperties: false }),
    }).map(({ names, children, needed, more }): JsonObject => ({
      type: 'object',
      properties: Object.fromEntries(names.map((name, index) => [name, children[index]!])),
      required: names.filter((_, index) => needed[index]),
      ...more,
    })),
    array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf): JsonObject => ({ anyOf })),
  ),
}))

const settings = record({
  seed: integer(),
  temperature: oneof(constant(0), double({ min: 0.1, max: 2, noNaN: true })),
})

const tree = {
  type: 'object',
  properties: {
    root: { $ref: '#/$defs/node' },
    also: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] },
  },
  required: ['root', 'also'],
  additionalProperties: false,
  $defs: {
    node: {
      type: 'object',
      properties: {
        name: { type: 'string', maxLength: 12 },
        children: { type: 'array', items: { $ref: '#/$defs/node' }, maxItems: 2 },
      },
      required: ['name', 'children'],
      additionalProperties: false,
    },
  },
} satisfies JsonObject

describe('a schema is followed', () => {
  test('by every value, whatever the schema, seed and temperature', () => {
    assert(
      property(schemas, settings, (schema, fields) => {
        const value: JsonValue = JSON.parse(tell(json_schema(schema), null, fields).text)
        if (!conforms(value, schema)) expect({ value }).toEqual({ schema })
      }),
      { numRuns: times(40), seed: 1 },
    )
  })

  test('and by what is given and what comes after it together, wherever that was cut', () => {
    assert(
      property(schemas, settings, nat(), (schema, fields, place) => {
        const { text } = tell(json_schema(schema), null, { ...fields, seed: 5 })
        const given = text.slice(0, place % (text.length + 1))
        const both = given + tell(json_schema(schema), given, fields).text
        const value: JsonValue = JSON.parse(both)
        if (!conforms(value, schema)) expect({ given, value }).toEqual({ schema })
      }),
      { numRuns: times(60), seed: 2 },
    )
  })

  test('also where it refers to itself', () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const { text } = tell(json_schema(tree), null, { seed })
      expect(conforms(JSON.parse(text), tree)).toBe(true)
      const given = text.slice(0, 15 * seed)
      expect(conforms(JSON.parse(given + tell(json_schema(tree), given, { seed: 9 }).text), tree)).toBe(true)
    }
  })

  test('with every choice of an enum in reach, and the same seed giving the same', () => {
    const colours = ['red', 'green', 'blue']
    const schema = { type: 'object', properties: { colour: { enum: colours } }, required: ['colour'] }
    const seen = Array.from({ length: 30 }, (_, seed) => tell(json_schema(schema), null, { seed }).text)
    for (const colour of colours) expect(seen.join('\n')).toContain(`"colour": "${colour}"`)
    expect(tell(json_schema(schema), null, { seed: 3 }).text).toBe(seen[3])
    const cold = [0, 1, 2, 3].map((seed) => tell(json_schema(schema), null, { seed, temperature: 0 }).text)
    expect(new Set(cold).size).toBe(1)
  })
})

describe('a schema that cannot be followed is refused', () => {
  test.each<[string, JsonValue, RegExp]>([
    ['a pattern', { type: 'string', pattern: '^a' }, /'pattern' is not supported/],
    [
      'a keyword far inside',
      { type: 'object', properties: { when: { type: 'string', format: 'date' } } },
      /the schema\.properties\.when, 'format'/,
    ],
    [
      'no end',
      { $ref: '#/$defs/a', $defs: { a: { type: 'array', minItems: 1, items: { $ref: '#/$defs/a' } } } },
      /ends/,
    ],
    ['a circle', { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/a' } } }, /nowhere/],
    ['a reference elsewhere', { $ref: 'https://example.org/schema' }, /not found/],
    ['bounds that cross', { type: 'string', minLength: 3, maxLength: 2 }, /no room/],
    ['no such number', { type: 'integer', minimum: 1, maximum: 4, multipleOf: 10 }, /no number/],
    ['an unknown type', { type: 'date' }, /'type'/],
    ['an empty enum', { enum: [] }, /no value/],
    [
      'a required name that may not be',
      { type: 'object', required: ['a'], additionalProperties: false },
      /ends/,
    ],
    ['no object', 'string', /object/],
  ])('%s', (_, schema, message) => {
    expect(() => tell(json_schema(schema))).toThrow(
      expect.objectContaining({
        status: 400,
        param: 'response_format',
        message: expect.stringMatching(message),
      }),
    )
  })
})

describe('JSON mode goes on from a beginning', () => {
  test('of its own, wherever it was cut', () => {
    assert(
      property(integer({ min: 0, max: 9 }), nat(), settings, (seed, place, fields) => {
        const { text } = tell(json_object, null, { seed })
        const given = text.slice(0, place % (text.length + 1))
        const story: { title: string; sentences: string[] } = JSON.parse(
          given + tell(json_object, given, fields).text,
        )
        expect(Object.keys(story)).toEqual(['title', 'sentences'])
        expect(story.sentences.length).toBeGreaterThan(0)
        for (const sentence of story.sentences) expect(sentence).toMatch(/^\S.*$/)
      }),
      { numRuns: times(25), seed: 3 },
    )
  })

  const other =
    '{"name": "Jo \\"the\\u00e9\\\\", "n": -1.5e+3, "list": [1, [], {"a": null}, true, ""], "x": {"y": "z"}}'
  test.each(Array.from({ length: other.length + 1 }, (_, length) => other.slice(0, length)))(
    '%s',
    (given) => {
      expect(JSON.parse(given + tell(json_object, given).text)).toBeTypeOf('object')
    },
  )

  test('and leaves alone what is whole', () => {
    expect(tell(json_object, other).text).toBe('')
    expect(tell(json_object, `${other}\n`).text).toBe('')
  })

  test.each([
    'Once',
    '```json\n{',
    '[1',
    '{"a": 01',
    '{"a": 1,}',
    '{a',
    '{"a" 1',
    '{"a": "\\x',
    '{} {',
    '{"a": tru3',
    '{"a": "b\nc',
  ])('but not from %j', (given) => {
    expect(() => tell(json_object, given)).toThrow(
      expect.objectContaining({ status: 400, param: 'messages' }),
    )
  })

  test('deep nesting is read, or refused, in a moment', () => {
    const given = '{"a": '.repeat(40)
    expect(JSON.parse(given + tell(json_object, given).text)).toBeTypeOf('object')
    expect(() => tell(json_object, '{"a": '.repeat(9000))).toThrow(expect.objectContaining({ status: 400 }))
  })

  test('tokens of JSON are its text, with probabilities where a choice was made', () => {
    const schema = {
      type: 'object',
      properties: { on: { type: 'boolean' }, n: { enum: [1, 2, 3, 4] } },
      required: ['on', 'n'],
    }
    const { tokens } = tell(json_schema(schema), null, { logprobs: true, top_logprobs: 5 })
    for (const { text, logprob } of tokens) expect(logprob?.token).toBe(text)
    const chances = tokens.map(({ logprob }) => Math.exp(logprob?.logprob ?? 0))
    expect(chances.filter((chance) => Math.abs(chance - 0.5) < 1e-9)).toHaveLength(1)
    expect(chances.filter((chance) => Math.abs(chance - 0.25) < 1e-9)).toHaveLength(1)
  })
})
