import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Capability, capabilities, type Verdict, verdicts } from '../api/capabilities'
import type { Endpoint } from '../api/endpoint'
import { isObject } from '../protocol/isObject'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { currentSettings } from './settings'

/** What one request has shown. */
export interface Shown {
  verdict: Verdict
  /** The server's own words, where it refused or failed. */
  message?: string
}

/** What the reader has last had an endpoint probed for. */
export interface Probed {
  /** Milliseconds since 1970. */
  at: number
  model: string
  results: Partial<Record<Capability, Shown>>
}

/** By id and address: another server at the same place is another one. */
const store = createStore<Record<string, Probed>>()(() => readProbes(loadLocal('probes')))

onLocalChange('probes', () => store.setState(readProbes(loadLocal('probes')), true))

const nameOf = ({ id, baseURL }: Endpoint) => `${id} ${baseURL}`

export const useProbed = (endpoint: Endpoint) => useStore(store, (all) => all[nameOf(endpoint)])

/** Keeps what a probe has shown; of endpoints that are gone nothing needs to be known any more. */
export function probeKept(endpoint: Endpoint, probed: Probed): void {
  const known = new Set([endpoint, ...currentSettings().endpoints].map(nameOf))
  const others = Object.entries(store.getState()).filter(([name]) => known.has(name))
  store.setState({ ...Object.fromEntries(others), [nameOf(endpoint)]: probed }, true)
  saveLocal('probes', store.getState())
}

/** What was kept, whatever that is; what does not fit is left out. */
export function readProbes(kept: unknown): Record<string, Probed> {
  if (!isObject(kept)) return {}
  const probes = Object.entries(kept).flatMap(([name, probed]) => {
    if (!isObject(probed)) return []
    const { at, model, results } = probed
    if (typeof at !== 'number' || typeof model !== 'string' || !isObject(results)) return []
    return [[name, { at, model, results: readResults(results) }] as const]
  })
  return Object.fromEntries(probes)
}

function readResults(kept: Record<string, unknown>): Probed['results'] {
  const results: Probed['results'] = {}
  for (const name of capabilities) {
    const shown = kept[name]
    if (!isObject(shown)) continue
    const verdict = verdicts.find((known) => known === shown.verdict)
    if (verdict)
      results[name] = { verdict, ...(typeof shown.message === 'string' && { message: shown.message }) }
  }
  return results
}
