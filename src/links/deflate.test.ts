import * as fc from 'fast-check'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { deflate } from './deflate'
import { deflateByBrowser, inflate } from './inflate'

const none = new Uint8Array()
const most = 1_000_000
const bytes = (text: string) => new TextEncoder().encode(text)

/** Bytes that repeat, as texts do. */
const repeating = fc
  .array(
    fc.tuple(
      fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ maxLength: 40 }).map(bytes)),
      fc.nat({ max: 300 }),
    ),
    { maxLength: 20 },
  )
  .map((parts) =>
    Uint8Array.from(parts.flatMap(([part, times]) => Array.from({ length: times }, () => [...part]).flat())),
  )

describe('deflate', () => {
  test('says what it was given, with a dictionary or without', async () => {
    await fc.assert(
      fc.asyncProperty(repeating, fc.uint8Array({ maxLength: 300 }), async (data, dictionary) => {
        const plain = deflate(data, none)
        expect(Buffer.compare(inflateRawSync(plain), data)).toBe(0)
        const packed = deflate(data, dictionary)
        expect(Buffer.compare(inflateRawSync(packed, { dictionary }), data)).toBe(0)
        expect(Buffer.compare(await inflate(packed, dictionary, most), data)).toBe(0)
      }),
      { numRuns: 150 },
    )
  })

  test('takes every byte, every length and far copies', () => {
    const every = Uint8Array.from(
      { length: 70_000 },
      (_, at) => (at * 7919 + (at >> 8) * 31 + (at >> 3)) & 255,
    )
    const lengths = Uint8Array.from(
      Array.from({ length: 300 }, (_, length) => [...bytes('a'.repeat(length)), length & 255]).flat(),
    )
    for (const data of [every, lengths, Uint8Array.from([...every.subarray(0, 900), ...every])])
      expect(Buffer.compare(inflateRawSync(deflate(data, none)), data)).toBe(0)
  })

  test('a dictionary that holds the text makes it short', () => {
    const text = bytes('The quick brown fox jumps over the lazy dog, and the dog does not mind at all.')
    expect(deflate(text, text).length).toBeLessThan(12)
  })
})

describe('inflate', () => {
  test('gives up what grows past all measure, while it is read', async () => {
    const bomb = await deflateByBrowser(new Uint8Array(20_000_000))
    expect(bomb.length).toBeLessThan(30_000)
    await expect(inflate(bomb, none, 100_000)).rejects.toMatchObject({ kind: 'too-large' })
  })

  test('what is no deflate is unreadable, and so is what breaks off', async () => {
    const packed = deflate(bytes('words and more words, words without end'), none)
    await expect(inflate(Uint8Array.of(7, 7, 7), none, most)).rejects.toMatchObject({ kind: 'unreadable' })
    await expect(inflate(packed.subarray(0, 20), none, most)).rejects.toMatchObject({ kind: 'unreadable' })
  })
})
