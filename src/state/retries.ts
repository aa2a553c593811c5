import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { loadLocal, onLocalChange, saveLocal } from '../storage/local'
import { notify } from './notices'

/** The most that can be chosen. */
export const mostRetries = 5
const usual = 2

const read = (kept: unknown): number =>
  typeof kept === 'number' && Number.isInteger(kept) && kept >= 0 && kept <= mostRetries ? kept : usual

/** How often a request that a busy server has refused is sent again by itself. */
const store = createStore<{ retries: number }>()(() => ({ retries: read(loadLocal('retries')) }))

onLocalChange('retries', () => store.setState({ retries: read(loadLocal('retries')) }))

export const useRetries = () => useStore(store, ({ retries }) => retries)
export const currentRetries = () => store.getState().retries

export function retriesChosen(retries: number): void {
  store.setState({ retries: read(retries) })
  if (!saveLocal('retries', read(retries))) notify({ type: 'settings-not-kept' })
}
