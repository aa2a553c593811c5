import { type Endpoint, checkBaseURL } from '../api/endpoint'
import { prefillStyles } from '../api/prefill'
import { deepestValue, isDeep } from '../protocol/isDeep'
import { isJsonObject } from '../protocol/isObject'
import { readJson } from '../protocol/readJson'
import { isSecretName } from '../protocol/secrets'
import type { JsonObject, Parameters } from '../protocol/wire'
import { operatorPrefix } from './operatorId'
import { type PresetContent, readPreset } from './presetFile'

/** What who runs this Parley has set for all its readers. */
export interface OperatorConfig {
  title?: string
  endpoints: Endpoint[]
  /** The model that each of them begins with, by its id. */
  models: Record<string, string>
  /** The endpoint of who has not chosen one. */
  endpoint?: string
  /** Readers can neither add nor change endpoints. */
  locked: boolean
  /** What new conversations have set, of who has set nothing else. */
  parameters?: Parameters
  presets: PresetContent[]
}

/** What is wrong with such a file, and where. */
export interface ConfigFault {
  reason: 'too-large' | 'not-json' | 'unknown' | 'wrong' | 'key'
  /** The place, as in `endpoints[0].baseURL`; empty for the whole. */
  at: string
}

export type ReadConfig = { ok: true; config: OperatorConfig } | { ok: false; fault: ConfigFault }

/**
 * Reads `parley.config.json`. It comes from a host, so nothing in it is taken on trust, and a file with one fault counts
 * for nothing: half of what somebody meant may be the wrong half. `page` is the address that addresses in it may be
 * relative to, `most` the characters that it may have.
 */
export function readOperatorConfig(text: string, page: string, most = 200_000): ReadConfig {
  if (text.length > most) return { ok: false, fault: { reason: 'too-large', at: '' } }
  const json = readJson(text)
  if (json === undefined) return { ok: false, fault: { reason: 'not-json', at: '' } }
  // No request goes so deep, and what shows or stores one would run out of stack.
  if (isDeep(text, deepestValue)) return { ok: false, fault: { reason: 'wrong', at: '' } }
  try {
    return { ok: true, config: configIn(json, page) }
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { reason: error.reason, at: error.at } }
    throw error
  }
}

class Fault extends Error {
  constructor(
    readonly reason: ConfigFault['reason'],
    readonly at: string,
  ) {
    super(at)
  }
}

/** Names that a later version of the file may not take for others. */
const known = ['$schema', 'title', 'endpoints', 'endpoint', 'locked', 'parameters', 'presets']
const knownOfEndpoints = ['id', 'name', 'baseURL', 'model', 'headers', 'prefill']

function configIn(json: unknown, page: string): OperatorConfig {
  const all = record(json, '')
  onlyKnown(all, known, '')
  const given = list(all['endpoints'], 'endpoints', 50).map((one, place) =>
    endpointIn(one, `endpoints[${place}]`, page),
  )
  const endpoints = given.map(({ endpoint }) => endpoint)
  const ids = endpoints.map(({ id }) => id)
  const twice = ids.findIndex((id, place) => ids.indexOf(id) !== place)
  if (twice >= 0) throw new Fault('wrong', `endpoints[${twice}].id`)
  const endpoint =
    all['endpoint'] === undefined ? undefined : operatorPrefix + line(all['endpoint'], 'endpoint')
  if (endpoint !== undefined && !ids.includes(endpoint)) throw new Fault('wrong', 'endpoint')
  if (!['boolean', 'undefined'].includes(typeof all['locked'])) throw new Fault('wrong', 'locked')
  const parameters = all['parameters'] === undefined ? undefined : record(all['parameters'], 'parameters')
  // A model belongs to its endpoint, messages to a conversation.
  if (parameters) onlyOthers(parameters, ['model', 'messages'], 'parameters')
  return {
    ...(all['title'] !== undefined && { title: line(all['title'], 'title') }),
    endpoints,
    models: Object.fromEntries(given.flatMap(({ endpoint: { id }, model }) => (model ? [[id, model]] : []))),
    ...(endpoint !== undefined && { endpoint }),
    locked: all['locked'] === true,
    ...(parameters && { parameters }),
    presets: list(all['presets'], 'presets', 200).map((one, place) => {
      const preset = readPreset(one)
      if (!preset) throw new Fault('wrong', `presets[${place}]`)
      return preset
    }),
  }
}

function endpointIn(json: unknown, at: string, page: string): { endpoint: Endpoint; model?: string } {
  const all = record(json, at)
  onlyKnown(all, knownOfEndpoints, at)
  const id = line(all['id'], `${at}.id`)
  if (!/^[\w.-]{1,60}$/.test(id)) throw new Fault('wrong', `${at}.id`)
  const style = prefillStyles.find((one) => one === all['prefill'])
  if (all['prefill'] !== undefined && !style) throw new Fault('wrong', `${at}.prefill`)
  return {
    endpoint: {
      id: operatorPrefix + id,
      name: line(all['name'], `${at}.name`),
      baseURL: addressIn(line(all['baseURL'], `${at}.baseURL`, 2000), `${at}.baseURL`, page),
      headers: list(all['headers'], `${at}.headers`, 20).map((one, place) =>
        headerIn(one, `${at}.headers[${place}]`),
      ),
      ...(style && { prefill: style }),
    },
    ...(all['model'] !== undefined && { model: line(all['model'], `${at}.model`) }),
  }
}

/** An endpoint on the page's own host may be named by its path alone. */
function addressIn(text: string, at: string, page: string): string {
  const checked = checkBaseURL(
    /^\.{0,2}\//.test(text) && URL.canParse(text, page) ? new URL(text, page).href : text,
  )
  if (!checked.ok) throw new Fault(checked.reason === 'has-credentials' ? 'key' : 'wrong', at)
  return checked.baseURL
}

/** Everybody can read the file: a header that looks like a key is a mistake. */
function headerIn(json: unknown, at: string): Endpoint['headers'][number] {
  const { name, value } = record(json, at)
  const header = { name: line(name, `${at}.name`), value: line(value, `${at}.value`, 2000) }
  if (isSecretName(header.name)) throw new Fault('key', `${at}.name`)
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(header.name)) throw new Fault('wrong', `${at}.name`)
  return header
}

function record(json: unknown, at: string): JsonObject {
  if (!isJsonObject(json)) throw new Fault('wrong', at)
  return json
}

/** A list, none where nothing is. */
function list(json: unknown, at: string, most: number): unknown[] {
  if (json === undefined) return []
  if (!Array.isArray(json) || json.length > most) throw new Fault('wrong', at)
  return json
}

/** A short text without line breaks. */
function line(json: unknown, at: string, most = 200): string {
  // oxlint-disable-next-line no-control-regex -- these are what it must not have
  if (typeof json !== 'string' || !json.trim() || json.length > most || /[\u0000-\u001f]/.test(json))
    throw new Fault('wrong', at)
  return json.trim().toWellFormed()
}

function onlyKnown(all: JsonObject, names: readonly string[], at: string) {
  const other = Object.keys(all).find((name) => !names.includes(name))
  if (other !== undefined) throw new Fault('unknown', pathTo(at, other))
}

function onlyOthers(all: JsonObject, names: readonly string[], at: string) {
  const wrong = names.find((name) => Object.hasOwn(all, name))
  if (wrong !== undefined) throw new Fault('wrong', pathTo(at, wrong))
}

const pathTo = (at: string, name: string) => [at, name.slice(0, 60)].filter(Boolean).join('.')
