import type { Bytes, Sealed, Secret, Vault, Way } from './Vault'
import { VaultFault } from './VaultFault'
import { canEncrypt, mostRounds, passphraseKey, rounds, saltSize } from './passphraseKey'

const vectorSize = 12
const cipher = { name: 'AES-GCM', length: 256 }
const uses: KeyUsage[] = ['encrypt', 'decrypt']

const random = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))
const randomId = () => Array.from(random(16), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A vault that nobody has used yet, with its data key, which cannot be taken out of it. */
export async function makeVault(
  secret: Secret,
  locking: Pick<Vault, 'lockMinutes' | 'lockHidden'>,
  wanted = rounds,
): Promise<{ vault: Vault; key: CryptoKey }> {
  if (!canEncrypt()) throw new VaultFault('not-here')
  const key = await crypto.subtle.generateKey(cipher, true, uses)
  const id = randomId()
  const way = await makeWay(id, key, secret, wanted)
  const raw = await crypto.subtle.exportKey('raw', key)
  const kept = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, uses)
  new Uint8Array(raw).fill(0)
  return { vault: { id, ways: [way], ...locking }, key: kept }
}

/**
 * The data key of a vault. It can be used but not read, unless it is to be wrapped once more.
 *
 * @throws VaultFault `wrong` if none of its ways opens with that secret
 */
export async function openVault(
  { id, ways }: Vault,
  secret: Secret,
  extractable = false,
): Promise<{ key: CryptoKey; way: Way }> {
  if (!canEncrypt()) throw new VaultFault('not-here')
  for (const way of ways.filter((one) => fits(one, secret)))
    try {
      const wrapping = await wrappingKey(way, secret, 'unwrapKey')
      const { vector: iv, data } = way.wrapped
      const how = { name: 'AES-GCM', iv, additionalData: boundTo(id, way) }
      const key = await crypto.subtle.unwrapKey('raw', data, wrapping, how, 'AES-GCM', extractable, uses)
      return { key, way }
    } catch {
      // Another way may be the one.
    }
  throw new VaultFault('wrong')
}

/** Opens a vault to give it one more way. Nothing that it holds is encrypted anew. */
export async function addWay(vault: Vault, opening: Secret, added: Secret, wanted = rounds): Promise<Way> {
  const { key } = await openVault(vault, opening, true)
  return makeWay(vault.id, key, added, wanted)
}

/** Whether a way was made with less than is asked for today. */
export const isOutdated = (way: Way, wanted = rounds) => way.type === 'passphrase' && way.rounds < wanted

async function makeWay(vault: string, key: CryptoKey, secret: Secret, iterations: number): Promise<Way> {
  const facts = { id: randomId(), made: Date.now() }
  const empty: Sealed = { vector: random(vectorSize), data: new Uint8Array() }
  const way: Way =
    secret.type === 'passphrase'
      ? { type: 'passphrase', ...facts, rounds: iterations, salt: random(saltSize), wrapped: empty }
      : {
          type: 'passkey',
          ...facts,
          credential: secret.credential,
          salt: secret.salt,
          wrapped: empty,
        }
  const wrapping = await wrappingKey(way, secret, 'wrapKey')
  const how = { name: 'AES-GCM', iv: empty.vector, additionalData: boundTo(vault, way) }
  const data = await crypto.subtle.wrapKey('raw', key, wrapping, how)
  return { ...way, wrapped: { ...empty, data: new Uint8Array(data) } }
}

const fits = (way: Way, secret: Secret) =>
  secret.type === 'passphrase'
    ? way.type === 'passphrase' && way.rounds >= 1 && way.rounds <= mostRounds
    : way.type === 'passkey' && String(way.credential) === String(secret.credential)

async function wrappingKey(way: Way, secret: Secret, use: 'wrapKey' | 'unwrapKey'): Promise<CryptoKey> {
  if (secret.type === 'passphrase') {
    const iterations = way.type === 'passphrase' ? way.rounds : rounds
    return passphraseKey(secret.passphrase, { salt: way.salt, iterations }, [use])
  }
  const base = await crypto.subtle.importKey('raw', secret.secret, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('parley vault 1')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: way.salt, info }
  return crypto.subtle.deriveKey(derivation, base, cipher, false, [use])
}

/** A way counts only in its own vault, and as it was made. */
const boundTo = (vault: string, way: Way) =>
  new TextEncoder().encode(
    JSON.stringify([
      'parley-way',
      1,
      vault,
      way.id,
      way.type,
      way.type === 'passphrase' ? way.rounds : [...way.credential],
      [...way.salt],
    ]),
  )
