import type { JsonObject, JsonValue } from './wire'

/**
 * A schema that this value fits, as strict as one example allows. Objects are closed, and what stands in every one
 * of a list's objects is required. Of an empty list nothing is known: its items are called strings.
 */
export function inferSchema(example: JsonValue): JsonObject {
  return toSchema(shapeOf(example))
}

/** What a few values have in common. */
interface Shape {
  /** In the order in which they were seen. */
  scalars: Set<'null' | 'boolean' | 'integer' | 'number' | 'string'>
  object: { count: number; properties: Map<string, { count: number; shape: Shape }> } | undefined
  items: Shape | undefined
}

const nothing = (): Shape => ({ scalars: new Set(), object: undefined, items: undefined })

function shapeOf(value: JsonValue): Shape {
  const shape = nothing()
  add(shape, value)
  return shape
}

function add(shape: Shape, value: JsonValue): void {
  if (value === null) shape.scalars.add('null')
  else if (typeof value === 'boolean') shape.scalars.add('boolean')
  else if (typeof value === 'string') shape.scalars.add('string')
  else if (typeof value === 'number') shape.scalars.add(Number.isInteger(value) ? 'integer' : 'number')
  else if (Array.isArray(value)) {
    shape.items ??= nothing()
    for (const item of value) add(shape.items, item)
  } else addObject(shape, value)
}

function addObject(shape: Shape, value: JsonObject): void {
  shape.object ??= { count: 0, properties: new Map() }
  shape.object.count += 1
  for (const [name, child] of Object.entries(value)) {
    let property = shape.object.properties.get(name)
    if (!property) shape.object.properties.set(name, (property = { count: 0, shape: nothing() }))
    property.count += 1
    add(property.shape, child)
  }
}

function toSchema({ scalars, object, items }: Shape): JsonObject {
  const types: string[] = [...scalars].filter((type) => !(type === 'integer' && scalars.has('number')))
  // null reads best at the end of a list of types.
  const named = [...types.filter((type) => type !== 'null'), ...types.filter((type) => type === 'null')]
  const choices: JsonObject[] = [
    ...(object ? [objectSchema(object)] : []),
    ...(items ? [{ type: 'array', items: toSchema(items) }] : []),
    ...(named.length > 0 ? [{ type: named.length > 1 ? named : named[0]! }] : []),
  ]
  if (choices.length > 1) return { anyOf: choices }
  return choices[0] ?? { type: 'string' }
}

function objectSchema({ count, properties }: NonNullable<Shape['object']>): JsonObject {
  const all = [...properties]
  return {
    type: 'object',
    // `fromEntries` defines its keys, so that "__proto__" is a property like any other.
    properties: Object.fromEntries(all.map(([name, { shape }]) => [name, toSchema(shape)])),
    required: all.filter(([, property]) => property.count === count).map(([name]) => name),
    additionalProperties: false,
  }
}
