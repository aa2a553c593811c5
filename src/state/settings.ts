import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Endpoint, builtIn } from '../api/endpoint'
import type { JsonObject, Parameters } from '../protocol/wire'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { notify } from './notices'
import type { OperatorConfig } from './readOperatorConfig'
import { readSettings } from './readSettings'
import { withOperator } from './withOperator'

/** What the reader has chosen for the page as a whole; small, and kept before everything else. */
export interface Settings {
  theme: 'system' | 'light' | 'dark'
  /** The reader's own endpoints; the built-in one is always there besides. Keys are kept elsewhere. */
  endpoints: Endpoint[]
  /** The endpoint of the next conversation. */
  endpoint: string
  /** Whether the reader chose it; else it is the operator's, where there is one. */
  endpointIsChosen: boolean
  /** The model last used with each endpoint, by its id. */
  models: Record<string, string>
  /** What a new conversation has set. */
  defaults: Parameters
  /** The JSON that a new conversation merges into its requests; null is none. */
  defaultExtraBody: JsonObject | null
  /** How long a stream may be silent before Parley gives up, in seconds; 0 is for ever. */
  stallSeconds: number
  /** How much room the records of requests may take, in megabytes; with 0 none is kept. */
  flightMegabytes: number
  panes: { library: boolean; parameters: boolean }
}

/** As it is kept: the reader's own choices alone. */
let own = readSettings(loadLocal('settings'))
let operator: OperatorConfig | undefined
/** As it counts, with what the operator of the page has set. */
const settings = createStore<Settings>()(() => withOperator(own, operator))
const shown = () => settings.setState(withOperator(own, operator))

export const useSettings = <T>(select: (settings: Settings) => T) => useStore(settings, select)
export const currentSettings = () => settings.getState()

/** The reader's own endpoints, also while the operator's alone are there. */
export const ownEndpoints = () => own.endpoints

/** Whether the operator lets readers neither add nor change endpoints. */
export const endpointsLocked = () => operator?.locked ?? false

// What another tab has changed is true here too; it is not written back.
onLocalChange('settings', () => {
  own = readSettings(loadLocal('settings'))
  shown()
})

/** What the operator of the page has set counts from now on, where the reader has not chosen otherwise. */
export function operatorSet(config: OperatorConfig): void {
  operator = config
  shown()
}

function keep(change: Partial<Settings>) {
  own = { ...own, ...change }
  shown()
  if (!saveLocal('settings', { version: 1, ...own })) notify({ type: 'settings-not-kept' })
}

export const themeChosen = (theme: Settings['theme']) => keep({ theme })
export const stallSecondsChosen = (stallSeconds: number) => keep({ stallSeconds })
export const flightMegabytesChosen = (flightMegabytes: number) => keep({ flightMegabytes })
export const endpointChosen = (endpoint: string) => keep({ endpoint, endpointIsChosen: true })

/** New conversations begin with these from now on. The model is remembered by its endpoint instead. */
export function defaultsChosen(
  { model: _model, ...defaults }: Parameters,
  extraBody: JsonObject | null,
): void {
  keep({ defaults, defaultExtraBody: extraBody })
}

export function paneToggled(pane: keyof Settings['panes']) {
  const { panes } = own
  keep({ panes: { ...panes, [pane]: !panes[pane] } })
}

/** Adds an endpoint, or puts a changed one in its place. */
export function endpointSaved(endpoint: Endpoint) {
  const { endpoints } = own
  const known = endpoints.some(({ id }) => id === endpoint.id)
  keep({
    endpoints: known
      ? endpoints.map((one) => (one.id === endpoint.id ? endpoint : one))
      : [...endpoints, endpoint],
  })
}

export function endpointRemoved(id: string) {
  const { endpoints, endpoint } = own
  keep({
    endpoints: endpoints.filter((one) => one.id !== id),
    ...(endpoint === id && { endpoint: builtIn.id, endpointIsChosen: false }),
  })
}

export function modelUsed(endpoint: string, model: string) {
  const { models } = own
  if (models[endpoint] !== model) keep({ models: { ...models, [endpoint]: model } })
}

export const endpointById = (id: string, { endpoints } = settings.getState()): Endpoint | undefined =>
  id === builtIn.id ? builtIn : endpoints.find((endpoint) => endpoint.id === id)
