import type { DBSchema, IDBPDatabase } from 'idb'
import type { ConversationId, Message, MessageId } from '../conversation/Message'
import type { Conversation } from '../conversation/Tree'
import type { JsonObject, Logprobs, Parameters } from '../protocol/wire'

/** A key, bound to the one origin it was saved for. */
export interface StoredKey {
  endpoint: string
  origin: string
  key: string
}

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

interface Schema extends DBSchema {
  conversations: { key: ConversationId; value: Conversation }
  messages: { key: MessageId; value: Message; indexes: { conversation: ConversationId } }
  drafts: { key: string; value: string }
  keys: { key: string; value: StoredKey }
  presets: { key: string; value: Preset }
  logprobs: { key: [MessageId, number]; value: LogprobsPiece }
}

export type Database = IDBPDatabase<Schema>

const name = 'parley'

/**
 * What each version adds to the one before: forward only, never edited once released. The version of the
 * database is the length of this list.
 */
const migrations: ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore('conversations', { keyPath: 'id' })
    database.createObjectStore('messages', { keyPath: 'id' }).createIndex('conversation', 'conversation')
    database.createObjectStore('drafts')
    database.createObjectStore('keys', { keyPath: 'endpoint' })
  },
  (database) => {
    database.createObjectStore('presets', { keyPath: 'id' })
  },
  (database) => {
    database.createObjectStore('logprobs', { keyPath: ['message', 'count'] })
  },
]

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

async function open(): Promise<Database> {
  // Nobody has to wait for it to begin to type.
  const { openDB } = await import('idb')
  return openDB<Schema>(name, migrations.length, {
    upgrade(fresh, from) {
      for (const migrate of migrations.slice(from)) migrate(fresh)
    },
    // A newer Parley in another tab wants to migrate: let go, and open again at the next use.
    blocking() {
      const current = opened
      forget()
      void current?.then((open) => open.close())
    },
    terminated: forget,
  })
}

function forget() {
  opened = undefined
}
