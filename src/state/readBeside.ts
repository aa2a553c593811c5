import { type Endpoint, builtIn } from '../api/endpoint'
import { isUsableId } from '../files/idFrom'
import { isObject } from '../protocol/isObject'
import type { Preset } from '../storage/database'
import { readPreset } from './presetFile'
import { readSettings } from './readSettings'

/** The presets that can be read, each id once, and none that is known. */
export function presetsIn(
  rest: readonly Record<string, unknown>[],
  now: number,
  known: ReadonlySet<string>,
): Preset[] {
  const fresh = new Map<string, Preset>()
  for (const { presets } of rest)
    for (const one of Array.isArray(presets) ? presets.filter(isObject) : []) {
      const { id, created } = one
      const content = readPreset(one)
      if (!content || typeof id !== 'string' || !isUsableId(id) || known.has(id) || fresh.has(id)) continue
      fresh.set(id, { ...content, id, created: typeof created === 'number' ? created : now })
    }
  return [...fresh.values()]
}

/** The endpoints that can be read, each once, without headers: a file is not to say what is sent along. */
export function endpointsIn(rest: readonly Record<string, unknown>[]): Endpoint[] {
  const fresh: Endpoint[] = []
  for (const { endpoints } of rest)
    for (const one of readSettings({ endpoints }).endpoints) {
      const isKnown = fresh.some(({ id, baseURL }) => id === one.id || baseURL === one.baseURL)
      if (isUsableId(one.id) && one.id !== builtIn.id && !isKnown) fresh.push({ ...one, headers: [] })
    }
  return fresh
}
