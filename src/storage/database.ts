import type { DBSchema, IDBPDatabase } from 'idb'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import type { JsonObject, Logprobs, Parameters } from '../protocol/wire'
import type { KeyOwner } from '../vault/sealKey'
import type { Sealed, Vault } from '../vault/Vault'

/** A key, bound to the one origin it was saved for: as it is, or encrypted with the key of the vault. */
export type StoredKey = KeyOwner & ({ key: string } | { sealed: Sealed })

/** A named set of request fields, with the system message that belongs to it. */
export interface Preset {
  id: string
  name: string
  /** Milliseconds since 1970. */
  created: number
  parameters: Parameters
  extraBody?: JsonObject
  system?: string
  /** Whether applying it chooses its model too. */
  withModel: boolean
}

/** What came of a live message's log probabilities between two saves, and where in each list it stands. */
export interface LogprobsPiece {
  message: MessageId
  count: number
  from: Record<string, number>
  logprobs: Logprobs
}

/** The record of a request, packed. Its place among all stands in its key, so that the oldest are found without reading them. */
export interface StoredFlight {
  run: string
  strand: number
  /** Milliseconds since 1970. */
  started: number
  /** In bytes, as it is kept. */
  size: number
  conversation: ConversationId
  data: Uint8Array<ArrayBuffer>
  packing: 'deflate-raw' | 'none'
}

export interface Schema extends DBSchema {
  conversations: { key: ConversationId; value: Conversation }
  messages: { key: MessageId; value: Message; indexes: { conversation: ConversationId } }
  drafts: { key: string; value: string }
  keys: { key: string; value: StoredKey }
  /** The one vault, under the name `keys`. */
  vault: { key: string; value: Vault }
  presets: { key: string; value: Preset }
  logprobs: { key: [MessageId, number]; value: LogprobsPiece }
  /** Folders that the reader has picked, by what they are for. */
  places: { key: string; value: FileSystemDirectoryHandle }
  flights: {
    key: [run: string, strand: number, started: number, size: number]
    value: StoredFlight
    indexes: { conversation: ConversationId }
  }
}

export type Database = IDBPDatabase<Schema>

let opened: Promise<Database> | undefined

/**
 * The database, opened at the first use. Rejects where the browser offers none (some private windows) or a
 * newer Parley has already changed it; the next call tries again.
 */
export function database(): Promise<Database> {
  opened ??= open().catch((error: unknown) => {
    forget()
    throw error
  })
  return opened
}

let records: typeof import('./records')

/**
 * Works on the database with what comes with it. All that is begun with it, and with `database` alone, gets its turn in
 * the order in which it was begun.
 */
export async function withRecords<Result>(
  work: (room: typeof import('./records'), opened: Database) => Promise<Result>,
): Promise<Result> {
  const opened = await database()
  return work(records, opened)
}

let hearBlocked: (blocked: boolean) => void = () => {}

/** Calls back when another tab, of an older Parley, holds the database, which cannot be opened before; and when it can. */
export const onBlocked = (hear: (blocked: boolean) => void): void => void (hearBlocked = hear)

async function open(): Promise<Database> {
  // Nobody has to wait for it to begin to type.
  records = await import('./records')
  const database = await records.openDatabase({
    blocked: () => hearBlocked(true),
    // A newer Parley in another tab wants to migrate: let go, and open again at the next use.
    blocking() {
      const current = opened
      forget()
      void current?.then((database) => database.close())
    },
    terminated: forget,
  })
  hearBlocked(false)
  return database
}

function forget() {
  opened = undefined
}
