import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { titleFrom } from './titleFrom'

const graphemes = (text: string) => [...new Intl.Segmenter().segment(text)].length

describe('a title', () => {
  test.each([
    ['Hello there', 'Hello there'],
    ['  \n\n  Hello \t there  \nsecond line', 'Hello there'],
    ['# Heading', 'Heading'],
    ['> - **bold** start', 'bold** start'],
    ['```\ncode', 'code'],
    ['---\n***\nafter rules', 'after rules'],
    ['Windows\r\nlines', 'Windows'],
    ['שלום עולם', 'שלום עולם'],
    ['مرحبا بالعالم', 'مرحبا بالعالم'],
    ['👩‍👩‍👧‍👦 family', '👩‍👩‍👧‍👦 family'],
    ['Is sk-proj-aB3dEf9xAB3dEf9xAB3dEf9x a good key?', 'Is [key] a good key?'],
    ['\n> `Authorization: Bearer abc.def-123`', 'Authorization: [key]`'],
    [`${'word '.repeat(10)}sk-proj-${'aB3dEf9x'.repeat(9)}`, `${'word '.repeat(10)}[key]`],
    ['', ''],
    [' \n#\n>', ''],
  ])('of %j is %j', (text, title) => expect(titleFrom(text)).toBe(title))

  test('is cut between words, where one is near enough', () => {
    const title = titleFrom('word '.repeat(40))
    expect(title).toBe(`${'word '.repeat(12)}word…`)
  })

  test('is cut in a word that is too long', () => {
    expect(titleFrom('a'.repeat(200))).toBe(`${'a'.repeat(64)}…`)
    expect(titleFrom(`short ${'a'.repeat(200)}`)).toBe(`short ${'a'.repeat(58)}…`)
  })

  test('of 64 characters is not cut', () => {
    expect(titleFrom('a'.repeat(64))).toBe('a'.repeat(64))
    expect(titleFrom('語'.repeat(65))).toBe(`${'語'.repeat(64)}…`)
  })

  test('is never cut inside a character as a reader counts them', () => {
    const family = '👩‍👩‍👧‍👦'
    expect(titleFrom(family.repeat(70))).toBe(`${family.repeat(64)}…`)
    expect(titleFrom('🇩🇪'.repeat(70))).toBe(`${'🇩🇪'.repeat(64)}…`)
    expect(titleFrom('é'.normalize('NFD').repeat(70))).toBe(`${'é'.normalize('NFD').repeat(64)}…`)
  })

  test('of half a character has a mark in its place', () => {
    expect(titleFrom('a\ud83d b')).toBe('a\ufffd b')
    expect(titleFrom('\udc00')).toBe('\ufffd')
  })

  test('of any text is one well-formed line of at most 64 characters and a mark', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc
        .array(fc.constantFrom('\ud83d', '\ude00', ' ', '\n', '#', 'word', '👩‍👧', '\u200f', 'ب'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (words) => {
        const title = titleFrom(words)
        expect(title.isWellFormed()).toBe(true)
        expect(title).not.toMatch(/[\r\n]/)
        expect(title).toBe(title.trim())
        expect(graphemes(title)).toBeLessThanOrEqual(65)
      }),
      { numRuns: 500 },
    )
  })

  test('of a huge text costs no more than that of its beginning', () => {
    const title = titleFrom('word '.repeat(4_000_000))
    expect(title).toBe(titleFrom('word '.repeat(100)))
  })
})
