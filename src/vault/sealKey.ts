import type { Sealed } from './Vault'
import { VaultFault } from './VaultFault'

/** Whose key it is. It is part of what is encrypted: the record of one endpoint is worth nothing at another. */
export interface KeyOwner {
  endpoint: string
  origin: string
}

/** Encrypts an API key for one endpoint at one origin. */
export async function sealKey(
  data: { vault: string; key: CryptoKey },
  owner: KeyOwner,
  apiKey: string,
): Promise<Sealed> {
  const vector = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv: vector, additionalData: boundTo(data.vault, owner) }
  const sealed = await crypto.subtle.encrypt(how, data.key, new TextEncoder().encode(apiKey))
  return { vector, data: new Uint8Array(sealed) }
}

/**
 * The API key again.
 *
 * @throws VaultFault `altered` if it is not as it was, or was sealed for another endpoint, origin or vault
 */
export async function unsealKey(
  data: { vault: string; key: CryptoKey },
  owner: KeyOwner,
  { vector, data: sealed }: Sealed,
): Promise<string> {
  const how = { name: 'AES-GCM', iv: vector, additionalData: boundTo(data.vault, owner) }
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, data.key, sealed))
  } catch {
    throw new VaultFault('altered')
  }
}

const boundTo = (vault: string, { endpoint, origin }: KeyOwner) =>
  new TextEncoder().encode(JSON.stringify(['parley-key', 1, vault, endpoint, origin]))
