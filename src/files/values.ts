import { isObject } from '../protocol/isObject'

// What stands in somebody else's JSON may be anything: each takes it as what it should be, or as nothing.

export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
export const objectIn = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const objectsIn = (value: unknown): readonly Record<string, unknown>[] =>
  listIn(value).filter(isObject)

/** A point in time in milliseconds since 1970, from seconds, milliseconds, nanoseconds or a text. */
export function timeIn(value: unknown): number | undefined {
  const time =
    typeof value === 'string' ? Date.parse(value) : typeof value === 'number' ? millis(value) : Number.NaN
  return time > 0 && time < 8.64e15 ? Math.round(time) : undefined
}

function millis(value: number): number {
  if (value > 1e17) return value / 1e6
  if (value > 1e14) return value / 1e3
  return value > 1e11 ? value : value * 1000
}

/** Texts that say something, a blank line between them. */
export const joinedText = (texts: readonly (string | undefined)[]): string =>
  texts.filter(Boolean).join('\n\n')
