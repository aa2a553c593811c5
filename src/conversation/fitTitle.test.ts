import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitTitle } from './fitTitle'

test.each([
  ['A title', 'A title'],
  ['\u202egnp.exe\u202c\u2066x\u2069', 'gnp.exex'],
  ['A\r\n\ttitle\u0000\u0007 \u202e of\u2028lines', 'A title of lines'],
  ['👩‍👩‍👧 family', '👩‍👩‍👧 family'],
  ['a'.repeat(3020), `${'a'.repeat(200)}…`],
])('the title %j is shown as %j', (title, fit) => expect(fitTitle(title)).toBe(fit))

test('of any title is one short line, and fits as it is from then on', () => {
  const pieces = fc.array(fc.constantFrom('\u202e', '\u0000', ' ', '\n', 'word', '👩‍👧', '\ud83d', '\u0301'), {
    maxLength: 900,
  })
  const title = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1500 }),
    pieces.map((some) => some.join('')),
  )
  fc.assert(
    fc.property(title, (any) => {
      const fit = fitTitle(any)
      expect(fit).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u)
      expect([...new Intl.Segmenter().segment(fit)].length).toBeLessThanOrEqual(201)
      expect(fitTitle(fit)).toBe(fit)
    }),
  )
})
