/**
 * Why a reply did not come, or did not end.
 *
 * - `unreachable`: no answer at all (offline, refused, blocked by the browser, CORS).
 * - `rejected`: the server answered with an error, by status or in mid-stream.
 * - `garbled`: the answer cannot be read (HTML, bad JSON, another shape).
 * - `cut-off`: the answer stopped before it was finished.
 * - `stalled`: no byte came for the time the reader has set.
 */
export const errorKinds = ['unreachable', 'rejected', 'garbled', 'cut-off', 'stalled'] as const
export type ChatErrorKind = (typeof errorKinds)[number]

/** What a server said about an error; each field only where the server sent it. Never holds a key. */
export interface ChatErrorEvidence {
  /** HTTP status; absent where there was none, never invented. */
  status?: number
  /** `error.code`, `error.type` and `error.param` of the API's error object. */
  code?: string
  type?: string
  param?: string
  /** Seconds to wait, from `Retry-After` (RFC 9110, section 10.2.3) or `retry-after-ms`. */
  retryAfter?: number
  /** `x-request-id`, where the server lets the page read it. */
  requestId?: string
  /** At most 2,000 characters of what could not be read. */
  excerpt?: string
  /** Seconds without a byte, for `stalled`. */
  seconds?: number
}

/** A plain copy of a ChatError, as it is kept with a message. */
export type ErrorRecord = { kind: ChatErrorKind; message: string } & ChatErrorEvidence

/** The one error that the protocol and the API throw. `message` is the server's own words where it had any. */
export class ChatError extends Error {
  override readonly name = 'ChatError'
  readonly kind: ChatErrorKind
  readonly evidence: ChatErrorEvidence

  constructor(
    kind: ChatErrorKind,
    message: string,
    evidence: ChatErrorEvidence = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.kind = kind
    this.evidence = evidence
  }

  toRecord(): ErrorRecord {
    return { kind: this.kind, message: this.message, ...this.evidence }
  }
}
