import { checkSchema, type SchemaFinding, type SchemaMend, type SchemaPath } from './checkSchema'
import { isObject } from './isObject'
import type { JsonObject, JsonValue } from './wire'

/** The schema with one finding taken care of; the rest of it is as it was. */
export function mendSchema(schema: JsonObject, finding: SchemaFinding, mend: SchemaMend): JsonObject {
  const mended = change(schema, finding.path, (node) => (isSchema(node) ? repair(node, finding, mend) : node))
  return isSchema(mended) ? mended : schema
}

/** The schema with everything mended that can be. */
export function mendAll(schema: JsonObject): JsonObject {
  let mended = schema
  // One mend may bring another to light: what `oneOf` becomes is only then looked at. Each pass mends all it sees.
  for (let pass = 0; pass < 5; pass++) {
    const before = mended
    for (const finding of checkSchema(before, { strict: true }))
      if (finding.mends[0]) mended = mendSchema(mended, finding, finding.mends[0])
    if (mended === before) break
  }
  return mended
}

function repair(node: JsonObject, { code, names }: SchemaFinding, mend: SchemaMend): JsonObject {
  const required = isList(node['required']) ? node['required'] : []
  const named = new Set(names)
  switch (mend) {
    case 'make-object':
      return { type: 'object', ...without(node, ['type']) }
    case 'close':
      return { ...node, additionalProperties: false }
    case 'require':
      return { ...node, required: inOrder(node, [...required, ...names]) }
    case 'require-or-null':
      return {
        ...node,
        properties: mapProperties(node, (name, child) => (named.has(name) ? orNull(child) : child)),
        required: inOrder(node, [...required, ...names]),
      }
    case 'forget-required':
      return { ...node, required: required.filter((name) => !(typeof name === 'string' && named.has(name))) }
    case 'drop-keyword':
      return without(node, code === 'format' ? ['format'] : names)
    case 'use-any-of':
      return renamed(node, 'oneOf', 'anyOf')
  }
}

/** The required names in the order of the properties, each once. */
function inOrder({ properties }: JsonObject, names: JsonValue[]): JsonValue[] {
  const order = isSchema(properties) ? Object.keys(properties) : []
  const wanted = new Set(names)
  const known = new Set<JsonValue>(order)
  return [...order.filter((name) => wanted.has(name)), ...[...wanted].filter((name) => !known.has(name))]
}

const mapProperties = ({ properties }: JsonObject, to: (name: string, child: JsonValue) => JsonValue) =>
  Object.fromEntries(
    Object.entries(isSchema(properties) ? properties : {}).map(([name, child]) => [name, to(name, child)]),
  )

/** What was optional may be null instead, as the API's guide advises. */
function orNull(schema: JsonValue): JsonValue {
  if (!isSchema(schema)) return schema
  const { type, enum: values, anyOf } = schema
  if (isList(type)) return { ...schema, ...(!type.includes('null') && { type: [...type, 'null'] }) }
  const nullable = { type: 'null' }
  if (isList(anyOf)) {
    const already = anyOf.some((one) => isSchema(one) && one['type'] === 'null')
    return already ? schema : { ...schema, anyOf: [...anyOf, nullable] }
  }
  const simple = typeof type === 'string' && type !== 'object' && type !== 'array'
  if (!simple || schema['const'] !== undefined) return { anyOf: [schema, nullable] }
  if (type === 'null') return schema
  return {
    ...schema,
    type: [type, 'null'],
    ...(isList(values) && !values.includes(null) && { enum: [...values, null] }),
  }
}

/** A copy with one place changed. */
function change(value: JsonValue, path: SchemaPath, to: (value: JsonValue) => JsonValue): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return to(value)
  if (isList(value)) return value.map((item, at) => (at === step ? change(item, rest, to) : item))
  if (!isSchema(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, name === step ? change(child, rest, to) : child]),
  )
}

const without = (node: JsonObject, names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(node).filter(([name]) => !names.includes(name)))
const renamed = (node: JsonObject, from: string, to: string): JsonObject =>
  Object.fromEntries(Object.entries(node).map(([name, child]) => [name === from ? to : name, child]))

const isSchema = (value: JsonValue | undefined): value is JsonObject => isObject(value)
const isList = (value: JsonValue | undefined): value is JsonValue[] => Array.isArray(value)
