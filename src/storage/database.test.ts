import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test } from 'vitest'
import { database } from './database'
import { loadDrafts, saveDraft } from './drafts'

// Lets go of the connection that another test has opened, as a newer Parley would make it do.
beforeEach(() => deleteDB('parley'))

describe('a database that was not there', () => {
  test('has every store, and the index by conversation', async () => {
    const opened = await database()
    expect([...opened.objectStoreNames]).toEqual([
      'conversations',
      'drafts',
      'flights',
      'keys',
      'logprobs',
      'messages',
      'places',
      'presets',
      'vault',
    ])
    const { store } = opened.transaction('messages')
    expect(store.keyPath).toBe('id')
    expect([...store.indexNames]).toEqual(['conversation'])
    expect(store.index('conversation').keyPath).toBe('conversation')
    expect(opened.transaction('conversations').store.keyPath).toBe('id')
    expect(opened.transaction('keys').store.keyPath).toBe('endpoint')
    expect(opened.transaction('drafts').store.keyPath).toBeNull()
  })

  test('is opened once', async () => {
    expect(database()).toBe(database())
    await saveDraft('new', 'kept')
    expect(await loadDrafts()).toEqual({ new: 'kept' })
  })
})

describe('a newer Parley in another tab', () => {
  test('may migrate at once: this one lets go', async () => {
    const { version } = await database()
    const newer = await openDB('parley', version + 1)
    expect(newer.version).toBe(version + 1)
    newer.close()
  })

  test('has changed what this one cannot read, and this one says so each time', async () => {
    const { version } = await database()
    const newer = await openDB('parley', version + 1)
    await expect(loadDrafts()).rejects.toMatchObject({ name: 'VersionError' })
    await expect(loadDrafts()).rejects.toMatchObject({ name: 'VersionError' })
    newer.close()
  })
})

test('a database that was let go is opened again at the next use', async () => {
  const before = await database()
  await saveDraft('new', 'kept')
  await deleteDB('parley')
  expect(database()).not.toBe(before)
  expect(await loadDrafts()).toEqual({})
  await saveDraft('new', 'again')
  expect(await loadDrafts()).toEqual({ new: 'again' })
})

test('a database that could not be opened is tried again', async () => {
  const { version } = await database()
  await deleteDB('parley')
  const newer = await openDB('parley', version + 1)
  await expect(database()).rejects.toMatchObject({ name: 'VersionError' })
  newer.close()
  await deleteDB('parley')
  expect((await database()).version).toBe(version)
})
