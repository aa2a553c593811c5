import { type StoredKey, database } from './database'

/** Where a stored key is: as it is on this device, or encrypted there. */
export interface KeyFacts {
  origin: string
  place: 'device' | 'vault'
}

/**
 * The key saved for an endpoint, only if it was saved for this very origin: an endpoint whose address has
 * been changed to another host gets none.
 */
export async function loadKey(endpoint: string, origin: string | null): Promise<StoredKey | undefined> {
  const stored = await (await database()).get('keys', endpoint)
  return stored && stored.origin === origin ? stored : undefined
}

/** The endpoints that have a key, with the origin each was saved for. The keys themselves stay here. */
export async function loadKeyFacts(): Promise<Record<string, KeyFacts>> {
  const stored = await loadKeys()
  return Object.fromEntries(
    stored.map((one): [string, KeyFacts] => [
      one.endpoint,
      { origin: one.origin, place: 'sealed' in one ? 'vault' : 'device' },
    ]),
  )
}

/** Every key, as it is kept. */
export const loadKeys = async (): Promise<StoredKey[]> => (await database()).getAll('keys')

/** Keeps a key unencrypted. */
export async function saveKey(endpoint: string, origin: string, key: string): Promise<void> {
  await (await database()).put('keys', { endpoint, origin, key })
}

export async function removeKey(endpoint: string): Promise<void> {
  await (await database()).delete('keys', endpoint)
}
