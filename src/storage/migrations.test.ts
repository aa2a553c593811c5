import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { copyName, keptCopy, oldCopyRemoved } from './copyDatabase'
import { keepLocalIn } from './fixtures/local'
import { type Migration, migrations } from './migrations'
import { openMigrated } from './openMigrated'

keepLocalIn(globalThis)

const name = 'tried'
beforeEach(async () => {
  await deleteDB(name)
  for (const version of migrations.keys()) await deleteDB(copyName(name, version))
})

const records = {
  conversations: [{ id: 'c', title: 'One' }],
  messages: Array.from({ length: 1203 }, (_, at) => ({ id: `m${at}`, conversation: 'c', content: `${at}` })),
  keys: [{ endpoint: 'e', origin: 'https://a.example', key: 'k' }],
  presets: [{ id: 'p', name: 'Tutor' }],
  logprobs: [{ message: 'm1', count: 0 }],
}

/** A database as Parley of that version left it. */
async function seeded(version: number): Promise<void> {
  ;(await openMigrated(name, migrations.slice(0, version))).close()
  const database = await openDB(name)
  for (const [store, values] of Object.entries(records))
    if (database.objectStoreNames.contains(store)) {
      const writing = database.transaction(store, 'readwrite')
      for (const value of values) await writing.store.put(value)
      await writing.done
    }
  await database.put('drafts', 'half', 'new')
  database.close()
}

/** All that a database of a name holds, by store. */
async function held(of = name): Promise<Record<string, unknown>> {
  const database = await openDB(of)
  const stores = [...database.objectStoreNames]
  const all = await Promise.all(stores.map((store) => database.getAll(store)))
  database.close()
  return Object.fromEntries(stores.map((store, at) => [store, all[at]]))
}

const titled: Migration = {
  alters: true,
  step: async (_database, transaction) => {
    const store = transaction.objectStore('conversations')
    for (const conversation of await store.getAll()) await store.put({ ...conversation, title: 'Altered' })
  },
}

const earlier = [...migrations.keys()].slice(1)

test.each(earlier)('what version %i has kept is there in the newest', async (version) => {
  await seeded(version)
  const before = await held()
  ;(await openMigrated(name, migrations)).close()
  expect(await held()).toMatchObject(before)
  expect(Object.keys(await held())).toHaveLength(9)
  // Nothing was altered, so nothing is kept twice.
  expect(keptCopy(name)).toBeUndefined()
})

describe('a step that alters records', () => {
  test.each([...earlier, migrations.length])('comes after a copy of version %i, whole', async (version) => {
    await seeded(version)
    const before = await held()
    ;(await openMigrated(name, [...migrations, titled])).close()
    expect(await held()).toMatchObject({ ...before, conversations: [{ id: 'c', title: 'Altered' }] })
    expect(await held(copyName(name, version))).toEqual(before)
    expect(keptCopy(name)?.version).toBe(version)
  })

  test('copies nothing of a database that was not there', async () => {
    ;(await openMigrated(name, [...migrations, titled])).close()
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(copyName(name, 0))
  })

  test('and fails leaves all as it was, and is tried again', async () => {
    await seeded(migrations.length)
    const before = await held()
    const failing: Migration = {
      alters: true,
      step: async (database, transaction) => {
        await transaction.objectStore('messages').clear()
        database.deleteObjectStore('drafts')
        throw new Error('planted')
      },
    }
    const tried = () => openMigrated(name, [...migrations, failing])
    await expect(tried()).rejects.toThrow('planted')
    await expect(tried()).rejects.toThrow('planted')
    expect(await held()).toEqual(before)
    expect(await held(copyName(name, migrations.length))).toEqual(before)
    ;(await openMigrated(name, [...migrations, titled])).close()
    expect(await held()).toMatchObject({ conversations: [{ title: 'Altered' }] })
  })

  test('does not begin where there is no room for the copy', async () => {
    await seeded(migrations.length)
    const before = await held()
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(openMigrated(name, [...migrations, titled])).rejects.toMatchObject({
      name: 'QuotaExceededError',
    })
    full.mockRestore()
    expect(await held()).toEqual(before)
    expect((await indexedDB.databases()).map((one) => one.name)).toEqual([name])
  })

  test('leaves one copy, which goes after two weeks', async () => {
    await seeded(1)
    ;(await openMigrated(name, [migrations[0]!, titled])).close()
    ;(await openMigrated(name, [migrations[0]!, titled, titled])).close()
    const copies = async () => (await indexedDB.databases()).map((one) => one.name)
    expect(new Set(await copies())).toEqual(new Set([name, copyName(name, 2)]))
    const { made } = keptCopy(name)!
    await oldCopyRemoved(name, made + 13 * 86_400_000)
    expect(await copies()).toHaveLength(2)
    await oldCopyRemoved(name, made + 15 * 86_400_000)
    expect(await copies()).toEqual([name])
    expect(keptCopy(name)).toBeUndefined()
  })
})

test('a database of a newer Parley is not touched', async () => {
  await seeded(migrations.length)
  ;(await openMigrated(name, [...migrations, titled])).close()
  const before = await held()
  await expect(openMigrated(name, migrations)).rejects.toMatchObject({ name: 'VersionError' })
  expect(await held()).toEqual(before)
})
