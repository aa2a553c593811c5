import { type Vault, isVault } from '../vault/Vault'
import { type StoredKey, database } from './database'

const name = 'keys'

/** The vault; undefined if there is none, or what is kept is none. */
export async function loadVault(): Promise<Vault | undefined> {
  const vault: unknown = await (await database()).get('vault', name)
  return isVault(vault) ? vault : undefined
}

/** Keeps a new vault. Returns false, and leaves all as it is, where another tab has made one meanwhile. */
export async function addVault(vault: Vault): Promise<boolean> {
  const transaction = (await database()).transaction('vault', 'readwrite', { durability: 'strict' })
  const known: unknown = await transaction.store.get(name)
  if (!isVault(known)) await transaction.store.put(vault, name)
  await transaction.done
  return !isVault(known)
}

/** Alters the vault of that id as it is now, whatever other tabs have done to it; undefined if it is no more. */
export async function changeVault(id: string, change: (vault: Vault) => Vault): Promise<Vault | undefined> {
  const transaction = (await database()).transaction('vault', 'readwrite', { durability: 'strict' })
  const known: unknown = await transaction.store.get(name)
  const changed = isVault(known) && known.id === id ? change(known) : undefined
  if (changed) await transaction.store.put(changed, name)
  await transaction.done
  return changed
}

/**
 * Keeps keys that were encrypted for the vault of that id, in the place of what these endpoints had. Returns false where
 * that vault is no more: they could never be opened.
 */
export async function saveSealedKeys(id: string, keys: readonly StoredKey[]): Promise<boolean> {
  const stores = ['keys', 'vault'] as const
  const transaction = (await database()).transaction(stores, 'readwrite', { durability: 'strict' })
  const known: unknown = await transaction.objectStore('vault').get(name)
  const isThere = isVault(known) && known.id === id
  if (isThere) for (const key of keys) await transaction.objectStore('keys').put(key)
  await transaction.done
  return isThere
}

/** Removes the vault with every key that is encrypted; `decrypted` are kept in their place. */
export async function removeVault(decrypted: readonly StoredKey[] = []): Promise<void> {
  const transaction = (await database()).transaction(['keys', 'vault'], 'readwrite', { durability: 'strict' })
  const keys = transaction.objectStore('keys')
  for (const key of await keys.getAll()) if ('sealed' in key) await keys.delete(key.endpoint)
  for (const key of decrypted) await keys.put(key)
  await transaction.objectStore('vault').delete(name)
  await transaction.done
}
