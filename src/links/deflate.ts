import { codeLengths, codesOf } from './huffman'
import { type Token, distanceOf, isCopy, lengthOf, tokensOf } from './lz77'

/**
 * Data as raw deflate (RFC 1951), in one block, which may copy from a dictionary that the reader has as well. The
 * browser's own CompressionStream takes none. For short data: it holds all of it at once.
 */
export function deflate(data: Uint8Array, dictionary: Uint8Array): Uint8Array {
  const tokens = tokensOf(data, dictionary)
  const symbols = [...tokens, end]
  const letterCounts = Array.from({ length: 286 }, () => 0)
  const distanceCounts = Array.from({ length: 30 }, () => 0)
  for (const token of symbols) {
    letterCounts[letterOf(token)]! += 1
    if (isCopy(token) && token !== end) distanceCounts[rowOf(distances, distanceOf(token))]! += 1
  }
  const own = { letters: codeLengths(letterCounts, 15), distances: codeLengths(distanceCounts, 15) }
  const [dynamic, plain] = [new Bits(), new Bits()]
  dynamic.write(0b101, 3)
  writeLengths(dynamic, own)
  writeTokens(dynamic, symbols, own)
  plain.write(0b011, 3)
  writeTokens(plain, symbols, fixed)
  return dynamic.size < plain.size ? dynamic.bytes() : plain.bytes()
}

/** Stands behind the last token; no copy is of length 0. */
const end: Token = 65_535

interface Lengths {
  letters: readonly number[]
  distances: readonly number[]
}

const fixed: Lengths = {
  letters: Array.from({ length: 288 }, (_, at) => (at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : 8)),
  distances: Array.from({ length: 30 }, () => 5),
}

/** The least value of each row of a table of RFC 1951, section 3.2.5, and how many bits say which one it is. */
interface Rows {
  least: readonly number[]
  bits: readonly number[]
}

function rows(first: number, bits: readonly number[]): Rows {
  let value = first
  const least = bits.map((count) => {
    const here = value
    value += 1 << count
    return here
  })
  return { least, bits }
}

const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]
const copies = rows(3, lengthBits)
// The longest copy has a row of its own.
const lengths: Rows = { least: [...copies.least, 258], bits: [...lengthBits, 0] }
const distances = rows(
  1,
  Array.from({ length: 30 }, (_, at) => Math.max(0, (at >> 1) - 1)),
)

const rowOf = ({ least }: Rows, value: number) => least.findLastIndex((low) => low <= value)
const letterOf = (token: Token) =>
  token === end ? 256 : isCopy(token) ? 257 + rowOf(lengths, lengthOf(token)) : token

function writeTokens(bits: Bits, tokens: readonly Token[], own: Lengths) {
  const letterCodes = codesOf(own.letters)
  const distanceCodes = codesOf(own.distances)
  for (const token of tokens) {
    const letter = letterOf(token)
    bits.write(letterCodes[letter]!, own.letters[letter]!)
    if (letter <= 256) continue
    writeRest(bits, lengths, letter - 257, lengthOf(token))
    const row = rowOf(distances, distanceOf(token))
    bits.write(distanceCodes[row]!, own.distances[row]!)
    writeRest(bits, distances, row, distanceOf(token))
  }
}

const writeRest = (bits: Bits, { least, bits: counts }: Rows, row: number, value: number) =>
  bits.write(value - least[row]!, counts[row]!)

const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** The lengths of the codes, themselves coded (RFC 1951, section 3.2.7). */
function writeLengths(bits: Bits, own: Lengths) {
  const letterCount = own.letters.findLastIndex(Boolean) + 1
  const distanceCount = Math.max(1, own.distances.findLastIndex(Boolean) + 1)
  const all = [...own.letters.slice(0, letterCount), ...own.distances.slice(0, distanceCount)]
  const runs = runsOf(all)
  const counts = order.map(() => 0)
  for (const { symbol } of runs) counts[symbol]! += 1
  const codeLength = codeLengths(counts, 7)
  const codes = codesOf(codeLength)
  const orderCount = Math.max(4, order.findLastIndex((symbol) => codeLength[symbol]) + 1)
  bits.write(letterCount - 257, 5)
  bits.write(distanceCount - 1, 5)
  bits.write(orderCount - 4, 4)
  for (const symbol of order.slice(0, orderCount)) bits.write(codeLength[symbol]!, 3)
  for (const { symbol, rest, restBits } of runs) {
    bits.write(codes[symbol]!, codeLength[symbol]!)
    bits.write(rest, restBits)
  }
}

/** Lengths in a row that are equal, as 16 (the one before again), 17 and 18 (zeros). */
function runsOf(all: readonly number[]): { symbol: number; rest: number; restBits: number }[] {
  const runs = []
  for (let at = 0; at < all.length;) {
    const length = all[at]!
    let count = 1
    while (all[at + count] === length) count++
    if (length === 0 && count >= 3) {
      const taken = Math.min(count, 138)
      runs.push(
        taken < 11
          ? { symbol: 17, rest: taken - 3, restBits: 3 }
          : { symbol: 18, rest: taken - 11, restBits: 7 },
      )
      at += taken
    } else if (count >= 4) {
      const taken = Math.min(count - 1, 6)
      runs.push({ symbol: length, rest: 0, restBits: 0 }, { symbol: 16, rest: taken - 3, restBits: 2 })
      at += taken + 1
    } else {
      runs.push({ symbol: length, rest: 0, restBits: 0 })
      at += 1
    }
  }
  return runs
}

/** Bits put together to bytes, the lowest first. */
class Bits {
  readonly #bytes: number[] = []
  #held = 0
  #count = 0

  get size() {
    return this.#bytes.length * 8 + this.#count
  }

  write(value: number, count: number) {
    this.#held |= value << this.#count
    this.#count += count
    while (this.#count >= 8) {
      this.#bytes.push(this.#held & 255)
      this.#held >>>= 8
      this.#count -= 8
    }
  }

  bytes() {
    return Uint8Array.from(this.#count ? [...this.#bytes, this.#held & 255] : this.#bytes)
  }
}
