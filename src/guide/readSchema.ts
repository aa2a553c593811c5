import { invalid } from './apiError'
import type { JsonValue } from '../protocol/wire'
import { numbersOf } from './numbers'
import { known } from './readFields'
import { anything, measure, type Heights, type NumberShape, type Shape, type Thunk } from './shape'

/** A schema that the built-in models can follow. */
export interface Schema {
  root: Shape
  heights: Heights
}

const notes = new Set(
  '$schema $id $comment $defs definitions title description default examples deprecated readOnly writeOnly'.split(
    ' ',
  ),
)
const ofType: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties'],
  array: ['items', 'minItems', 'maxItems'],
  string: ['minLength', 'maxLength'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
}
const keywords = new Set([...Object.values(ofType).flat(), 'type', 'enum', 'const', 'anyOf', '$ref'])
const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']

/** More than this is no longer modest, and would keep the page from answering. */
const most = 400

/** Reads a JSON schema, or throws the error that names what in it cannot be followed. */
export function readSchema(schema: unknown, name: string): Schema {
  const shapes: Shape[] = []
  const references = new Map<string, { shape?: Shape }>()
  const refuse = (path: string, what: string) => {
    const message = `Invalid schema for response_format '${name}': in ${path}, ${what}`
    return invalid(message, 'response_format')
  }

  const compile = (part: unknown, path: string): Shape => {
    if (shapes.length > most) throw refuse(path, 'there are more parts than the built-in models follow.')
    const shape = shapeOf(part, path)
    shapes.push(shape)
    return shape
  }
  const lazily = (part: unknown, path: string): Thunk => {
    const shape = known(part) && '$ref' in part ? undefined : compile(part, path)
    return shape ? () => shape : referred(part, path)
  }

  function shapeOf(part: unknown, path: string): Shape {
    if (part === true) return anything()
    if (!known(part)) throw refuse(path, 'a schema has to be an object.')
    for (const keyword of Object.keys(part)) {
      if (!notes.has(keyword) && !keywords.has(keyword)) {
        throw refuse(path, `'${keyword}' is not supported with the built-in models.`)
      }
    }
    if ('$ref' in part) {
      const thunk = referred(part, path)
      return { kind: 'either', shapes: [thunk] }
    }
    const alone = ['enum', 'const', 'anyOf'].find((keyword) => keyword in part)
    if (!alone) return typed(part, path)
    const extra = Object.keys(part).find(
      (keyword) => !notes.has(keyword) && keyword !== alone && (keyword !== 'type' || alone === 'anyOf'),
    )
    if (extra) throw refuse(path, `'${extra}' beside '${alone}' is not supported with the built-in models.`)
    if (alone === 'anyOf') {
      if (!Array.isArray(part.anyOf) || part.anyOf.length === 0)
        throw refuse(path, "'anyOf' has to be a list.")
      const shapes = part.anyOf.map((option, index) => lazily(option, `${path}.anyOf[${index}]`))
      return { kind: 'either', shapes }
    }
    const values: unknown[] = alone === 'const' ? [part.const] : Array.isArray(part.enum) ? part.enum : []
    const allowed = typesOf(part, path)
    const fitting = values.filter(
      (value): value is JsonValue => !allowed || allowed.some((type) => isOf(value, type)),
    )
    if (fitting.length === 0) throw refuse(path, `'${alone}' allows no value.`)
    return { kind: 'choice', values: fitting }
  }

  function typesOf(part: Record<string, unknown>, path: string): string[] | undefined {
    if (part.type === undefined) return undefined
    const named: unknown[] = Array.isArray(part.type) ? part.type : [part.type]
    const found = types.filter((type) => named.includes(type))
    if (found.length === 0 || found.length < named.length) {
      throw refuse(path, `'type' has to be one or several of ${types.join(', ')}.`)
    }
    return found
  }

  function typed(part: Record<string, unknown>, path: string): Shape {
    const guessed = Object.keys(ofType).filter((type) => ofType[type]!.some((keyword) => keyword in part))
    const named = typesOf(part, path) ?? guessed.slice(0, 1)
    const found = named.map((type) => shapeOfType(part, type, path))
    if (found.length === 0) return { kind: 'any' }
    if (found.length === 1) return found[0]!
    shapes.push(...found)
    return { kind: 'either', shapes: found.map((shape) => () => shape) }
  }

  function shapeOfType(part: Record<string, unknown>, type: string, path: string): Shape {
    if (type === 'null') return { kind: 'choice', values: [null] }
    if (type === 'boolean') return { kind: 'choice', values: [true, false] }
    if (type === 'object') return objectOf(part, path)
    if (type === 'array') {
      const items = part.items === undefined ? anything : lazily(part.items, `${path}.items`)
      return { kind: 'array', items, ...range(part, 'minItems', 'maxItems', path) }
    }
    if (type === 'string') return { kind: 'string', ...range(part, 'minLength', 'maxLength', path) }
    return numberOf(part, type === 'integer', path)
  }

  function range(part: Record<string, unknown>, low: string, high: string, path: string) {
    const least = limit(part, low, path) ?? 0
    const most = limit(part, high, path) ?? Infinity
    if (least > most || least < 0) throw refuse(path, `'${low}' and '${high}' leave no room.`)
    return { least, most }
  }

  function limit(part: Record<string, unknown>, keyword: string, path: string): number | undefined {
    const value = part[keyword]
    if (value === undefined) return undefined
    if (typeof value !== 'number') throw refuse(path, `'${keyword}' has to be a number.`)
    return value
  }

  function numberOf(part: Record<string, unknown>, whole: boolean, path: string): Shape {
    const least = limit(part, 'minimum', path) ?? -Infinity
    const most = limit(part, 'maximum', path) ?? Infinity
    const over = limit(part, 'exclusiveMinimum', path) ?? -Infinity
    const under = limit(part, 'exclusiveMaximum', path) ?? Infinity
    const shape: NumberShape = {
      kind: 'number',
      whole,
      least: Math.max(least, over),
      most: Math.min(most, under),
      above: Number.isFinite(over) && over >= least,
      below: Number.isFinite(under) && under <= most,
      step: limit(part, 'multipleOf', path) ?? null,
    }
    if (shape.step !== null && shape.step <= 0) throw refuse(path, "'multipleOf' has to be above 0.")
    if (numbersOf(shape).length === 0) throw refuse(path, 'no number was found that would do.')
    return shape
  }

  function objectOf(part: Record<string, unknown>, path: string): Shape {
    const { properties = {}, required = [], additionalProperties: more = true } = part
    if (!known(properties)) throw refuse(path, "'properties' has to be an object.")
    if (!Array.isArray(required)) throw refuse(path, "'required' has to be a list.")
    const named = Object.entries(properties).map(([name, child]): [string, Thunk] => [
      name,
      lazily(child, `${path}.properties.${name}`),
    ])
    const others =
      more === false ? null : more === true ? anything : lazily(more, `${path}.additionalProperties`)
    return { kind: 'object', properties: new Map(named), required: new Set(required.map(String)), others }
  }

  /** A reference is read once, and may lead back to where it stands. */
  function referred(part: unknown, path: string): Thunk {
    let target = part
    const seen = new Set<string>()
    let pointer = ''
    while (known(target) && '$ref' in target) {
      const extra = Object.keys(target).find((keyword) => keyword !== '$ref' && !notes.has(keyword))
      if (extra) throw refuse(path, `'${extra}' beside '$ref' is not supported with the built-in models.`)
      pointer = String(target.$ref)
      if (seen.has(pointer)) throw refuse(path, `'$ref' leads nowhere: ${pointer}.`)
      seen.add(pointer)
      target = follow(schema, pointer)
    }
    if (target === undefined) throw refuse(path, `'$ref' is not found in the schema: ${pointer}.`)
    const hole = references.get(pointer) ?? {}
    if (!references.has(pointer)) {
      references.set(pointer, hole)
      hole.shape = compile(target, pointer)
    }
    return () => hole.shape!
  }

  const root = compile(schema, 'the schema')
  shapes.push(anything())
  const heights = measure(shapes)
  if (!Number.isFinite(heights.get(root) ?? Infinity)) {
    throw refuse('the schema', 'no value that ends would do.')
  }
  return { root, heights }
}

function follow(schema: unknown, pointer: string): unknown {
  if (pointer === '#') return schema
  if (!pointer.startsWith('#/')) return undefined
  const keys = pointer
    .slice(2)
    .split('/')
    .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
  return keys.reduce<unknown>(
    (part, key) => (known(part) && Object.hasOwn(part, key) ? part[key] : undefined),
    schema,
  )
}

function isOf(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return known(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}
