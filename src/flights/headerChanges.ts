import type { FieldChange } from './fieldChanges'

/** Headers that each answer has of its own: what they say is no difference between two. */
const ofEach = /^(?:age|date|etag|expires|set-cookie|cf-ray|server-timing)$|request-id|trace|ratelimit|-ms$/i

/** In what two lists of headers differ, by name; those that differ from request to request are left aside. */
export function headerChanges(
  before: readonly [string, string][],
  after: readonly [string, string][],
): FieldChange[] {
  const [old, now] = [byName(before), byName(after)]
  const changes: FieldChange[] = []
  for (const path of new Set([...old.keys(), ...now.keys()])) {
    if (ofEach.test(path) || old.get(path) === now.get(path)) continue
    if (!now.has(path)) changes.push({ path, kind: 'removed', before: old.get(path) })
    else if (!old.has(path)) changes.push({ path, kind: 'added', after: now.get(path) })
    else changes.push({ path, kind: 'changed', before: old.get(path), after: now.get(path) })
  }
  return changes
}

const byName = (headers: readonly [string, string][]) =>
  new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
