import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { Schema } from './database'

/** What brings a database from one version to the next. */
export interface Migration {
  /** Whether it alters records that are there: then the whole database is copied before (`copyDatabase`). */
  alters?: boolean
  /** Works through this transaction alone; if it throws or rejects, the database stays as it was. */
  step: (
    database: IDBPDatabase<Schema>,
    transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
  ) => void | Promise<void>
}

/**
 * What each version adds to the one before: forward only, never edited once released. The version of the
 * database is the length of this list.
 */
export const migrations: readonly Migration[] = [
  {
    step: (database) => {
      database.createObjectStore('conversations', { keyPath: 'id' })
      database.createObjectStore('messages', { keyPath: 'id' }).createIndex('conversation', 'conversation')
      database.createObjectStore('drafts')
      database.createObjectStore('keys', { keyPath: 'endpoint' })
    },
  },
  { step: (database) => void database.createObjectStore('presets', { keyPath: 'id' }) },
  { step: (database) => void database.createObjectStore('logprobs', { keyPath: ['message', 'count'] }) },
  { step: (database) => void database.createObjectStore('places') },
  {
    step: (database) =>
      void database
        .createObjectStore('flights', { keyPath: ['run', 'strand', 'started', 'size'] })
        .createIndex('conversation', 'conversation'),
  },
  { step: (database) => void database.createObjectStore('vault') },
]
