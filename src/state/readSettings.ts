import { type Endpoint, builtIn, checkBaseURL } from '../api/endpoint'
import { prefillStyles } from '../api/prefill'
import { isJsonObject, isObject } from '../protocol/isObject'
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
  if (!isObject(kept)) return firstSettings
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
    models: isObject(models)
      ? Object.fromEntries(
          Object.entries(models).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
        )
      : {},
    defaults: isObject(defaults) ? defaults : firstSettings.defaults,
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
      library: !isObject(panes) || panes['library'] !== false,
      parameters: !isObject(panes) || panes['parameters'] !== false,
    },
  }
}

function readEndpoint(kept: unknown): Endpoint[] {
  if (!isObject(kept)) return []
  const { id, name, baseURL, headers, prefill } = kept
  if (typeof id !== 'string' || typeof name !== 'string' || typeof baseURL !== 'string') return []
  const checked = checkBaseURL(baseURL)
  if (!checked.ok || isOperators(id)) return []
  const pairs = Array.isArray(headers) ? headers.filter(isHeader) : []
  const style = prefillStyles.find((known) => known === prefill)
  return [{ id, name, baseURL: checked.baseURL, headers: pairs, ...(style && { prefill: style }) }]
}

const isHeader = (value: unknown): value is Endpoint['headers'][number] =>
  isObject(value) && typeof value['name'] === 'string' && typeof value['value'] === 'string'
