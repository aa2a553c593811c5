import { invalid } from './apiError'

type Fields = Record<string, unknown>

/** Whether a value is a JSON object. */
export const known = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value as the API quotes it. */
export const quoted = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))

/** The API's complaint about a value of the wrong type. */
export const whole = (param: string, expected: string, value: unknown) => {
  const message = `Invalid type for '${param}': expected ${expected}, but got ${named(value)} instead.`
  return invalid(message, param, 'invalid_type')
}

/** A number within its range, or undefined where none was sent. */
export const decimal = (fields: Fields, name: string, least: number, most: number) =>
  ranged(fields, name, 'decimal', least, most)

/** A whole number within its range, or undefined where none was sent. */
export const integer = (fields: Fields, name: string, least: number, most = Number.MAX_SAFE_INTEGER) =>
  ranged(fields, name, 'integer', least, most)

/** A boolean that is false where none was sent. */
export function flag(fields: Fields, name: string, path = ''): boolean {
  const value = fields[name]
  if (value === undefined || value === null) return false
  if (typeof value !== 'boolean') throw whole(path + name, 'a boolean', value)
  return value
}

function ranged(fields: Fields, name: string, kind: 'decimal' | 'integer', least: number, most: number) {
  const value = fields[name]
  if (value === undefined) return undefined
  if (typeof value !== 'number' || (kind === 'integer' && !Number.isInteger(value))) {
    throw whole(name, kind === 'integer' ? 'an integer' : 'a decimal', value)
  }
  const [side, sign, bound, code] =
    value < least ? ['below minimum', '>=', least, 'below_min'] : ['above maximum', '<=', most, 'above_max']
  if (value >= least && value <= most) return value
  const message = `Invalid '${name}': ${kind} ${side} value. Expected a value ${sign} ${bound}, but got ${value} instead.`
  throw invalid(message, name, `${kind}_${code}_value`)
}

function named(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a decimal'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
