export type Bytes = Uint8Array<ArrayBuffer>

/** Something encrypted with AES-256-GCM. */
export interface Sealed {
  vector: Bytes
  data: Bytes
}

/** One way to open a vault: its data key, wrapped by a key that only a passphrase or a passkey can make again. */
export type Way = PassphraseWay | PasskeyWay

export interface PassphraseWay {
  type: 'passphrase'
  id: string
  /** Milliseconds since 1970. */
  made: number
  rounds: number
  salt: Bytes
  wrapped: Sealed
}

export interface PasskeyWay {
  type: 'passkey'
  id: string
  made: number
  credential: Bytes
  /** What the authenticator makes its secret of. */
  salt: Bytes
  wrapped: Sealed
}

/** What is kept of a vault: nothing in it opens it. */
export interface Vault {
  id: string
  ways: Way[]
  /** After so many minutes without use it locks by itself; 0 is never. */
  lockMinutes: number
  /** Whether a tab also locks as soon as it is not seen any more. */
  lockHidden: boolean
}

/** What opens a vault, or is to open it from now on. */
export type Secret =
  | { type: 'passphrase'; passphrase: string }
  | { type: 'passkey'; credential: Bytes; salt: Bytes; secret: Bytes }

const isBytes = (value: unknown) => value instanceof Uint8Array
const isSealed = (value: unknown) =>
  typeof value === 'object' &&
  value !== null &&
  'vector' in value &&
  'data' in value &&
  isBytes(value.vector) &&
  isBytes(value.data)

/** Whether a record is a vault that this Parley can try to open. */
export function isVault(record: unknown): record is Vault {
  if (typeof record !== 'object' || record === null || !('id' in record && 'ways' in record)) return false
  return typeof record.id === 'string' && Array.isArray(record.ways) && record.ways.every(isWay)
}

function isWay(way: unknown): way is Way {
  if (typeof way !== 'object' || way === null || !('type' in way && 'salt' in way && 'wrapped' in way))
    return false
  const isKnown =
    (way.type === 'passphrase' && 'rounds' in way && typeof way.rounds === 'number') ||
    (way.type === 'passkey' && 'credential' in way && isBytes(way.credential))
  return isKnown && isBytes(way.salt) && isSealed(way.wrapped)
}
