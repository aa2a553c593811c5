import { isJsonObject, isObject } from '../protocol/isObject'
import type { JsonObject, Parameters } from '../protocol/wire'

/** What stands in `response_format.json_schema`. More may stand there than is known here. */
export interface JsonSchemaFormat {
  name: string
  description?: string | undefined
  strict?: boolean | null | undefined
  schema?: JsonObject | undefined
  [key: string]: unknown
}

type ResponseFormat = Parameters['response_format']

/** The schema in a response format, whatever else it is. */
export function readFormat(format: ResponseFormat): JsonSchemaFormat | undefined {
  if (format?.type !== 'json_schema') return undefined
  const held: unknown = format.json_schema
  if (!isObject(held)) return { name: '' }
  const { name, description, strict, schema, ...rest } = held
  return {
    ...rest,
    name: typeof name === 'string' ? name : '',
    ...(typeof description === 'string' && { description }),
    ...(typeof strict === 'boolean' && { strict }),
    ...(isJsonObject(schema) && { schema }),
  }
}

/** The response format that sends this. What is undefined is left out; `name` stands first, and `schema` last. */
export function toFormat({ name, description, strict, schema, ...rest }: JsonSchemaFormat) {
  return {
    type: 'json_schema',
    json_schema: {
      ...rest,
      name,
      ...(description && { description }),
      ...(typeof strict === 'boolean' && { strict }),
      ...(schema && { schema }),
    },
  }
}
