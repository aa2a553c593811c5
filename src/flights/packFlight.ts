import { isObject } from '../protocol/isObject'
import type { Flight } from './Flight'

/** A record as it is kept: its facts as JSON, a line break, its bytes; deflated where the browser can. */
export interface PackedFlight {
  data: Uint8Array<ArrayBuffer>
  packing: 'deflate-raw' | 'none'
}

const newline = 10

export async function packFlight({ bytes, ...facts }: Flight): Promise<PackedFlight> {
  const plain = new Blob([JSON.stringify(facts), '\n', bytes])
  if (typeof CompressionStream === 'undefined')
    return { data: await bytesOf(plain.stream()), packing: 'none' }
  const packed = plain.stream().pipeThrough(new CompressionStream('deflate-raw'))
  return { data: await bytesOf(packed), packing: 'deflate-raw' }
}

/** The record again; undefined if it cannot be read. */
export async function unpackFlight({ data, packing }: PackedFlight): Promise<Flight | undefined> {
  try {
    const stream = new Blob([data]).stream()
    const plain =
      packing === 'none'
        ? await bytesOf(stream)
        : await bytesOf(stream.pipeThrough(new DecompressionStream('deflate-raw')))
    const end = plain.indexOf(newline)
    const facts: unknown = JSON.parse(new TextDecoder().decode(plain.subarray(0, end)))
    return isFacts(facts) ? { ...facts, bytes: plain.slice(end + 1) } : undefined
  } catch {
    return undefined
  }
}

const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Uint8Array(await new Response(stream).arrayBuffer())

const isFacts = (facts: unknown): facts is Omit<Flight, 'bytes'> =>
  isObject(facts) &&
  typeof facts['run'] === 'string' &&
  typeof facts['started'] === 'number' &&
  isObject(facts['request']) &&
  Array.isArray(facts['reads'])
