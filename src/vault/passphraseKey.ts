/** Rounds of PBKDF2 for what is locked today: what OWASP asks for with SHA-256. */
export const rounds = 600_000
/** More would hold up whoever opens it, and less is not ours. */
export const mostRounds = 10_000_000
export const saltSize = 16

/** Whether this page may encrypt: browsers let only those with a secure address. */
export const canEncrypt = () => 'subtle' in crypto

/**
 * The key, for AES-256-GCM, that PBKDF2-SHA-256 makes of a passphrase. The same letters, however a keyboard puts them
 * together, are the same passphrase.
 */
export async function passphraseKey(
  passphrase: string,
  { salt, iterations }: { salt: BufferSource; iterations: number },
  uses: KeyUsage[],
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC'))
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey'])
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations }
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, uses)
}
