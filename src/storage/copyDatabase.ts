import { type IDBPDatabase, deleteDB, openDB } from 'idb'
import { keptNote, noteKept } from './allLocal'

/** How many records are in memory at once while a database is copied. */
const slice = 500
/** How long a copy is kept after the newer version has begun, in milliseconds. */
const keptFor = 14 * 24 * 3_600_000

/** The copy of the whole database that was made before its records were altered. */
export interface DatabaseCopy {
  /** Of the database that was copied. */
  version: number
  /** Milliseconds since 1970. */
  made: number
}

export const copyName = (name: string, version: number) => `${name}-backup-v${version}`

/** The copy that is there; there is never more than one. */
export function keptCopy(name: string): DatabaseCopy | undefined {
  const kept = keptNote(`copy.${name}`)
  return typeof kept === 'object' && kept && 'version' in kept && 'made' in kept
    ? { version: Number(kept.version), made: Number(kept.made) }
    : undefined
}

/**
 * Copies all that a database holds into another one, and returns the version that it copied. An older copy goes. Rejects
 * where there is no room for it: then nothing may be altered.
 */
export async function copyDatabase(name: string): Promise<number> {
  const source = await openDB(name, undefined, { blocking: (_now, _wanted, event) => close(event) })
  const { version } = source
  try {
    await copyRemoved(name)
    await deleteDB(copyName(name, version))
    await copied(source, copyName(name, version))
    noteKept(`copy.${name}`, { version, made: Date.now() })
  } catch (error) {
    await deleteDB(copyName(name, version))
    throw error
  } finally {
    source.close()
  }
  return version
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the event of a connection has that as its target
const close = ({ target }: Event) => (target as IDBDatabase).close()

async function copied(source: IDBPDatabase, to: string): Promise<void> {
  const names = [...source.objectStoreNames]
  if (!names.length) return
  const paths = source.transaction(names)
  const keyPaths = new Map(names.map((store) => [store, paths.objectStore(store).keyPath]))
  const target = await openDB(to, 1, {
    upgrade: (fresh) => {
      for (const [store, keyPath] of keyPaths) fresh.createObjectStore(store, { keyPath })
    },
  })
  try {
    for (const store of names) {
      let after: IDBKeyRange | null = null
      for (;;) {
        const reading = source.transaction(store)
        const [keys, values] = await Promise.all([
          reading.store.getAllKeys(after, slice),
          reading.store.getAll(after, slice),
        ])
        const writing = target.transaction(store, 'readwrite')
        const outOfLine = keyPaths.get(store) === null
        const puts = values.map((value: unknown, at) =>
          outOfLine ? writing.store.put(value, keys[at]) : writing.store.put(value),
        )
        await Promise.all([...puts, writing.done])
        if (keys.length < slice) break
        after = IDBKeyRange.lowerBound(keys.at(-1), true)
      }
    }
  } finally {
    target.close()
  }
}

/** Lets the copy go, if there is one. */
export async function copyRemoved(name: string): Promise<void> {
  const copy = keptCopy(name)
  if (!copy) return
  await deleteDB(copyName(name, copy.version))
  noteKept(`copy.${name}`, undefined)
}

/** Lets it go once the newer version has been in use for a while. */
export async function oldCopyRemoved(name: string, now = Date.now()): Promise<void> {
  const copy = keptCopy(name)
  if (copy && now - copy.made > keptFor) await copyRemoved(name)
}
