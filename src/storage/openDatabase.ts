import { oldCopyRemoved } from './copyDatabase'
import { migrations } from './migrations'
import { type Callbacks, openMigrated } from './openMigrated'

export const databaseName = 'parley'

/** Opens the database, and brings it to the newest version. */
export async function openDatabase(callbacks: Callbacks) {
  const database = await openMigrated(databaseName, migrations, callbacks)
  // Whether an old copy goes now or at the next start is nobody's concern.
  oldCopyRemoved(databaseName).catch(() => undefined)
  return database
}
