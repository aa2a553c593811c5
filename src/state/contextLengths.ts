import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ModelInfo } from '../api/listModels'
import { isObject } from '../protocol/isObject'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { modelKey } from '../tokens/calibrate'
import { knownContext } from '../tokens/contextLength'
import { notify } from './notices'

export { tableDate } from '../tokens/contextLength'

export interface ContextLength {
  tokens: number
  /** Who says so: the reader, the endpoint's list of models, or the table in this page. */
  from: 'reader' | 'list' | 'table'
}

const most = 200

/** Context lengths as the lists of models have them, by endpoint and model, for as long as the page lives. */
const listed = createStore<{ all: ReadonlyMap<string, number> }>()(() => ({ all: new Map() }))

export function contextLengthsListed(endpoint: string, models: readonly ModelInfo[]): void {
  const fresh = models.flatMap(({ id, context_length }) =>
    isLength(context_length) ? [[modelKey(endpoint, id), context_length] as const] : [],
  )
  if (fresh.length) listed.setState(({ all }) => ({ all: new Map([...all, ...fresh]) }))
}

/** Context lengths as the reader has set them, by endpoint and model. */
const chosen = createStore<{ all: ReadonlyMap<string, number> }>()(() => ({ all: read() }))

onLocalChange('contexts', () => chosen.setState({ all: read() }))

function read(): ReadonlyMap<string, number> {
  const kept = loadLocal('contexts')
  const lengths: unknown = isObject(kept) ? kept['lengths'] : undefined
  const entries = isObject(lengths) ? Object.entries(lengths) : []
  return new Map(entries.filter((entry): entry is [string, number] => isLength(entry[1])).slice(-most))
}

function isLength(tokens: unknown): tokens is number {
  return typeof tokens === 'number' && Number.isSafeInteger(tokens) && tokens > 0
}

/** How long prompt and answer of a model may be together, if anybody says. */
export function useContextLength(endpoint: string, model: string | undefined): ContextLength | undefined {
  const key = modelKey(endpoint, model)
  const own = useStore(chosen, ({ all }) => all.get(key))
  const said = useStore(listed, ({ all }) => all.get(key))
  return firstOf(own, said, model)
}

export function contextLengthOf(endpoint: string, model: string | undefined): ContextLength | undefined {
  const key = modelKey(endpoint, model)
  return firstOf(chosen.getState().all.get(key), listed.getState().all.get(key), model)
}

function firstOf(own?: number, said?: number, model?: string): ContextLength | undefined {
  if (own !== undefined) return { tokens: own, from: 'reader' }
  if (said !== undefined) return { tokens: said, from: 'list' }
  const known = model === undefined ? undefined : knownContext(model)
  return known === undefined ? undefined : { tokens: known, from: 'table' }
}

/** The reader knows better; undefined takes that back. */
export function contextLengthChosen(
  endpoint: string,
  model: string | undefined,
  tokens: number | undefined,
): void {
  const key = modelKey(endpoint, model)
  const others = [...chosen.getState().all].filter(([known]) => known !== key)
  const all = new Map(isLength(tokens) ? [...others, [key, tokens] as const].slice(-most) : others)
  chosen.setState({ all })
  if (!saveLocal('contexts', { version: 1, lengths: Object.fromEntries(all) }))
    notify({ type: 'settings-not-kept' })
}
