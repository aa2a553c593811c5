import { type Endpoint, builtIn, checkBaseURL } from '../api/endpoint'
import { prefillStyles } from '../api/prefill'
import type { JsonObject } from '../protocol/wire'
import { isOperators } from './operatorId'
import type { Settings } from './settings'

export const firstSettings: Settings = {
  theme: 'system',
  endpoints: [],
  endpoint: builtIn.id,
  endpointIsChosen: false,
  models: {},
  defaults: { stream: true },
  defaultExtraBody: null,
  stallSeconds: 120,
  flightMegabytes: 50,
  panes: { library: true, parameters: true },
}

/** The settings in what was kept, whatever that is: each value that does not fit is the first one again. */
export function readSettings(kept: unknown): Settings {
  if (!isRecord(kept)) return firstSettings
  const {
    theme,
    endpoints,
    endpoint,
    endpointIsChosen,
    models,
    defaults,
    defaultExtraBody,
    stallSeconds,
    flightMegabytes,
    panes,
  } = kept
  const known = Array.isArray(endpoints) ? endpoints.flatMap(readEndpoint) : []
  // Which endpoints an operator has given is not known yet.
  const isKnown = (id: unknown): id is string =>
    typeof id === 'string' && (id === builtIn.id || isOperators(id) || known.some((one) => one.id === id))
  const used = isKnown(endpoint) ? endpoint : builtIn.id
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    endpoints: known,
    endpoint: used,
    endpointIsChosen: endpointIsChosen === true || used !== builtIn.id,
    models: isRecord(models)
      ? Object.fromEntries(
          Object.entries(models).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {},
    defaults: isRecord(defaults) ? defaults : firstSettings.defaults,
    defaultExtraBody: isJsonObject(defaultExtraBody) ? defaultExtraBody : null,
    stallSeconds:
      typeof stallSeconds === 'number' && stallSeconds >= 0 && stallSeconds <= 3600
        ? stallSeconds
        : firstSettings.stallSeconds,
    flightMegabytes:
      typeof flightMegabytes === 'number' && flightMegabytes >= 0 && flightMegabytes <= 1000
        ? flightMegabytes
        : firstSettings.flightMegabytes,
    panes: {
      library: !isRecord(panes) || panes['library'] !== false,
      parameters: !isRecord(panes) || panes['parameters'] !== false,
    },
  }
}

function readEndpoint(kept: unknown): Endpoint[] {
  if (!isRecord(kept)) return []
  const { id, name, baseURL, headers, prefill } = kept
  if (typeof id !== 'string' || typeof name !== 'string' || typeof baseURL !== 'string') return []
  const checked = checkBaseURL(baseURL)
  if (!checked.ok || isOperators(id)) return []
  const pairs = Array.isArray(headers) ? headers.filter(isHeader) : []
  const style = prefillStyles.find((known) => known === prefill)
  return [{ id, name, baseURL: checked.baseURL, headers: pairs, ...(style && { prefill: style }) }]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was kept came out of JSON, so that an object is all there is to see to. */
const isJsonObject = (value: unknown): value is JsonObject => isRecord(value)

const isHeader = (value: unknown): value is Endpoint['headers'][number] =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['value'] === 'string'
