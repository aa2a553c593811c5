import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { LineScanner } from './LineScanner'
import { createBlockSplitter, type Split } from './splitBlocks'
import { documents } from './fixtures/documents'

const blocksOf = ({ settled, open }: Split) => (open ? [...settled, open] : [...settled])
const splitBlocks = (text: string) => blocksOf(createBlockSplitter().update(text))
const sources = (text: string) => splitBlocks(text).map((block) => block.source)

test.each([
  ['paragraphs', ['one\nmore\n\n', 'two\n']],
  ['a heading without blank lines', ['# one\n', 'two\n', '## three\n']],
  ['code without blank lines', ['Do this:\n', '```sh\nls\n\npwd\n```\n', 'Then that.\n']],
  ['code that holds other fences', ['````\n```\n\n```\n````\n', 'a\n']],
  ['a list after its introduction', ['Three things:\n', '- a\n- b\n\n- c\n\n', 'Done.\n']],
  ['lists of two kinds', ['- a\n', '* b\n', '1. c\n', '2) d\n']],
  ['items that go on after a blank line', ['1. a\n\n   b\n\n2. c\n\n', 'd\n']],
  ['code in a list', ['- a\n  ```\n  x\n\n  y\n  ```\n- b\n\n', 'c\n']],
  ['code behind a list', ['1. a\n', '```\nx\n\ny\n```\n', '2. b\n']],
  ['a lazy line', ['> a\nb\n\n', '> c\n']],
  ['indented code', ['a\n\n    b\n\n    c\n\n', 'd\n']],
  ['a table', ['| a |\n| - |\n| b |\n\n', 'c\n']],
  ['underlined headings', ['a\n===\n', 'b\n---\n', 'c\n']],
  ['HTML over blank lines', ['<!-- a\n\nb -->\n', 'c\n']],
  ['HTML up to a blank line', ['<div>\n# a\n\n', '# b\n']],
  ['other line endings', ['a\r\n\r\n', 'b\r\r', 'c\r']],
  ['footnotes', ['[^a]: b\n\n    c\n', '[^b]: d\n']],
])('%s', (_, blocks) => {
  expect(sources(blocks.join(''))).toEqual(blocks)
})

test('a block is settled as soon as the first letter behind it is there', () => {
  expect(sources('a\n\n')).toHaveLength(1)
  expect(sources('a\n\nb')).toHaveLength(2)
  expect(sources('- a\n\n')).toHaveLength(1)
  expect(sources('- a\n\n-')).toHaveLength(1)
  expect(sources('- a\n\nb')).toHaveLength(2)
})

test('settled blocks stay the same objects, whatever the cuts, and end as the whole text does', () => {
  fc.assert(
    fc.property(documents, fc.array(fc.nat(20), { minLength: 1 }), (text, cuts) => {
      const splitter = createBlockSplitter()
      let before = blocksOf(splitter.update(''))
      for (let end = 0, turn = 0; end < text.length; turn++) {
        end = Math.min(text.length, end + cuts[turn % cuts.length]! + 1)
        const blocks = blocksOf(splitter.update(text.slice(0, end)))
        expect(blocks.map((block) => block.source).join('')).toBe(text.slice(0, end))
        expect(blocks).toEqual(splitBlocks(text.slice(0, end)))
        for (const [index, block] of before.slice(0, -1).entries()) expect(blocks[index]).toBe(block)
        before = blocks
      }
    }),
    { numRuns: 500 },
  )
})

test('starts over when the text is another one', () => {
  const splitter = createBlockSplitter()
  splitter.update('a\n\nb\n\nc')
  expect(blocksOf(splitter.update('a\n\nx\n\nc'))).toEqual(splitBlocks('a\n\nx\n\nc'))
  expect(blocksOf(splitter.update(''))).toEqual([])
})

test.each(['some words\n', '- item\n', 'some words\n\n', '    code\n'])(
  'reads every line of %j once',
  (unit) => {
    const read = vi.spyOn(LineScanner.prototype, 'read')
    const splitter = createBlockSplitter()
    const text = unit.repeat(500)
    for (let end = 0; end <= text.length; end += 7) splitter.update(text.slice(0, end))
    splitter.update(text)
    expect(read).toHaveBeenCalledTimes(text.split('\n').length - 1)
    read.mockRestore()
  },
)
