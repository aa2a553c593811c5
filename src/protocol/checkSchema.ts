import { isObject } from './isObject'
import { strictFormats, strictKeywords, strictLimits, strictTypes } from './strictSchema'
import type { JsonObject, JsonValue } from './wire'

/** Where something stands in a schema: the names and numbers that lead there from its root. */
export type SchemaPath = readonly (string | number)[]

/** What can be done about a finding without asking anybody (`mendSchema`). */
export type SchemaMend =
  | 'make-object'
  | 'close'
  | 'require'
  | 'require-or-null'
  | 'forget-required'
  | 'drop-keyword'
  | 'use-any-of'

export interface SchemaFinding {
  code:
    | 'root-any-of'
    | 'root-not-object'
    | 'open-object'
    | 'not-required'
    | 'required-unknown'
    | 'keyword'
    | 'format'
    | 'type-unknown'
    | 'type-missing'
    | 'items-missing'
    | 'malformed'
    | 'ref-unknown'
    | 'too-deep'
    | 'too-many-properties'
    | 'too-many-values'
    | 'values-too-long'
    | 'text-too-long'
  path: SchemaPath
  /** The keyword, or the properties, that it is about. */
  names: string[]
  /** How many there are, where there may only be so many. */
  count?: number
  /** The likeliest one first. */
  mends: SchemaMend[]
}

interface Options {
  /** Whether the schema is to be kept to the letter, which only a subset of JSON Schema can be. */
  strict: boolean
}

