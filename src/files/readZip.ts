import { FileFault } from './FileFault'

/** What an entry may become, in bytes. ChatGPT's largest known exports of text alone have some hundred million. */
const most = 1_000_000_000
/** Deflate can make a thousand of one; texts make ten of it. */
const largestRatio = 200
const mostEntries = 200_000

const endMark = 0x06054b50
const entryMark = 0x02014b50
const fileMark = 0x04034b50

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  at: number
}

export async function isZip(file: Blob): Promise<boolean> {
  const head = await viewOf(file, 0, 4)
  return head.byteLength === 4 && head.getUint32(0, true) === fileMark
}

interface TextInZip {
  text: string
  /** How much of all texts stands before it, and how much it is, from 0 to 1. */
  part: number
  share: number
}

/**
 * The conversations in a zip, as texts: what else is in it, pictures above all, is not even read. The format is PKWARE's
 * APPNOTE.TXT, section 4.3; archives of more than 4 GB (zip64) are not known here.
 */
export async function* textsInZip(file: Blob): AsyncGenerator<TextInZip> {
  const entries = (await entriesOf(file)).filter(({ name }) => /(^|\/)conversations[^/]*\.json$/.test(name))
  if (!entries.length) throw new FileFault('unknown')
  const size = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > most) throw new FileFault('too-large')
  let part = 0
  for (const entry of entries) {
    const share = entry.size / (size || 1)
    yield { text: await textOf(file, entry), part, share }
    part += share
  }
}

async function entriesOf(file: Blob): Promise<Entry[]> {
  // The end of the archive says where its list of entries stands; behind it there may be a comment.
  const tailAt = Math.max(0, file.size - 65_557)
  const tail = await viewOf(file, tailAt, file.size)
  let end = tail.byteLength - 22
  while (end >= 0 && tail.getUint32(end, true) !== endMark) end--
  if (end < 0) throw new FileFault('cut')
  const count = tail.getUint16(end + 10, true)
  const size = tail.getUint32(end + 12, true)
  const at = tail.getUint32(end + 16, true)
  if (at === 0xffffffff || count > mostEntries) throw new FileFault('too-large')
  const list = await viewOf(file, at, at + size)
  const entries: Entry[] = []
  for (let place = 0; place + 46 <= list.byteLength && list.getUint32(place, true) === entryMark;) {
    const nameSize = list.getUint16(place + 28, true)
    const name = new Uint8Array(list.buffer, place + 46, Math.min(nameSize, list.byteLength - place - 46))
    entries.push({
      name: new TextDecoder().decode(name),
      method: list.getUint16(place + 10, true),
      packed: list.getUint32(place + 20, true),
      size: list.getUint32(place + 24, true),
      at: list.getUint32(place + 42, true),
    })
    place += 46 + nameSize + list.getUint16(place + 30, true) + list.getUint16(place + 32, true)
  }
  return entries
}

async function textOf(file: Blob, { method, packed, size, at }: Entry): Promise<string> {
  if (size > packed * largestRatio + 10_000) throw new FileFault('too-large')
  const head = await viewOf(file, at, at + 30)
  if (head.byteLength < 30 || head.getUint32(0, true) !== fileMark) throw new FileFault('unreadable')
  const from = at + 30 + head.getUint16(26, true) + head.getUint16(28, true)
  const body = file.slice(from, from + packed)
  if (method === 0) return body.text()
  if (method !== 8) throw new FileFault('unreadable')
  return inflated(body, size)
}

/** A text that is given up as soon as it is longer than it says of itself. */
async function inflated(body: Blob, size: number): Promise<string> {
  const reader = body.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  const parts: string[] = []
  let length = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length
      if (length > size) throw new FileFault('too-large')
      parts.push(decoder.decode(read.value, { stream: true }))
    }
  } catch (error) {
    reader.cancel().catch(() => {})
    throw error instanceof FileFault ? error : new FileFault('unreadable')
  }
  return parts.join('') + decoder.decode()
}

const viewOf = async (file: Blob, from: number, to: number) =>
  new DataView(await file.slice(from, to).arrayBuffer())
