import type { JsonValue } from '../ui/parseJson'
import type { JsonPath } from './JsonEvent'

/** Keywords that bound a value by something that can be named. */
export const bounds = [
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
] as const
export type Bound = (typeof bounds)[number]

/** What a schema has against a value. */
export type Problem =
  | { keyword: 'type'; expected: string[]; found: string }
  | { keyword: 'required'; name: string }
  | { keyword: 'additionalProperties'; name: string }
  /** Written as JSON. */
  | { keyword: 'enum'; allowed: string[] }
  | { keyword: 'anyOf' }
  | { keyword: 'bound'; bound: Bound; limit: string }
  | { keyword: 'other'; name: string; message: string }

/** The first place where a value does not fit its schema. */
export interface Violation {
  path: JsonPath
  problem: Problem
  /** Where the value stands in the text, if that is known. */
  start?: number
  end?: number
}

/** What JSON Schema calls this value. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
