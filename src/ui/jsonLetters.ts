import type { JsonValue } from './parseJson'

/** What stands behind a backslash, and what it stands for. */
export const escapes: Record<string, string> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  '/': '/',
}
export const numberShape = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/
export const words: Record<string, JsonValue> = { true: true, false: false, null: null }

/** The next quote, backslash or control character. */
export function plainEnd(piece: string, from: number): number {
  for (let at = from; at < piece.length; at++) {
    const code = piece.charCodeAt(at)
    if (code === 0x22 || code === 0x5c || code < 0x20) return at
  }
  return piece.length
}

/** Where a number ends that goes on at `from`, or a word; right or wrong. */
export const endOfNumber = (piece: string, from: number) => endOf(piece, from, /[-+.0-9a-zA-Z]/)
export const endOfWord = (piece: string, from: number) => endOf(piece, from, /[a-zA-Z_$]/)

function endOf(piece: string, from: number, inside: RegExp): number {
  let at = from
  while (at < piece.length && inside.test(piece[at]!)) at++
  return at
}

export const isSpace = (character: string | undefined) =>
  character === ' ' || character === '\n' || character === '\r' || character === '\t'

export type Container = JsonValue[] | { [key: string]: JsonValue }

/** Puts a value into a list or an object. */
export function put(container: Container, key: string | number | undefined, value: JsonValue): void {
  if (Array.isArray(container)) container[Number(key)] = value
  // In JSON this is a key like any other.
  else if (key === '__proto__')
    Object.defineProperty(container, key, { value, enumerable: true, configurable: true, writable: true })
  else container[String(key)] = value
}
