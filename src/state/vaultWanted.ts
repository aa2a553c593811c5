import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Somebody waits for the vault: to be opened, or to be made where there is none. */
export interface VaultWanted {
  how: 'open' | 'make'
  /** The name of the endpoint whose key it is about. */
  endpoint: string | undefined
  done: (opened: boolean) => void
}

const wanted = createStore<{ now?: VaultWanted | undefined }>()(() => ({}))
let waiting: Promise<boolean> | undefined

export const useVaultWanted = () => useStore(wanted).now

/** Nobody opens it: what waited for it goes without. */
export const vaultGivenUp = () => wanted.getState().now?.done(false)

/** Asks the reader; resolves with whether the vault is open now. Who asks meanwhile waits for the same answer. */
export function askForVault(how: VaultWanted['how'], endpoint?: string): Promise<boolean> {
  waiting ??= new Promise<boolean>((resolve) =>
    wanted.setState({ now: { how, endpoint, done: resolve } }),
  ).finally(() => {
    waiting = undefined
    wanted.setState({ now: undefined })
  })
  return waiting
}
