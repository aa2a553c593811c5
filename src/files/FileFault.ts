/**
 * Why a file cannot be read.
 *
 * - `empty`: there is nothing in it.
 * - `not-json`: it is no JSON, and nothing else that is known.
 * - `cut`: it is JSON that ends before its time.
 * - `unknown`: it can be read, but it is of no kind that is known.
 * - `newer`: a newer Parley has made it.
 * - `too-large`: it holds more than can be read here.
 * - `no-body`: it is a command that sends none.
 * - `body-in-file`: the body it sends stands in the file `at`.
 * - `no-messages`: what it sends is no request for a chat completion.
 * - `unreadable`: its kind is known, but at `at` there stands what should not.
 */
export type FileFaultKind =
  | 'empty'
  | 'not-json'
  | 'cut'
  | 'unknown'
  | 'newer'
  | 'too-large'
  | 'no-body'
  | 'body-in-file'
  | 'no-messages'
  | 'unreadable'

/** The one error of this room. What a reader is told about it is not said here. */
export class FileFault extends Error {
  override readonly name = 'FileFault'
  readonly kind: FileFaultKind
  /** The place, as one would write it: `conversations[0].messages[2].role`; empty where it is all of it. */
  readonly at: string

  constructor(kind: FileFaultKind, at = '') {
    super(at ? `${kind}: ${at}` : kind)
    this.kind = kind
    this.at = at
  }
}
