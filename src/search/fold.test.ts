import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldWithPlaces } from './fold'

test.each([
  ['Crème Brûlée', 'creme brulee'],
  ['STRASSE', 'strasse'],
  ['Straße', 'strasse'],
  ['ﬁne ﬀects', 'fine ffects'],
  ['don’t — “say”', 'don\'t - "say"'],
  ['ＦＵＬＬ width', 'full width'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['İstanbul ısı', 'istanbul isi'],
  ['**in**side `code` x', 'inside code x'],
  ['a _set_ of __rules__: snake_case, _in', 'a set of rules: snake_case, in'],
  ['one\n\n  two\tthree', 'one two three'],
  ['がぎ', 'がぎ'],
  ['か\u3099', 'が'],
  ['ﾊﾟ', 'パ'],
  ['한글'.normalize('NFD'), '한글'],
  ['हिन्दी', 'हिन्दी'],
  ['soft\u00adhyphen', 'softhyphen'],
  ['Ørsted Łódź Ærø', 'orsted lodz aero'],
])('%s is searched as %s', (text, folded) => expect(fold(text)).toBe(folded))

const letters = 'aÉßﬁ \n\t“—か\u3099ᄒ\u1161\u11ab\u0301\u200b한İ*`＊_＿-ｶﾞ'.split('')
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...letters) }),
)

test('folding letter by letter, with places, is folding the whole', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: folded, places } = foldWithPlaces(text)
      expect(folded).toBe(fold(text))
      expect(places).toHaveLength(folded.length + 1)
      expect(places.every((place, at) => at === 0 || place >= places[at - 1]!)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('what is folded stays as it is', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 500 },
  )
})
