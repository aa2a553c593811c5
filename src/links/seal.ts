import { canEncrypt, mostRounds, passphraseKey, rounds, saltSize } from '../vault/passphraseKey'
import { LinkFault } from './LinkFault'
import { joined } from './bytes'

/**
 * A body under a passphrase: AES-256-GCM with a key that PBKDF2-SHA-256 makes of the passphrase and a random salt. In
 * front stand the rounds (4 bytes), the salt and the initialisation vector; they are authenticated with what they
 * protect, and so is all that stands before them.
 */
const vectorSize = 12
/** The first links have so many; a link with less is not ours. */
const fewestRounds = 600_000
const head = 4 + saltSize + vectorSize

export async function seal(body: Uint8Array, passphrase: string, before: Uint8Array): Promise<Uint8Array> {
  const subtle = subtleHere()
  const front = new Uint8Array(head)
  new DataView(front.buffer).setUint32(0, rounds)
  crypto.getRandomValues(front.subarray(4))
  const key = await passphraseKey(passphrase, { salt: saltOf(front), iterations: rounds }, ['encrypt'])
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
  if (asked < fewestRounds || asked > mostRounds) throw new LinkFault('unreadable')
  const key = await passphraseKey(passphrase, { salt: saltOf(front), iterations: asked }, ['decrypt'])
  try {
    return new Uint8Array(await subtle.decrypt(parametersOf(front, before), key, sealed.slice(head)))
  } catch {
    // The checksum has said before that nothing was altered on the way.
    throw new LinkFault('wrong-passphrase')
  }
}

function subtleHere(): SubtleCrypto {
  if (!canEncrypt()) throw new LinkFault('not-here')
  return crypto.subtle
}

const saltOf = (front: Uint8Array<ArrayBuffer>) => front.slice(4, 4 + saltSize)

const parametersOf = (front: Uint8Array<ArrayBuffer>, before: Uint8Array): AesGcmParams => ({
  name: 'AES-GCM',
  iv: front.slice(4 + saltSize),
  additionalData: joined([before, front]),
})
