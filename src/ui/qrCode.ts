import { layoutOf, withCorrection } from './qrCorrection'
import { Grid, penaltyOf } from './qrGrid'

/** The most bytes that a code takes: version 40 at the lowest level of correction. */
export const mostBytes = 2953

/**
 * A QR code of bytes, rows of dark (true) and light squares without the quiet border; undefined where they are too
 * many. Level L and the smallest version that fits (ISO/IEC 18004, byte mode).
 */
export function qrCode(bytes: Uint8Array): boolean[][] | undefined {
  const version = versions.find((one) => bytes.length <= roomOf(one))
  if (version === undefined) return undefined
  const words = withCorrection(version, wordsOf(bytes, version))
  const masked = masks.map((mask, at) => {
    const code = new Grid(version)
    code.drawFixed()
    code.drawFormat(at)
    code.drawWords(words, mask)
    return { squares: code.squares, penalty: penaltyOf(code.squares) }
  })
  return masked.reduce((best, one) => (one.penalty < best.penalty ? one : best)).squares
}

const versions = Array.from({ length: 40 }, (_, at) => at + 1)
const countBits = (version: number) => (version < 10 ? 8 : 16)
const roomOf = (version: number) => Math.floor((dataWords(version) * 8 - 4 - countBits(version)) / 8)

/** The data of a code: its kind, its length, the bytes, and what fills the rest. */
function wordsOf(bytes: Uint8Array, version: number): Uint8Array {
  const words = new Uint8Array(dataWords(version))
  let bit = 0
  const write = (value: number, count: number) => {
    for (let at = count - 1; at >= 0; at--, bit++) words[bit >> 3]! |= ((value >> at) & 1) << (7 - (bit & 7))
  }
  write(4, 4)
  write(bytes.length, countBits(version))
  for (const byte of bytes) write(byte, 8)
  for (let at = (bit + Math.min(4, words.length * 8 - bit) + 7) >> 3, pad = 0xec; at < words.length; at++) {
    words[at] = pad
    pad ^= 0xec ^ 0x11
  }
  return words
}

/** How many words of data a version holds besides those that correct errors. */
function dataWords(version: number): number {
  const { words, blocks, perBlock } = layoutOf(version)
  return words - blocks * perBlock
}

type Mask = (x: number, y: number) => boolean
const masks: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]
