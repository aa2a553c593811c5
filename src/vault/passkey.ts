import type { Bytes, PasskeyWay, Secret } from './Vault'
import { VaultFault } from './VaultFault'

type PasskeySecret = Extract<Secret, { type: 'passkey' }>

/** Whether this page may ask for passkeys: they belong to a name, never to a bare address or a file. */
export const canUsePasskeys = () =>
  'PublicKeyCredential' in globalThis &&
  isSecureContext &&
  location.protocol !== 'file:' &&
  !/^[\d.]+$|^\[/.test(location.hostname)

const random = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))

/**
 * Makes a passkey for this page, and the secret that its authenticator makes of a new salt. The passkey proves nothing to
 * anybody: there is no server that would ask.
 *
 * @throws VaultFault `no-prf` or `cancelled`
 */
export async function makePasskey(name: string): Promise<PasskeySecret> {
  const salt = random(32)
  const made = await asked(
    navigator.credentials.create({
      publicKey: {
        rp: { name },
        user: { id: random(16), name, displayName: name },
        challenge: random(32),
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: 'public-key', alg })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    }),
  )
  const { enabled, results } = made.getClientExtensionResults().prf ?? {}
  const credential = new Uint8Array(made.rawId)
  if (results?.first) return { type: 'passkey', credential, salt, secret: bytesOf(results.first) }
  if (!enabled) throw new VaultFault('no-prf')
  // Most authenticators make a secret only when they are asked for the passkey.
  return askPasskey([{ credential, salt }])
}

/** Asks for one of these passkeys, and for the secret that it makes of its salt. */
export async function askPasskey(
  ways: readonly Pick<PasskeyWay, 'credential' | 'salt'>[],
): Promise<PasskeySecret> {
  const evalByCredential = Object.fromEntries(
    ways.map(({ credential, salt }) => [base64url(credential), { first: salt }]),
  )
  const given = await asked(
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: ways.map(({ credential: id }) => ({ type: 'public-key', id })),
        userVerification: 'required',
        extensions: { prf: { evalByCredential } },
      },
    }),
  )
  const { results } = given.getClientExtensionResults().prf ?? {}
  const credential = new Uint8Array(given.rawId)
  const way = ways.find((one) => String(one.credential) === String(credential))
  if (!results?.first || !way) throw new VaultFault('no-prf')
  return { type: 'passkey', credential, salt: way.salt, secret: bytesOf(results.first) }
}

async function asked(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const answer = await asking.catch(() => null)
  if (answer instanceof PublicKeyCredential) return answer
  throw new VaultFault('cancelled')
}

const bytesOf = (source: BufferSource): Bytes =>
  new Uint8Array(
    ArrayBuffer.isView(source)
      ? source.buffer.slice(source.byteOffset, source.byteOffset + source.byteLength)
      : source,
  )

const base64url = (bytes: Bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
