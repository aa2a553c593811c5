import { isObject, type Unknowns } from './isObject'

/**
 * Adds one field that nobody knows to what is kept of its kind, in place: strings joined (`join`), lists appended,
 * objects merged, anything else the newest. null and [] say nothing, and a name that would change a prototype is
 * not taken. Constant work: only what is new is looked at, and lists grow where they are.
 */
export function keepUnknown(kept: Unknowns, name: string, value: unknown, join: boolean): void {
  if (name === '__proto__' || value === undefined || value === null) return
  if (Array.isArray(value) && value.length === 0) return
  kept[name] = merge(Object.hasOwn(kept, name) ? kept[name] : undefined, value, join)
}

function merge(old: unknown, value: unknown, join: boolean): unknown {
  if (typeof old === 'string' && typeof value === 'string') return join ? old + value : value
  if (Array.isArray(value)) {
    if (!Array.isArray(old)) return [...value]
    for (const item of value) old.push(item)
    return old
  }
  if (!isObject(value)) return value
  // A new object each time, so that one handed out before does not change under its reader.
  const merged: Unknowns = isObject(old) ? { ...old } : {}
  for (const name of Object.keys(value)) keepUnknown(merged, name, value[name], join)
  return merged
}
