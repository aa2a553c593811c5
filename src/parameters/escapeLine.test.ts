import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeLine, unescapeLine } from './escapeLine'

test.each([
  ['\n\n', String.raw`\n\n`],
  ['a\tb', String.raw`a\tb`],
  ['</s>', '</s>'],
  [String.raw`\d+`, String.raw`\d+`],
  [String.raw`\n`, String.raw`\\n`],
  ['\\', '\\\\'],
  ['', ''],
])('%j is shown as %s', (text, line) => {
  expect(escapeLine(text)).toBe(line)
})

test('what is shown means what it was', () => {
  const text = fc.string({ unit: fc.constantFrom('\\', 'n', 't', 'r', '\n', '\t', '\r', 'a', '😀') })
  fc.assert(
    fc.property(text, (any) => {
      expect(unescapeLine(escapeLine(any))).toBe(any)
      expect(escapeLine(any)).not.toMatch(/[\n\t\r]/)
    }),
  )
})
