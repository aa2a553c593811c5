import { isObject } from '../protocol/isObject'

/** A field in which two values differ; what was added has no value before, what was removed none after. */
export interface FieldChange {
  /** As one would write it: `messages[2].content`; empty where it is all of it. */
  path: string
  kind: 'added' | 'removed' | 'changed'
  before?: unknown
  after?: unknown
}

/** In what two values of JSON differ, field by field. The order of names says nothing, that of lists does. */
export function fieldChanges(before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = []
  collect(before, after, '', changes)
  return changes
}

function collect(before: unknown, after: unknown, path: string, changes: FieldChange[]): void {
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, path, changes)
  if (!isObject(before) || !isObject(after)) {
    if (!isSame(before, after)) changes.push({ path, kind: 'changed', before, after })
    return
  }
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const at = under(path, name)
    if (!Object.hasOwn(after, name)) changes.push({ path: at, kind: 'removed', before: before[name] })
    else if (!Object.hasOwn(before, name)) changes.push({ path: at, kind: 'added', after: after[name] })
    else collect(before[name], after[name], at, changes)
  }
}

/** What two lists begin and end with alike is left aside, so that one item more is one difference. */
function ofLists(before: unknown[], after: unknown[], path: string, changes: FieldChange[]): void {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && isSame(before[start], after[start])) start++
  let end = 0
  while (end < least - start && isSame(before.at(-1 - end), after.at(-1 - end))) end++
  const most = Math.max(before.length, after.length) - end
  for (let at = start; at < most; at++) {
    const place = `${path}[${at}]`
    if (at >= after.length - end) changes.push({ path: place, kind: 'removed', before: before[at] })
    else if (at >= before.length - end) changes.push({ path: place, kind: 'added', after: after[at] })
    else collect(before[at], after[at], place, changes)
  }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]))
  if (!isObject(one) || !isObject(other)) return one === other
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name], other[name]))
  )
}

function under(path: string, name: string): string {
  if (!/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name)) return `${path}[${JSON.stringify(name)}]`
  return path ? `${path}.${name}` : name
}
