import { deepestValue, isDeep } from '../protocol/isDeep'
import { isJsonObject, isObject } from '../protocol/isObject'
import { readJson } from '../protocol/readJson'
import type { Preset } from '../storage/database'

/** What a preset is to others: all of it but where and when it was kept. */
export type PresetContent = Omit<Preset, 'id' | 'created'>

const format = 'parley-presets'
const version = 1

/** Presets as a file that Parley can read again, and people too. */
export function writePresetFile(presets: readonly PresetContent[]): string {
  const contents = presets.map(({ name, parameters, extraBody, system, withModel }) => ({
    name,
    ...(system !== undefined && { system }),
    parameters,
    ...(extraBody && { extraBody }),
    withModel,
  }))
  return `${JSON.stringify({ format, version, presets: contents }, null, 2)}\n`
}

export type ReadPresetFile =
  | { ok: true; presets: PresetContent[] }
  | { ok: false; reason: 'not-json' | 'not-presets' | 'newer' | 'empty' }
  /** The preset at this place, counted from 1, is not as it should be. */
  | { ok: false; reason: 'bad-preset'; place: number }

/** Reads such a file. It comes from anywhere, so that nothing in it is taken on trust. */
export function readPresetFile(text: string): ReadPresetFile {
  const json = readJson(text)
  if (json === undefined) return { ok: false, reason: 'not-json' }
  // No request goes so deep, and what shows or stores one would run out of stack.
  if (isDeep(text, deepestValue)) return { ok: false, reason: 'not-presets' }
  if (!isObject(json) || json['format'] !== format || !Array.isArray(json['presets']))
    return { ok: false, reason: 'not-presets' }
  if (typeof json['version'] !== 'number' || json['version'] > version) return { ok: false, reason: 'newer' }
  const read = json['presets'].map(readPreset)
  const bad = read.findIndex((preset) => preset === undefined)
  if (bad >= 0) return { ok: false, reason: 'bad-preset', place: bad + 1 }
  const presets = read.filter((preset) => preset !== undefined)
  return presets.length ? { ok: true, presets } : { ok: false, reason: 'empty' }
}

/** A preset as somebody has written it; undefined if it is not as it should be. */
export function readPreset(json: unknown): PresetContent | undefined {
  if (!isObject(json)) return undefined
  const { name, parameters, extraBody, system, withModel = true } = json
  if (typeof name !== 'string' || name.trim() === '' || !isObject(parameters)) return undefined
  if (system !== undefined && typeof system !== 'string') return undefined
  if (extraBody !== undefined && !isJsonObject(extraBody)) return undefined
  if (typeof withModel !== 'boolean') return undefined
  // Messages come from the conversation; a preset has none to put in their place.
  const { messages: _messages, ...fields } = parameters
  return {
    name: name.trim().slice(0, 200).toWellFormed(),
    parameters: fields,
    withModel,
    ...(extraBody && { extraBody }),
    ...(system !== undefined && { system }),
  }
}

/** A name that nobody has yet: `Tutor`, `Tutor 2`, `Tutor 3`. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  let number = 2
  while (taken.includes(`${name} ${number}`)) number++
  return `${name} ${number}`
}
