import 'fake-indexeddb/auto'
import { deleteDB, openDB } from 'idb'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { conversation } from '../conversation/fixtures/trees'
import { newId } from '../conversation/newId'
import { loadConversations, loadTree } from './conversations'
import { database } from './database'
import { keepLocalIn } from './fixtures/local'
import { saveKey } from './keys'
import { openAsItIs, rawExport } from './rawExport'
import { onUnreadable } from './readable'

keepLocalIn(globalThis)
beforeEach(() => deleteDB('parley'))

const message = (facts: object) => ({
  id: newId(),
  conversation: conversation.id,
  parent: null,
  order: 0,
  created: 1,
  status: 'done',
  role: 'user',
  content: 'words',
  ...facts,
})

/** Puts records past our own code, as they may have come to stand there. */
async function planted(store: 'conversations' | 'messages', records: object[]): Promise<void> {
  const opened = await database()
  const writing = opened.transaction(store, 'readwrite')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what should never stand there
  await Promise.all([...records.map((record) => writing.store.put(record as never)), writing.done])
}

const exported = async (secrets = false) => {
  const { parts, ...counts } = await rawExport('parley', secrets, () => {})
  const text = await new Blob(parts).text()
  return { text, file: JSON.parse(text), ...counts }
}

describe('records that are not as they should be', () => {
  const odd = [
    { id: 1 },
    message({ content: null }),
    message({ role: 7 }),
    message({ content: ['x'] }),
    message({ run: 'fast' }),
    message({ order: undefined }),
  ]

  test('are passed over, counted and kept, and the others are read', async () => {
    const counts: number[] = []
    onUnreadable((count) => counts.push(count))
    const whole = message({ content: 'whole' })
    await planted('conversations', [conversation, { id: 1 }, { id: 'half', title: 'Half' }])
    await planted('messages', [...odd, whole])
    expect((await loadConversations()).map(({ id }) => id)).toEqual([conversation.id])
    expect(await loadTree('half')).toBeUndefined()
    const tree = await loadTree(conversation.id)
    expect([...tree!.messages.values()]).toEqual([whole])
    await loadTree(conversation.id)
    // Those of the conversation; what belongs to none is not even looked at.
    expect(counts.at(-1)).toBe(2 + odd.length - 1)
    expect(await (await database()).count('messages')).toBe(odd.length + 1)
    const { file, records } = await exported()
    const { stores } = file.databases[0]
    expect(stores.messages.map(({ value }: { value: unknown }) => value)).toEqual(
      expect.arrayContaining(JSON.parse(JSON.stringify([...odd, whole]))),
    )
    expect(stores.conversations).toHaveLength(3)
    expect(records).toBe(odd.length + 4)
  })
})

describe('the export of all that is kept', () => {
  test('holds no key and no value of a header, unless they are wished for', async () => {
    await saveKey('e', 'https://a.example', 'sk-secret')
    const headers = [{ name: 'X-Auth', value: 'secret-header' }]
    localStorage.setItem('parley.settings', JSON.stringify({ version: 1, endpoints: [{ id: 'e', headers }] }))
    localStorage.setItem('other', 'of another page')
    const { text, file } = await exported()
    expect(text).not.toContain('secret')
    expect(text).not.toContain('another page')
    expect(file.databases[0].stores.keys[0].value).toEqual({
      endpoint: 'e',
      origin: 'https://a.example',
      key: null,
    })
    expect(file.local['parley.settings'].endpoints[0].headers).toEqual([{ name: 'X-Auth', value: null }])
    const whole = await exported(true)
    expect(whole.text).toContain('sk-secret')
    expect(whole.text).toContain('secret-header')
  })

  test('holds nothing damaged in which secrets could stand, unless they are wished for', async () => {
    const damaged = '{"version":1,"endpoints":[{"headers":[{"name":"X-Auth","value":"secret-'
    localStorage.setItem('parley.settings', damaged)
    localStorage.setItem('parley.prices', '{"a":1}')
    const { text, file, leftOut } = await exported()
    expect(text).not.toContain('secret')
    expect(file.local).toEqual({ 'parley.prices': { a: 1 } })
    expect(leftOut).toEqual(['parley.settings'])
    expect(file.leftOut).toEqual(leftOut)
    const whole = await exported(true)
    expect(whole.file.local['parley.settings']).toBe(damaged)
    expect(whole.leftOut).toEqual([])
    localStorage.removeItem('parley.prices')
  })

  test('is made of a database of a newer Parley too, and changes nothing of it', async () => {
    await planted('conversations', [conversation])
    const { version } = await database()
    const newer = await openDB('parley', version + 1, {
      upgrade: (fresh) => void fresh.createObjectStore('later'),
    })
    newer.close()
    const { file } = await exported()
    expect(file.databases[0]).toMatchObject({ version: version + 1, stores: { later: [] } })
    expect(file.databases[0].stores.conversations).toHaveLength(1)
    const again = await openAsItIs('parley')
    expect(again?.version).toBe(version + 1)
    again?.close()
  })

  test('makes no database where there is none', async () => {
    expect(await openAsItIs('parley')).toBeUndefined()
    expect((await exported()).file.databases).toEqual([])
    expect(await indexedDB.databases()).toEqual([])
  })

  test('reads many records in their order, and passes over what the browser cannot read', async () => {
    const many = Array.from({ length: 450 }, (_, at) => message({ id: `m${String(at).padStart(4, '0')}` }))
    await planted('messages', many)
    // As a broken file on the disk would have it.
    const refuse = () => {
      throw new DOMException('broken', 'DataError')
    }
    const all = vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(refuse)
    const { get } = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype)
    const one = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
      this: IDBObjectStore,
      key,
    ) {
      if (key === 'm0203') refuse()
      return get.value!.call(this, key)
    })
    try {
      const { file, records, unread } = await exported()
      expect([records, unread]).toEqual([450, 1])
      const entries: { key: string; unread?: string }[] = file.databases[0].stores.messages
      expect(entries.map(({ key }) => key)).toEqual(many.map(({ id }) => id))
      expect(entries.filter((entry) => 'unread' in entry).map(({ key }) => key)).toEqual(['m0203'])
    } finally {
      all.mockRestore()
      one.mockRestore()
    }
  })
})
