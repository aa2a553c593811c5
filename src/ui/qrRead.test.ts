import * as fc from 'fast-check'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { mostBytes, qrCode } from './qrCode'

const [border, scale] = [4, 3]

/** What a reader makes of the code of some bytes, as it is drawn with its quiet border. */
function read(bytes: Uint8Array): Uint8Array | undefined {
  const squares = qrCode(bytes)!
  const size = (squares.length + 2 * border) * scale
  const pixels = new Uint8ClampedArray(size * size * 4).fill(255)
  for (const [at] of new Uint8Array(size * size).entries()) {
    const [x, y] = [at % size, Math.floor(at / size)].map((place) => Math.floor(place / scale) - border)
    if (squares[y!]?.[x!]) pixels.fill(0, at * 4, at * 4 + 3)
  }
  const found = jsQR(pixels, size, size, { inversionAttempts: 'dontInvert' })
  return found ? Uint8Array.from(found.binaryData) : undefined
}

const letters = new TextEncoder().encode('https://example.com/#/s/Ej4-_ü漢'.repeat(100))

/** The most bytes of each version, 1 to 40, as the standard has them for level L. */
const most = [
  17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858, 929, 1003,
  1091, 1171, 1273, 1367, 1465, 1528, 1628, 1732, 1840, 1952, 2068, 2188, 2303, 2431, 2563, 2699, 2809, 2953,
]

/** jsQR has one of the marks of this version in a wrong place, so that it reads no code of it, from nobody. */
const unreadable = 23

test('a code is as small as the standard allows, and read back: the shortest, full ones of each kind, the longest', () => {
  expect(most.at(-1)).toBe(mostBytes)
  for (const length of [1, ...most.filter((_length, at) => at % 3 === 0 && at + 1 !== unreadable)]) {
    const bytes = letters.slice(0, length)
    const version = most.findIndex((room) => length <= room) + 1
    expect(qrCode(bytes)).toHaveLength(version * 4 + 17)
    expect(read(bytes), `${length} bytes`).toEqual(bytes)
  }
  // One byte more is a larger code.
  for (const [at, length] of most.slice(0, 20).entries())
    expect(qrCode(letters.slice(0, length + 1))).toHaveLength((at + 2) * 4 + 17)
})

test('whatever is in it is read back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 300 }), (bytes) => {
      expect(read(bytes)).toEqual(bytes)
    }),
    { numRuns: 30 },
  )
})
