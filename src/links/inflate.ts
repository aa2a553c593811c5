import { LinkFault } from './LinkFault'
import { joined } from './bytes'

/** Bytes given to the browser at once: each can become a thousand, and what is written comes back before more is. */
const slice = 1024

/**
 * What raw deflate says, by the browser's own means; `dictionary` is what it may copy from besides itself. Past `most`
 * bytes it is given up while it is read, so that a few letters cannot fill the memory.
 */
export async function inflate(packed: Uint8Array, dictionary: Uint8Array, most: number): Promise<Uint8Array> {
  if (typeof DecompressionStream === 'undefined') throw new LinkFault('not-here')
  const source = slices([...stored(dictionary), ...slicesOf(packed)])
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      parts.push(read.value)
      size += read.value.length
      if (size - dictionary.length > most) throw new LinkFault('too-large')
    }
  } catch (error) {
    // Whoever gave the bytes may still be about to; what they say about that no longer matters.
    reader.cancel().catch(() => {})
    throw error instanceof LinkFault ? error : new LinkFault('unreadable')
  }
  return joined(parts).subarray(dictionary.length)
}

/** Data by the browser's own means, for what is too long to be held at once. */
export async function deflateByBrowser(data: Uint8Array): Promise<Uint8Array> {
  const packed = slices([data.slice()]).pipeThrough(new CompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/**
 * A dictionary as deflate that has not been deflated: a block with its bytes as they are (RFC 1951, section 3.2.4).
 * It ends on a whole byte, so what follows can stand right behind it, and copy from it.
 */
function stored(dictionary: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const { length } = dictionary
  if (!length) return []
  return [
    Uint8Array.of(0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255),
    dictionary.slice(),
  ]
}

const slicesOf = (bytes: Uint8Array) =>
  Array.from({ length: Math.ceil(bytes.length / slice) }, (_, at) =>
    bytes.slice(at * slice, (at + 1) * slice),
  )

function slices(parts: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const part = parts[at++]
        if (part) controller.enqueue(part)
        else controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
