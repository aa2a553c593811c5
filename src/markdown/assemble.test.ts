import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAssembler } from './assemble'
import { documents } from './fixtures/documents'
import { inParts, inPartsAfterGrowing, whole } from './fixtures/inParts'

test('a text in parts renders as the whole text does', () => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(inParts(text)).toBe(whole(text))
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('a text that grows ends as the whole text does', () => {
  fc.assert(
    fc.property(documents, fc.integer({ min: 1, max: 40 }), (text, step) => {
      expect(inPartsAfterGrowing(text, step)).toBe(whole(text))
    }),
    { numRuns: 150 },
  )
}, 60_000)

const long = 'See [one] and [two].\n\nNothing here[^n].\n\nNor [here](/x).\n\nAgain[^n] and[^m].\n\n'

test('late definitions reach the parts that use them, and only those', () => {
  const assemble = createAssembler()
  const before = assemble(`${long}End`, true).parts
  const after = assemble(`${long}End\n\n[one]: /1\n\n[three]: /3\n\nx`, true).parts
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
  expect(after[0]!.source).toBe('[one]: </1>\n\nSee [one] and [two].\n\n')
})

test('footnotes are numbered through the whole text', () => {
  const text = `${long}[^m]: M[^n]\n[^n]: N`
  const { parts, footnotes } = createAssembler()(text, false)
  expect(parts.map((part) => part.calls)).toEqual(['', '', '', 'n', ''])
  expect(footnotes?.calls).toBe('n n m')
  expect(inParts(text)).toBe(whole(text))
})

test('a definition that is still being written sends no link anywhere', () => {
  const assemble = createAssembler()
  assemble('See [one].\n\n', true)
  expect(assemble('See [one].\n\n[one]: htt', true).parts[0]!.source).toBe('See [one].\n\n')
  expect(assemble('See [one].\n\n[one]: http://a', false).parts[0]!.source).toContain('<http://a>')
})

test('what looks like a reference in code is none, whatever is defined elsewhere', () => {
  const code = '```\n[one] [^n]\n[two]: /2\n```\n\n'
  const text = `${code}[one]: /1\n\n[^n]: N\n\nSee [two].`
  const { parts, footnotes } = createAssembler()(text, false)
  expect(parts[0]!.source).toBe(code)
  expect(parts.at(-1)!.source).toBe('See [two].')
  expect(footnotes).toBeUndefined()
  expect(inParts(text)).toBe(whole(text))
})
