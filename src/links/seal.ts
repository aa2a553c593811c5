import { LinkFault } from './LinkFault'
import { joined } from './bytes'

/**
 * A body under a passphrase: AES-256-GCM with a key that PBKDF2-SHA-256 makes of the passphrase and a random salt. In
 * front stand the rounds (4 bytes), the salt and the initialisation vector; they are authenticated with what they
 * protect, and so is all that stands before them.
 */
const rounds = 600_000
/** More would hold up whoever opens it, and less is not ours. */
const mostRounds = 10_000_000
const saltSize = 16
const vectorSize = 12
const head = 4 + saltSize + vectorSize

export async function seal(body: Uint8Array, passphrase: string, before: Uint8Array): Promise<Uint8Array> {
  const subtle = subtleHere()
  const front = new Uint8Array(head)
  new DataView(front.buffer).setUint32(0, rounds)
  crypto.getRandomValues(front.subarray(4))
  const key = await keyFor(passphrase, front, rounds, 'encrypt')
  const sealed = await subtle.encrypt(parametersOf(front, before), key, body.slice())
  return joined([front, new Uint8Array(sealed)])
}

export async function unseal(
  sealed: Uint8Array,
  passphrase: string,
  before: Uint8Array,
): Promise<Uint8Array> {
  const subtle = subtleHere()
  if (sealed.length < head + 16) throw new LinkFault('unreadable')
  const front = sealed.slice(0, head)
  const asked = new DataView(front.buffer).getUint32(0)
  if (asked < rounds || asked > mostRounds) throw new LinkFault('unreadable')
  const key = await keyFor(passphrase, front, asked, 'decrypt')
  try {
    return new Uint8Array(await subtle.decrypt(parametersOf(front, before), key, sealed.slice(head)))
  } catch {
    // The checksum has said before that nothing was altered on the way.
    throw new LinkFault('wrong-passphrase')
  }
}

/** Whether this page may encrypt: browsers let only those with a secure address. */
export const canSeal = () => 'subtle' in crypto

function subtleHere(): SubtleCrypto {
  if (!canSeal()) throw new LinkFault('not-here')
  return crypto.subtle
}

const parametersOf = (front: Uint8Array<ArrayBuffer>, before: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: front.slice(4 + saltSize),
  additionalData: joined([before, front]),
})

/** The same letters, however a keyboard puts them together, are the same passphrase. */
async function keyFor(
  passphrase: string,
  front: Uint8Array<ArrayBuffer>,
  iterations: number,
  use: 'encrypt' | 'decrypt',
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: front.slice(4, 4 + saltSize), iterations }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, [use])
}
