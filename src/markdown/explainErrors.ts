import type { OutputUnit, Schema } from '@cfworker/json-schema'
import type { JsonValue } from '../ui/parseJson'
import type { JsonPath } from './JsonEvent'
import { type Problem, bounds, typeOf } from './violation'

/** What to know of a schema to say more of an error than where it is. */
export interface Explained {
  path: JsonPath
  problem: Problem
}

type Follow = (schema: Schema) => Schema | boolean | undefined

/** Keywords whose error only says that there is another one, which follows it. */
const wrappers = new Set([
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'items',
  'prefixItems',
  'additionalItems',
  'unevaluatedItems',
  '$ref',
  '$recursiveRef',
  'allOf',
  'if',
  'dependentSchemas',
  'propertyNames',
])

/**
 * The error that says most, as a problem with the place where it is. `value` is what was validated against `schema`,
 * and `follow` leads from a schema with a `$ref` to the one that is meant.
 */
export function explainErrors(
  errors: readonly OutputUnit[],
  value: JsonValue,
  schema: Schema | boolean,
  follow: Follow,
): Explained | undefined {
  const error = deciding(errors)
  if (!error) return undefined
  const { path, at } = walk(value, error.instanceLocation)
  return { path, problem: problemOf(error, path, at, keywordAt(schema, error.keywordLocation, follow)) }
}

function deciding(errors: readonly OutputUnit[]): OutputUnit | undefined {
  const at = errors.findIndex(({ keyword }, index) => !wrappers.has(keyword) || index === errors.length - 1)
  const error = errors[at]
  if (error?.keyword !== 'anyOf' && error?.keyword !== 'oneOf') return error
  return nearest(error, errors.slice(at + 1)) ?? error
}

/** Of several alternatives, what is wrong with the one that was meant: that which came furthest. */
function nearest(error: OutputUnit, errors: readonly OutputUnit[]): OutputUnit | undefined {
  const branches = new Map<string, OutputUnit[]>()
  for (const one of errors) {
    if (!one.keywordLocation.startsWith(`${error.keywordLocation}/`)) break
    const [branch = ''] = one.keywordLocation.slice(error.keywordLocation.length + 1).split('/')
    const known = branches.get(branch)
    if (known) known.push(one)
    else branches.set(branch, [one])
  }
  const meant = [...branches.values()]
    .map((branch) => deciding(branch)!)
    .filter(
      ({ keyword, instanceLocation }) => keyword !== 'type' || instanceLocation !== error.instanceLocation,
    )
    .toSorted((a, b) => b.instanceLocation.length - a.instanceLocation.length)
  return meant[0]
}

function problemOf(
  { keyword, error, instanceLocation }: OutputUnit,
  path: JsonPath,
  value: JsonValue | undefined,
  argument: unknown,
): Problem {
  const bound = bounds.find((one) => one === keyword)
  if (keyword === 'type' && value !== undefined)
    return { keyword: 'type', expected: [argument].flat().map(String), found: typeOf(value) }
  if (keyword === 'required') return { keyword, name: missingName(argument, value) ?? error }
  if (keyword === 'false')
    return { keyword: 'additionalProperties', name: String(path.at(-1) ?? instanceLocation) }
  if (keyword === 'enum' && Array.isArray(argument)) return { keyword, allowed: argument.map(written) }
  if (keyword === 'const') return { keyword: 'enum', allowed: [written(argument)] }
  if (keyword === 'anyOf' || keyword === 'oneOf') return { keyword: 'anyOf' }
  if (bound && (typeof argument === 'number' || typeof argument === 'string'))
    return { keyword: 'bound', bound, limit: String(argument) }
  return { keyword: 'other', name: keyword, message: error }
}

function missingName(required: unknown, value: JsonValue | undefined): string | undefined {
  if (!Array.isArray(required) || typeof value !== 'object' || value === null) return undefined
  return required.map(String).find((name) => !Object.hasOwn(value, name))
}

/** From `#/a/0` to the value there, and the way as names and numbers. */
function walk(value: JsonValue, location: string): { path: JsonPath; at: JsonValue | undefined } {
  const path: (string | number)[] = []
  let at: JsonValue | undefined = value
  for (const name of steps(location)) {
    path.push(Array.isArray(at) ? Number(name) : name)
    if (Array.isArray(at)) at = at[Number(name)]
    else at = typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? at[name] : undefined
  }
  return { path, at }
}

/** What stands under the keyword that an error names, followed through references. */
function keywordAt(schema: Schema | boolean, location: string, follow: Follow): unknown {
  let at: unknown = schema
  for (const name of steps(location)) {
    if (!isSchema(at)) return undefined
    at = name === '$ref' ? follow(at) : at[name]
  }
  return at
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null
const written = (value: unknown) => JSON.stringify(value)

function steps(location: string): string[] {
  const [, ...names] = location.split('/')
  return names.map((name) => decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'))
}
