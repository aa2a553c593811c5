import { type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb'
import { copyDatabase } from './copyDatabase'
import type { Schema } from './database'
import type { Migration } from './migrations'

export type Callbacks = Pick<OpenDBCallbacks<Schema>, 'blocked' | 'blocking' | 'terminated'>

/**
 * Opens a database and brings it to the version of the last migration. Where one of them alters what is there, all of it
 * is copied first. Rejects with what went wrong; then the database is as it was.
 */
export async function openMigrated(
  name: string,
  migrations: readonly Migration[],
  callbacks: Callbacks = {},
): Promise<IDBPDatabase<Schema>> {
  let copied: number | undefined
  for (;;) {
    // Only an upgrade knows from which version it comes.
    let uncopied = false
    let reason: unknown
    const opening = openDB<Schema>(name, migrations.length, {
      ...callbacks,
      upgrade(database, from, _to, transaction) {
        const steps = migrations.slice(from)
        // The error of opening says the same.
        transaction.done.catch(() => {})
        uncopied = from > 0 && from !== copied && steps.some(({ alters }) => alters)
        if (uncopied) return transaction.abort()
        taken(steps, database, transaction).catch((error: unknown) => {
          reason = error
          transaction.abort()
        })
      },
    })
    try {
      return await opening
    } catch (error) {
      if (!uncopied) throw reason ?? error
      copied = await copyDatabase(name)
    }
  }
}

async function taken(steps: readonly Migration[], ...on: Parameters<Migration['step']>): Promise<void> {
  for (const { step } of steps) {
    // A step that waits for nothing must not end the transaction of the next one.
    const working = step(...on)
    if (working) await working
  }
}