/**
 * What the API will not take in a schema, in the order of the text. Without `strict` it is only what cannot mean
 * anything; with it also what the API documents of strict mode.
 * Source: https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function checkSchema(schema: JsonObject, { strict }: Options): SchemaFinding[] {
  const findings: SchemaFinding[] = []
  const sums = { properties: 0, values: 0, letters: 0, depth: 0 }

  const found = (code: SchemaFinding['code'], path: SchemaPath, rest: Partial<SchemaFinding> = {}) =>
    findings.push({ code, path, names: [], mends: [], ...rest })

  const visit = (node: JsonValue | undefined, path: SchemaPath, depth: number) => {
    // true and false are schemas too, though not in strict mode.
    if (typeof node === 'boolean' && !strict) return
    if (!isSchema(node)) return found('malformed', path, { names: [String(path.at(-1))] })
    const typesOf = isList(node['type']) ? node['type'] : node['type'] === undefined ? [] : [node['type']]
    const isRoot = path.length === 0
    const describesObject = typesOf.includes('object') || isSchema(node['properties'])
    const level = describesObject ? depth + 1 : depth
    sums.depth = Math.max(sums.depth, level)

    if (isRoot && strict) checkRoot(node, found)
    for (const type of typesOf)
      if (typeof type !== 'string' || !strictTypes.has(type))
        found('type-unknown', path, { names: [show(type)] })
    if (strict && !isRoot && !knownByType(node))
      found('type-missing', path, { mends: describesObject ? ['make-object'] : [] })
    if (strict && typesOf.includes('array') && node['items'] === undefined) found('items-missing', path)
    checkReference(node, path)
    checkValues(node, path)
    if (describesObject) checkObject(node, path)

    for (const [keyword, value] of Object.entries(node)) {
      const at = [...path, keyword]
      if (strict && !strictKeywords.has(keyword)) {
        const mends: SchemaMend[] =
          keyword === 'oneOf' && node['anyOf'] === undefined ? ['use-any-of'] : ['drop-keyword']
        found('keyword', path, { names: [keyword], mends })
      }
      if (keyword === 'format' && strict && !(typeof value === 'string' && strictFormats.has(value)))
        found('format', path, { names: [show(value)], mends: ['drop-keyword'] })
      if (maps.has(keyword)) {
        if (!isSchema(value)) found('malformed', at, { names: [keyword] })
        else
          for (const [name, child] of Object.entries(value)) {
            sums.letters += name.length
            if (keyword === 'properties') sums.properties += 1
            visit(child, [...at, name], level)
          }
      } else if (lists.has(keyword)) {
        if (!isList(value) || value.length === 0) found('malformed', at, { names: [keyword] })
        else value.forEach((child, index) => visit(child, [...at, index], level))
      } else if (
        singles.has(keyword) &&
        !(keyword === 'additionalProperties' && typeof value === 'boolean')
      ) {
        // A list of items is what drafts before 2020-12 called `prefixItems`.
        if (keyword === 'items' && isList(value))
          value.forEach((child, index) => visit(child, [...at, index], level))
        else visit(value, at, level)
      }
    }
  }

  const checkObject = (node: JsonObject, path: SchemaPath) => {
    const { properties, required } = node
    const names = isSchema(properties) ? Object.keys(properties) : []
    const listed = isList(required) ? required.filter((name) => typeof name === 'string') : []
    if (required !== undefined && (!isList(required) || listed.length < required.length))
      found('malformed', [...path, 'required'], { names: ['required'] })
    if (!strict) return
    if (node['additionalProperties'] !== false) found('open-object', path, { mends: ['close'] })
    const isListed = new Set(listed)
    const missing = names.filter((name) => !isListed.has(name))
    // Where some are required, the others were meant to be optional; where none is, it was forgotten.
    const mends: SchemaMend[] =
      listed.length > 0 ? ['require-or-null', 'require'] : ['require', 'require-or-null']
    if (missing.length > 0) found('not-required', path, { names: missing, mends })
    const isName = new Set(names)
    const unknown = listed.filter((name) => !isName.has(name))
    if (unknown.length > 0) found('required-unknown', path, { names: unknown, mends: ['forget-required'] })
  }

  const checkReference = ({ $ref }: JsonObject, path: SchemaPath) => {
    if ($ref === undefined) return
    if (typeof $ref !== 'string' || (strict || $ref.startsWith('#') ? !resolve(schema, $ref) : false))
      found('ref-unknown', path, { names: [show($ref)] })
  }

  const checkValues = (node: JsonObject, path: SchemaPath) => {
    const { enum: values } = node
    if (values !== undefined && (!isList(values) || values.length === 0))
      found('malformed', [...path, 'enum'], { names: ['enum'] })
    const list = isList(values) ? values : []
    const letters = lettersOf(list)
    sums.values += list.length
    sums.letters += letters + lettersOf(node['const'] === undefined ? [] : [node['const']])
    if (strict && list.length > strictLimits.longEnum && letters > strictLimits.enumLetters)
      found('values-too-long', path, { count: letters })
  }

  visit(schema, [], 0)
  if (strict) {
    if (sums.depth > strictLimits.depth) found('too-deep', [], { count: sums.depth })
    if (sums.properties > strictLimits.properties)
      found('too-many-properties', [], { count: sums.properties })
    if (sums.values > strictLimits.values) found('too-many-values', [], { count: sums.values })
    if (sums.letters > strictLimits.letters) found('text-too-long', [], { count: sums.letters })
  }
  return findings
}

type Found = (code: SchemaFinding['code'], path: SchemaPath, rest?: Partial<SchemaFinding>) => void

function checkRoot(node: JsonObject, found: Found) {
  if (node['anyOf'] !== undefined) found('root-any-of', [])
  else if (node['type'] !== 'object')
    found('root-not-object', [], { mends: isSchema(node['properties']) ? ['make-object'] : [] })
}

/** Keywords that hold schemas: under names, in a list, or one. */
const maps = new Set(['properties', '$defs', 'definitions', 'patternProperties', 'dependentSchemas'])
const lists = new Set(['anyOf', 'oneOf', 'allOf', 'prefixItems'])
const singles = new Set([
  'items',
  'additionalProperties',
  'not',
  'if',
  'then',
  'else',
  'contains',
  'propertyNames',
  'unevaluatedItems',
  'unevaluatedProperties',
])

const isSchema = (value: JsonValue | undefined): value is JsonObject => isObject(value)
const isList = (value: JsonValue | undefined): value is JsonValue[] => Array.isArray(value)
const show = (value: JsonValue | undefined) => (typeof value === 'string' ? value : JSON.stringify(value))
const knownByType = (node: JsonObject) =>
  ['type', 'anyOf', 'oneOf', 'allOf', '$ref', 'enum', 'const'].some((keyword) => node[keyword] !== undefined)
const lettersOf = (values: JsonValue[]) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0)

/** The schema that a local reference leads to, if there is one. */
function resolve(root: JsonObject, reference: string): JsonObject | undefined {
  if (!/^#(\/|$)/.test(reference)) return undefined
  let at: JsonValue | undefined = root
  for (const step of reference.slice(2).split('/').filter(Boolean)) {
    const name = decode(step).replaceAll('~1', '/').replaceAll('~0', '~')
    if (isList(at)) at = at[Number(name)]
    else at = isSchema(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }
  return isSchema(at) ? at : undefined
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step
  }
}
