import { database } from './database'

/**
 * The key saved for an endpoint, only if it was saved for this very origin: an endpoint whose address has
 * been changed to another host gets none.
 */
export async function loadKey(endpoint: string, origin: string | null): Promise<string | undefined> {
  const stored = await (await database()).get('keys', endpoint)
  return stored && stored.origin === origin ? stored.key : undefined
}

/** The endpoints that have a key, with the origin each was saved for. The keys themselves stay here. */
export async function loadKeyOrigins(): Promise<Record<string, string>> {
  const stored = await (await database()).getAll('keys')
  return Object.fromEntries(stored.map(({ endpoint, origin }) => [endpoint, origin]))
}

export async function saveKey(endpoint: string, origin: string, key: string): Promise<void> {
  await (await database()).put('keys', { endpoint, origin, key })
}

export async function removeKey(endpoint: string): Promise<void> {
  await (await database()).delete('keys', endpoint)
}
