import type { StoredKey } from '../storage/database'
import { loadKeys } from '../storage/keys'
import { tellOtherTabs } from '../storage/otherTabs'
import { removeVault, saveSealedKeys } from '../storage/vault'
import { sealKey, unsealKey } from '../vault/sealKey'
import { told, vaultReady } from './keys'
import { openDataKey, vaultLocked } from './vaultStatus'

/** Encrypts every key that lies in this browser as it is. Returns false where the vault stays locked. */
export async function keysEncrypted(): Promise<boolean> {
  const data = (await vaultReady()) ? openDataKey() : undefined
  if (!data) return false
  const keys = await loadKeys()
  const plain = keys.flatMap((one) => ('key' in one ? [one] : []))
  const sealed = plain.map(async ({ endpoint, origin, key }) => {
    const owner = { endpoint, origin }
    return { ...owner, sealed: await sealKey(data, owner, key) }
  })
  const isThere = await saveSealedKeys(data.vault, await Promise.all(sealed))
  await told()
  return isThere
}

/** Keeps every key as it is again, and removes the vault. Rejects, and leaves all as it is, where one does not open. */
export async function keysDecrypted(): Promise<boolean> {
  const data = (await vaultReady()) ? openDataKey() : undefined
  if (!data) return false
  const plain: StoredKey[] = []
  for (const one of await loadKeys()) {
    if (!('sealed' in one)) continue
    const owner = { endpoint: one.endpoint, origin: one.origin }
    plain.push({ ...owner, key: await unsealKey(data, owner, one.sealed) })
  }
  await removeVault(plain)
  await vaultGone()
  return true
}

/** Removes the vault and what is encrypted, for whoever cannot open it. */
export async function lockedKeysRemoved(): Promise<void> {
  await removeVault()
  await vaultGone()
}

async function vaultGone(): Promise<void> {
  vaultLocked()
  tellOtherTabs({ type: 'vault', what: 'changed' })
  await told()
}
