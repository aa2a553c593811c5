/**
 * Why something stays locked.
 *
 * - `wrong`: another passphrase, or what is kept of it has been damaged: the two look the same.
 * - `altered`: a key that does not open with the vault's own key: damaged, or moved from another endpoint.
 * - `no-prf`: a passkey whose authenticator makes no secret (the PRF extension of WebAuthn).
 * - `cancelled`: the reader, or the browser, has let the passkey be.
 * - `not-here`: this page has no secure address, so that browsers let it encrypt nothing.
 */
export type VaultFaultKind = 'wrong' | 'altered' | 'no-prf' | 'cancelled' | 'not-here'

/** The one error of this room. What a reader is told about it is not said here. */
export class VaultFault extends Error {
  override readonly name = 'VaultFault'
  readonly kind: VaultFaultKind

  constructor(kind: VaultFaultKind) {
    super(kind)
    this.kind = kind
  }
}
