import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAssembler } from './assemble'
import { documents } from './fixtures/documents'
import { piecesOf } from './fixtures/piecesOf'
import { inParts, inPartsAfterGrowing, short, whole } from './fixtures/inParts'

/** A mark that nobody sees in the name of a language; and a direction that is told by a name no longer seen. */
const isOdd = (text: string) => /[`~].*\ufeff/.test(text) || /(?:^|\n)[^\p{L}\n]*(?:\[\^|!\[)/u.test(text)

test('a text in parts renders as the whole text does', () => {
  fc.assert(
    fc.property(documents, (text) => {
      fc.pre(!isOdd(text))
      const expected = whole(text)
      expect(inParts(text)).toBe(expected)
      expect(inParts(text, createAssembler(short))).toBe(expected)
    }),
    { numRuns: 200 },
  )
}, 120_000)

test('a text that grows ends as the whole text does', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 40 }), (text, step) => {
      fc.pre(!isOdd(text))
      expect(inPartsAfterGrowing(text, step)).toBe(whole(text))
    }),
    { numRuns: 100 },
  )
}, 120_000)

/** What such texts have found. */
test.each([
  'a\n:-\n*\n   <!--\n',
  '$$\n$$ x $$\n',
  '- $$a$$ x $$\n',
  '- $$\n     $$ x $$\n',
  '- $$\na\n  | - |\n',
  '- [d]: /z\n\n   <?\na\n',
  '- [d]: /z\n\n   <pre>\na\n',
  '10. \n\n\ta\n    a\n[b]: <x y> "t&amp;"\n',
  'a\n2) m\n:-\n',
  'a\n<b>\n:-\n',
  '1. - m\na$$ x $$\n<b>\na\n- | -\n',
  '| [a] |\n| - |\n| [b] |\n\n[a]: /a\n[b]: /b\n',
  '$$\nL(x) = a\n+ b x\n- c\n$$\n\nend\n',
  '$$\na\n+ b\n$$',
  '$$\na\n=\nb\n$$\n',
  '\\[\na\n> b\n# c\n\\]\n',
  '- $$\n  a\n  - b\n  $$\n- c\n',
  '| a |\n|---|\n| 1 |\nmore\n$$\nx\n$$\n\nend',
])('%j is the same in parts', (text) => {
  const expected = whole(text)
  expect(inParts(text)).toBe(expected)
  expect(inParts(text, createAssembler(short), true)).toBe(expected)
  for (const step of [1, 2, 3, 4, 5, 11]) expect(inPartsAfterGrowing(text, step)).toBe(expected)
})

test('marks that no formula closes keep nothing from being read, however much follows', () => {
  const text = `$$ a\n${'- item\n'.repeat(5000)}`
  const expected = whole(text)
  expect(inParts(text)).toBe(expected)
  const assemble = createAssembler()
  for (let end = 700; end < text.length; end += 700) assemble(text.slice(0, end), true)
  expect(inParts(text, assemble)).toBe(expected)
})

test.each([7990, 8010])('of %d characters it is in parts what it is as a whole', (length) => {
  const text = `$$\n${'a + b\n'.repeat(Math.floor(length / 6))}$$\nbehind it\n\nend`
  expect(inParts(text)).toBe(whole(text))
})

const long = 'See [one] and [two].\n\nNothing here[^n].\n\nNor [here](/x).\n\nAgain[^n] and[^m].\n\n'

test('late definitions reach the parts that use them, and only those', () => {
  const assemble = createAssembler()
  const before = piecesOf(assemble(`${long}End`, true))
  const after = piecesOf(assemble(`${long}End\n\n[one]: /1\n\n[three]: /3\n\nx`, true))
  expect(after.map((part, index) => part === before[index])).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ])
  expect(after[0]!.preamble).toBe('[one]: </1>\n\n')
})

test('footnotes are numbered through the whole text', () => {
  const text = `${long}[^m]: M[^n]\n[^n]: N`
  const assembly = createAssembler()(text, false)
  expect(piecesOf(assembly).map((piece) => piece.calls)).toEqual(['', '', '', 'n', ''])
  expect(assembly.footnotes?.calls).toBe('n n m')
  expect(inParts(text)).toBe(whole(text))
})

test('a definition that is still being written sends no link anywhere', () => {
  const assemble = createAssembler()
  assemble('See [one].\n\n', true)
  expect(piecesOf(assemble('See [one].\n\n[one]: htt', true))[0]!.preamble).toBe('')
  expect(piecesOf(assemble('See [one].\n\n[one]: http://a', false))[0]!.preamble).toContain('<http://a>')
})

test('what looks like a reference in code is none, whatever is defined elsewhere', () => {
  const code = '```\n[one] [^n]\n[two]: /2\n```\n\n'
  const text = `${code}[one]: /1\n\n[^n]: N\n\nSee [two].`
  const assembly = createAssembler()(text, false)
  const pieces = piecesOf(assembly)
  expect(pieces[0]!.preamble).toBe('')
  expect(pieces.at(-1)!.preamble).toBe('')
  expect(assembly.footnotes).toBeUndefined()
  expect(inParts(text)).toBe(whole(text))
})
