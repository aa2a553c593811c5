import { type Schema, type SchemaDraft, dereference, validate } from '@cfworker/json-schema'
import type { JsonValue } from '../ui/parseJson'
import { type Explained, explainErrors } from './explainErrors'
import type { JsonEvent } from './JsonEvent'
import { type Problem, type Violation, typeOf } from './violation'

export interface AnswerCheck {
  /**
   * Takes what has been settled from the front of a queue, and no more of it than `most` events. Each value is looked
   * at once, so a whole answer costs what validating it once does. Undefined while everything fits.
   */
  read: (queue: JsonEvent[], most?: number) => Violation | undefined
  /** Looks at everything at once. */
  whole: (value: JsonValue) => Violation | undefined
}

/** Keywords that say something of an object or a list itself, not of what is in it. */
const ownKeywords = ['type', 'required', 'minItems', 'maxItems', 'minProperties', 'maxProperties'] as const

/** Where nothing else stands, what is in a value can be looked at on its own, as soon as it is there. */
const plainKeywords = new Set<string>([
  ...ownKeywords,
  ...'properties additionalProperties items prefixItems $defs definitions'.split(' '),
  ...'$schema title description default examples deprecated readOnly writeOnly $comment'.split(' '),
  // They say nothing of objects and lists.
  ...'minimum maximum exclusiveMinimum exclusiveMaximum multipleOf'.split(' '),
  ...'minLength maxLength pattern format'.split(' '),
])
const annotations = new Set('$ref $defs definitions title description $comment $schema'.split(' '))

type AnySchema = Schema | boolean

/** An object or a list that is open: the schema that holds for it, and whether to look inside. */
type Level =
  | { look: 'inside'; schema: AnySchema; index: number | string | undefined }
  | { look: 'whole'; schema: AnySchema; index: number | string | undefined }
  | { look: 'away'; index: number | string | undefined }

/** Throws if the schema is none. */
export function checkAnswer(given: object): AnswerCheck {
  // The validator writes into the schema.
  const root = structuredClone(given) as Schema
  const draft = draftOf(root)
  const lookup = dereference(root)
  const stack: Level[] = []
  let first: Violation | undefined

  // oxlint-disable-next-line no-underscore-dangle -- where the validator writes down what a reference resolves to
  const follow = ({ $ref, __absolute_ref__ = $ref }: Schema) => lookup[__absolute_ref__ ?? '']

  const errorsOf = (value: JsonValue, schema: AnySchema): Explained | undefined => {
    const { valid, errors } = validate(value, schema, draft, lookup, true)
    return valid ? undefined : explainErrors(errors, value, schema, follow)
  }

  /** The schema that is meant where one only points to another. */
  const meant = (schema: AnySchema): AnySchema => {
    let here = schema
    // A reference may lead to itself.
    for (let steps = 0; steps < 100; steps++) {
      if (typeof here === 'boolean' || here.$ref === undefined) return here
      if (Object.keys(here).some((keyword) => !annotations.has(keyword))) return here
      here = follow(here) ?? true
    }
    return here
  }

  const childOf = (schema: AnySchema, key: string | number | undefined): AnySchema => {
    if (typeof schema === 'boolean') return schema
    const { properties, additionalProperties, prefixItems, items } = schema
    if (typeof key === 'number') return prefixItems?.[key] ?? items ?? true
    if (key !== undefined && properties && Object.hasOwn(properties, key)) return properties[key]!
    return additionalProperties ?? true
  }

  const schemaHere = (key: string | number | undefined): AnySchema | undefined => {
    const level = stack.at(-1)
    if (!level) return meant(root)
    return level.look === 'inside' ? meant(childOf(level.schema, key)) : undefined
  }

  const pathHere = (key: string | number | undefined) =>
    [...stack.map(({ index }) => index), key].filter((step) => step !== undefined)

  const fault = (key: string | number | undefined, { path, problem }: Explained, place: object) => {
    first = { path: [...pathHere(key), ...path], problem, ...(path.length === 0 && place) }
  }

  const look = (event: JsonEvent) => {
    const { key } = event
    if (event.type === 'open') {
      const schema = schemaHere(key)
      const index = key
      if (schema === undefined) return stack.push({ look: 'away', index })
      const problem = problemAtOnce(schema, event)
      if (problem) return fault(key, { path: [], problem }, { start: event.start, end: event.start + 1 })
      return stack.push({ look: isPlain(schema) ? 'inside' : 'whole', schema, index })
    }
    if (event.type === 'close') {
      const level = stack.pop()!
      if (level.look === 'away') return undefined
      const schema = level.look === 'whole' ? level.schema : ownPart(level.schema)
      const wrong = errorsOf(event.value, schema)
      return wrong && fault(key, wrong, { start: event.start, end: event.end })
    }
    const schema = schemaHere(key)
    if (schema === undefined) return undefined
    const wrong = schema === false ? { path: [], problem: notWanted(key) } : errorsOf(event.value, schema)
    return wrong && fault(key, wrong, { start: event.start, end: event.end })
  }

  return {
    read(queue, most = queue.length) {
      for (const event of queue.splice(0, first ? queue.length : most)) {
        if (first) break
        look(event)
      }
      return first
    },
    whole: (value) => errorsOf(value, root),
  }
}

/** What is wrong however the value goes on: it may not stand here, or it is of another type. */
function problemAtOnce(
  schema: AnySchema,
  { key, list }: Extract<JsonEvent, { type: 'open' }>,
): Problem | undefined {
  if (schema === false) return notWanted(key)
  if (schema === true || schema.type === undefined || schema.$ref !== undefined) return undefined
  const found = typeOf(list ? [] : {})
  const expected: string[] = [schema.type].flat()
  return expected.includes(found) ? undefined : { keyword: 'type', expected, found }
}

const notWanted = (key: string | number | undefined): Problem => ({
  keyword: 'additionalProperties',
  name: String(key ?? ''),
})

const isPlain = (schema: AnySchema) =>
  typeof schema === 'boolean' ||
  (Object.keys(schema).every((keyword) => plainKeywords.has(keyword)) && !Array.isArray(schema.items))

function ownPart(schema: AnySchema): AnySchema {
  if (typeof schema === 'boolean') return true
  return Object.fromEntries(
    ownKeywords
      .filter((keyword) => schema[keyword] !== undefined)
      .map((keyword) => [keyword, schema[keyword]]),
  )
}

function draftOf({ $schema }: Schema): SchemaDraft {
  if (typeof $schema !== 'string') return '2020-12'
  if ($schema.includes('draft-04')) return '4'
  if (/draft-0[67]/.test($schema)) return '7'
  return $schema.includes('2019-09') ? '2019-09' : '2020-12'
}
