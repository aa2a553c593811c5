/**
 * Why a link cannot be shown.
 *
 * - `cut`: it ends before its time; `have` and `want` are how many characters came, and how many there were.
 * - `altered`: something in it is not as it was.
 * - `foreign`: it never was a link of Parley, or nothing is left by which that could be told.
 * - `newer`: a newer Parley has made it.
 * - `too-large`: it holds more than anybody would put there.
 * - `unreadable`: it is whole, but no conversation.
 * - `sealed`: it asks for a passphrase, and none was given.
 * - `wrong-passphrase`: another one was given.
 * - `not-here`: this browser lacks what reading it takes, or the page has no secure address.
 */
export type LinkFaultKind =
  | 'cut'
  | 'altered'
  | 'foreign'
  | 'newer'
  | 'too-large'
  | 'unreadable'
  | 'sealed'
  | 'wrong-passphrase'
  | 'not-here'

/** The one error of this room. What a reader is told about it is not said here. */
export class LinkFault extends Error {
  override readonly name = 'LinkFault'
  readonly kind: LinkFaultKind
  readonly have: number
  readonly want: number

  constructor(kind: LinkFaultKind, { have = 0, want = 0 } = {}) {
    super(kind)
    this.kind = kind
    this.have = have
    this.want = want
  }
}
