import { isDeep } from '../protocol/isDeep'
import { LinkFault } from './LinkFault'
import type { SharedConversation } from './SharedConversation'
import { fromBase64url, lettersFor, toBase64url } from './base64url'
import { crc32 } from './crc32'
import { deflate } from './deflate'
import { dictionary } from './dictionary'
import { joined } from './bytes'
import { deflateByBrowser, inflate } from './inflate'
import { pack } from './pack'
import { seal, unseal } from './seal'
import { unpack } from './unpack'

/**
 * The letters behind `#/s/`: base64url of
 *
 *     first byte    version in the upper four bits, flags in the lower: 1 sealed, 2 with the dictionary
 *     size          of the body, seven bits a byte, the lowest first (LEB128)
 *     checksum      CRC-32 of all else, four bytes
 *     body          deflate of JSON (`pack`), sealed or not
 *
 * The size tells a link that was cut from one that was altered. See docs/sharing.md.
 */
const version = 1
/** As far as versions are taken for those of a newer Parley. */
const lastVersion = 3
const sealedFlag = 1
const dictionaryFlag = 2

/** What JSON may become when it is inflated, in bytes. Links that a browser opens hold far less. */
const most = 8_000_000
/** Above this the dictionary saves less than a hundredth, and the browser's own way is quicker. */
const dictionaryUpTo = 64_000

/** A conversation as the letters of a link. With a passphrase nobody else can read it. */
export async function encodeLink(shared: SharedConversation, passphrase = ''): Promise<string> {
  const data = new TextEncoder().encode(JSON.stringify(pack(shared)))
  const isShort = data.length <= dictionaryUpTo
  const body = isShort ? deflate(data, dictionary()) : await deflateByBrowser(data)
  const flags = (isShort ? dictionaryFlag : 0) | (passphrase ? sealedFlag : 0)
  const first = Uint8Array.of((version << 4) | flags)
  const last = passphrase ? await seal(body, passphrase, first) : body
  const front = joined([first, sizeBytes(last.length)])
  const check = new Uint8Array(4)
  new DataView(check.buffer).setUint32(0, crc32(front, last))
  return toBase64url(joined([front, check, last]))
}

/** The conversation of a link, or a LinkFault that says what is wrong with it. Nothing else is ever thrown. */
export async function decodeLink(letters: string, passphrase = ''): Promise<SharedConversation> {
  const { first, body } = readFrame(letters)
  if (first & sealedFlag && !passphrase) throw new LinkFault('sealed')
  const packed = first & sealedFlag ? await unseal(body, passphrase, Uint8Array.of(first)) : body
  const known = first & dictionaryFlag ? dictionary() : new Uint8Array()
  return unpack(parse(await inflate(packed, known, most)))
}

/**
 * What mail and chats put into long words: breaks, with the mark of a quotation or the sign that a line goes on, spaces
 * of any kind, and places to break at; as they are, or as programs write them in addresses.
 */
const onTheWay =
  /=(?=\s|%0)|[\s>\u00ad\u200b-\u200d\u2060]|%(?:0[9ad]|20|3e|c2%a0|c2%ad|e2%80%8[b-d]|e2%81%a0|ef%bb%bf)/gi

function readFrame(letters: string): { first: number; body: Uint8Array } {
  const text = letters.replace(onTheWay, '')
  const bytes = fromBase64url(text)
  const first = bytes[0]
  if (first === undefined) throw new LinkFault(letters.length < 2 ? 'cut' : 'foreign')
  const made = first >> 4
  // Any word begins with a version as well, mostly with a high one.
  const isNewer = made > version && made <= lastVersion && bytes.length >= 10
  if (made !== version) throw new LinkFault(isNewer ? 'newer' : 'foreign')
  if (first & ~(0xf0 | sealedFlag | dictionaryFlag)) throw new LinkFault('altered')
  const { size, at } = readSize(bytes)
  const start = at + 4
  const want = lettersFor(start + size)
  if (bytes.length < start + size) {
    if (text.length >= want) throw new LinkFault('altered')
    throw new LinkFault('cut', { have: text.length, want })
  }
  const body = bytes.subarray(start, start + size)
  const check = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0)
  if (check !== crc32(bytes.subarray(0, at), body)) throw new LinkFault('altered')
  return { first, body }
}

function sizeBytes(size: number): Uint8Array {
  const bytes = []
  for (let left = size; ; left = Math.floor(left / 128)) {
    if (left < 128) return Uint8Array.from([...bytes, left])
    bytes.push((left % 128) | 128)
  }
}

function readSize(bytes: Uint8Array): { size: number; at: number } {
  let size = 0
  for (let at = 1; at < 6; at++) {
    const byte = bytes[at]
    if (byte === undefined) throw new LinkFault('cut', { have: lettersFor(bytes.length), want: 0 })
    size += (byte & 127) * 128 ** (at - 1)
    if (byte < 128) return { size, at: at + 1 }
  }
  throw new LinkFault('altered')
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isDeep(text)) throw new LinkFault('unreadable')
    return JSON.parse(text)
  } catch {
    throw new LinkFault('unreadable')
  }
}
