import { expect, test } from 'vitest'
import { checkSchema } from '../protocol/checkSchema'
import { checkSchemaName } from '../protocol/strictSchema'
import { readFormat, toFormat } from './jsonSchemaFormat'
import { schemaTemplates, templateNames } from './schemaTemplates'

test('every template is offered, and strict mode has nothing against it', () => {
  expect(templateNames.toSorted()).toEqual(Object.keys(schemaTemplates).toSorted())
  for (const { name, schema } of Object.values(schemaTemplates)) {
    expect(checkSchemaName(name)).toBeUndefined()
    expect(checkSchema(schema, { strict: true })).toEqual([])
  }
})

test('a format is read as it was written, and keeps what is not known', () => {
  const format = { ...schemaTemplates.person, description: 'Who?', examples: [1] }
  expect(readFormat(JSON.parse(JSON.stringify(toFormat(format))))).toEqual(format)
  expect(toFormat({ name: 'a', description: '', strict: undefined })).toEqual({
    type: 'json_schema',
    json_schema: { name: 'a' },
  })
})

test.each([
  undefined,
  { type: 'text' },
  { type: 'json_schema' },
  { type: 'json_schema', json_schema: { name: 5, schema: 'x' } },
])('a format of another shape: %j', (format) => {
  const named = format?.type === 'json_schema' ? { name: '' } : undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- imports and links may hold anything
  expect(readFormat(format as never)).toEqual(named)
})
