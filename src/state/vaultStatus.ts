import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { onNews, tellOtherTabs } from '../storage/otherTabs'
import { loadVault } from '../storage/vault'
import type { Vault } from '../vault/Vault'
import { lockUnwatched, lockWatched, lockedIfOverdue, used } from './autoLock'

interface VaultStatus {
  /** What is kept of it; null if there is none, or it has not been read. */
  vault: Vault | null
  isOpen: boolean
}

/** What opens and closes the keys, in memory and in this tab alone. It can be used, and not be read. */
export interface DataKey {
  vault: string
  key: CryptoKey
}

let dataKey: DataKey | undefined
const status = createStore<VaultStatus>()(() => ({ vault: null, isOpen: false }))

export const useVault = () => useStore(status)
export const currentVault = () => status.getState().vault

/** Reads what is kept of the vault. */
export async function vaultRead(): Promise<void> {
  vaultIs((await loadVault()) ?? null)
}

/** What is kept of it is this from now on. */
export function vaultIs(vault: Vault | null): void {
  // Another tab has made another one: what this one would encrypt, nobody could open.
  if (dataKey && dataKey.vault !== vault?.id) vaultLocked(false)
  status.setState({ vault })
  if (dataKey && vault) watchIt(vault)
}

/** The vault is open, here. Other tabs are for their readers to open. */
export function vaultUnlocked(vault: Vault, key: CryptoKey): void {
  dataKey = { vault: vault.id, key }
  status.setState({ vault, isOpen: true })
  watchIt(vault)
}

/** Locks the vault in this tab, and in all others. */
export function vaultLocked(everywhere = true): void {
  dataKey = undefined
  lockUnwatched()
  status.setState({ isOpen: false })
  if (everywhere) tellOtherTabs({ type: 'vault', what: 'locked' })
}

/** The key of the open vault; undefined if it is locked, or should have been. */
export function openDataKey(): DataKey | undefined {
  lockedIfOverdue()
  if (dataKey) used()
  return dataKey
}

const watchIt = ({ lockMinutes, lockHidden }: Vault) =>
  lockWatched({
    lockMinutes,
    lockHidden,
    lock: vaultLocked,
    tell: () => tellOtherTabs({ type: 'vault', what: 'used' }),
  })

onNews((news) => {
  if (news.type !== 'vault') return
  if (news.what === 'used') used(false)
  else if (news.what === 'locked') vaultLocked(false)
  else vaultRead().catch(() => vaultLocked(false))
})
