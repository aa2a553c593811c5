import { type IDBPDatabase, openDB } from 'idb'
import { copyName, keptCopy } from './copyDatabase'
import { localRead } from './allLocal'

/** How many records are read at once. */
const slice = 200

export interface RawExport {
  /** The pieces of a JSON text, in their order. */
  parts: BlobPart[]
  records: number
  /** Records that the browser itself could not read. */
  unread: number
  /** Names in localStorage of what is damaged, and could hold secrets. */
  leftOut: string[]
}

/**
 * A database as it is, whatever its version; undefined if there is none. It is not made, not brought to another version,
 * and let go when a newer Parley wants it.
 */
export async function openAsItIs(name: string): Promise<IDBPDatabase | undefined> {
  let isNew = false
  try {
    return await openDB(name, undefined, {
      upgrade(_database, _from, _to, transaction) {
        isNew = true
        transaction.done.catch(() => {})
        transaction.abort()
      },
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the event of a connection has that as its target
      blocking: (_now, _wanted, { target }) => (target as IDBDatabase).close(),
    })
  } catch (error) {
    if (isNew) return undefined
    throw error
  }
}

/**
 * Every record of every store as JSON, with no regard to what it means, and what localStorage keeps. The records of
 * requests, which say nothing that the messages do not, are left out; so are secrets, unless they are wished for: keys, the
 * vault, the values of the headers of endpoints, and texts in which these cannot be told apart. Encrypted keys go along
 * as they are, encrypted.
 */
export async function rawExport(
  name: string,
  secrets: boolean,
  told: (records: number) => void,
): Promise<RawExport> {
  const { local, leftOut } = localOf(secrets)
  const result: RawExport = { parts: [], records: 0, unread: 0, leftOut }
  const blobs: Blob[] = []
  const write = (value: unknown) => JSON.stringify(value, writable(blobs)) ?? 'null'
  const made = new Date().toISOString()
  const head = { format: 'parley-raw', version: 1, made, ...(leftOut.length > 0 && { leftOut }) }
  result.parts.push(`${JSON.stringify(head).slice(0, -1)},\n"local":${write(local)},\n"databases":[`)
  const copy = keptCopy(name)
  const names = [name, ...(copy ? [copyName(name, copy.version)] : [])]
  let first = true
  for (const wanted of names) {
    const database = await openAsItIs(wanted)
    if (!database) continue
    result.parts.push(first ? '\n' : ',\n')
    first = false
    try {
      await addDatabase(database, { result, write, secrets, told })
    } finally {
      database.close()
    }
  }
  result.parts.push('\n],\n"blobs":[')
  for (const [at, blob] of blobs.entries())
    result.parts.push(`${at ? ',' : ''}\n${JSON.stringify(await dataURL(blob))}`)
  result.parts.push('\n]}\n')
  return result
}

interface Out {
  result: RawExport
  write: (value: unknown) => string
  secrets: boolean
  told: (records: number) => void
}

async function addDatabase(database: IDBPDatabase, out: Out): Promise<void> {
  const { result, write } = out
  const { name, version } = database
  result.parts.push(`{${JSON.stringify({ name, version }).slice(1, -1)},"stores":{`)
  const left = out.secrets ? ['flights'] : ['flights', 'vault']
  const stores = [...database.objectStoreNames].filter((store) => !left.includes(store))
  for (const [at, store] of stores.entries()) {
    result.parts.push(`${at ? ',' : ''}\n${JSON.stringify(store)}:[`)
    const keys = await database.getAllKeys(store)
    let first = true
    for (let from = 0; from < keys.length; from += slice) {
      const some = keys.slice(from, from + slice)
      const read = await valuesOf(database, store, some)
      const lines = read.map((entry) => {
        if ('unread' in entry) result.unread++
        return write(out.secrets ? entry : withoutKey(store, entry))
      })
      result.parts.push(`${first ? '\n' : ',\n'}${lines.join(',\n')}`)
      first = false
      result.records += some.length
      out.told(result.records)
    }
    result.parts.push(']')
  }
  result.parts.push('}}')
}

type Entry = { key: IDBValidKey; value: unknown } | { key: IDBValidKey; unread: string }

/** One record that cannot be read must not hide the others: then each is read by itself. */
async function valuesOf(database: IDBPDatabase, store: string, keys: IDBValidKey[]): Promise<Entry[]> {
  try {
    const values: unknown[] = await database.getAll(
      store,
      IDBKeyRange.bound(keys[0], keys.at(-1)),
      keys.length,
    )
    if (values.length === keys.length) return keys.map((key, at) => ({ key, value: values[at] }))
  } catch {
    // Read one by one below.
  }
  const entries: Entry[] = []
  for (const key of keys)
    try {
      const value: unknown = await database.get(store, key)
      entries.push({ key, value })
    } catch (error) {
      entries.push({ key, unread: String(error) })
    }
  return entries
}

function withoutKey(store: string, entry: Entry): Entry {
  if (store !== 'keys' || !('value' in entry)) return entry
  const { sealed: _sealed, ...value } = Object(entry.value)
  return { ...entry, value: { ...value, key: null } }
}

function localOf(secrets: boolean): { local: unknown; leftOut: string[] } {
  const { whole, damaged } = localRead()
  if (secrets) return { local: { ...whole, ...damaged }, leftOut: [] }
  // Whatever else stands there: a header is an object with a name and a value in a list called headers.
  const text = JSON.stringify(whole, (name, value: unknown) =>
    name === 'headers' && Array.isArray(value)
      ? value.map((header: unknown) => ({ ...Object(header), value: null }))
      : value,
  )
  return { local: JSON.parse(text), leftOut: Object.keys(damaged) }
}

/** What JSON has no form for is written as where it stands in the list of blobs. */
function writable(blobs: Blob[]) {
  return (_name: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return String(value)
    const blob = value instanceof Blob ? value : isBytes(value) ? new Blob([value]) : undefined
    return blob ? { $blob: blobs.push(blob) - 1 } : value
  }
}

const isBytes = (value: unknown): value is ArrayBuffer | ArrayBufferView<ArrayBuffer> =>
  value instanceof ArrayBuffer || ArrayBuffer.isView(value)

const dataURL = (blob: Blob) =>
  new Promise<unknown>((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => resolve(reader.result))
    reader.addEventListener('error', () => reject(reader.error))
    reader.readAsDataURL(blob)
  })
