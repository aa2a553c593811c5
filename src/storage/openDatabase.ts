import { type OpenDBCallbacks, openDB } from 'idb'
import type { Database, Schema } from './database'

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

/** Opens the database, and brings it to the newest version. */
export const openDatabase = (callbacks: Pick<OpenDBCallbacks<Schema>, 'blocking' | 'terminated'>) =>
  openDB<Schema>(name, migrations.length, {
    ...callbacks,
    upgrade(fresh, from) {
      for (const migrate of migrations.slice(from)) migrate(fresh)
    },
  })
