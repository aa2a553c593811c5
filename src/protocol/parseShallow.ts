import { deepestValue, isDeep } from './isDeep'

/**
 * JSON from a server. What stands in it so deep that no browser could keep it or tell other tabs of it is null; the rest
 * stays as it came.
 *
 * @throws SyntaxError
 */
export function parseShallow(json: string): unknown {
  const value: unknown = JSON.parse(json)
  // As many brackets have to be closed: most texts are too short for it, and are read for every token.
  return json.length > 2 * deepestValue && isDeep(json, deepestValue) ? cut(value, deepestValue) : value
}

function cut(value: unknown, left: number): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (left === 0) return null
  if (Array.isArray(value)) return value.map((item) => cut(item, left - 1))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cut(item, left - 1)]))
}
