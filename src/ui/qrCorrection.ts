/** For each version from 1, at level L: words of correction in a block, and how many blocks there are. */
const perBlock = [
  7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30,
  30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
]
const blocks = [
  1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18,
  19, 19, 20, 21, 22, 24, 25,
]

/** How the words of a version are shared out (ISO/IEC 18004, tables 1 and 9). */
export function layoutOf(version: number): { words: number; blocks: number; perBlock: number } {
  const aligned = version > 1 ? Math.floor(version / 7) + 2 : 0
  const fixed = version > 1 ? (25 * aligned - 10) * aligned - 55 + (version > 6 ? 36 : 0) : 0
  const squares = (16 * version + 128) * version + 64 - fixed
  return { words: squares >> 3, blocks: blocks[version - 1]!, perBlock: perBlock[version - 1]! }
}

/** Data with its words of correction, blocks interleaved, as they are drawn. */
export function withCorrection(version: number, data: Uint8Array): number[] {
  const layout = layoutOf(version)
  const short = Math.floor(data.length / layout.blocks)
  const shortBlocks = layout.blocks - (data.length % layout.blocks)
  const divisor = divisorOf(layout.perBlock)
  let from = 0
  const all = Array.from({ length: layout.blocks }, (_, at) => {
    const own = data.subarray(from, (from += short + (at < shortBlocks ? 0 : 1)))
    return { own, correction: remainder(own, divisor) }
  })
  const words: number[] = []
  for (let at = 0; at <= short; at++) for (const { own } of all) if (at < own.length) words.push(own[at]!)
  for (let at = 0; at < layout.perBlock; at++) for (const { correction } of all) words.push(correction[at]!)
  return words
}

/** The generator polynomial of Reed and Solomon of a degree, without its leading 1. */
function divisorOf(degree: number): number[] {
  const divisor = [...Array.from({ length: degree - 1 }, () => 0), 1]
  let root = 1
  for (let count = 0; count < degree; count++) {
    for (let at = 0; at < degree; at++) divisor[at] = times(divisor[at]!, root) ^ (divisor[at + 1] ?? 0)
    root = times(root, 2)
  }
  return divisor
}

function remainder(data: Uint8Array, divisor: readonly number[]): number[] {
  const rest = divisor.map(() => 0)
  for (const byte of data) {
    const factor = byte ^ rest.shift()!
    rest.push(0)
    for (const [at, value] of divisor.entries()) rest[at]! ^= times(value, factor)
  }
  return rest
}

/** Multiplication in GF(2⁸) modulo 0x11D. */
function times(one: number, other: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((other >> bit) & 1) * one
  }
  return product & 255
}
