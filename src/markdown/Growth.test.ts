import { expect, test, vi } from 'vitest'
import { createAssembler } from './assemble'
import { inParts, whole } from './fixtures/inParts'
import * as parsing from './parse'
import { piecesOf } from './fixtures/piecesOf'

const sentence =
  'Some words of **weight**, then `code_of(it)`, a [link](https://a.example/b) and *more* of the same. '
const shapes: [name: string, text: string][] = [
  ['a paragraph', sentence.repeat(80)],
  ['a paragraph without spaces', '这是一个很长的段落，里面有**粗体**和`代码`。下一句话在这里！'.repeat(200)],
  ['a list', `- ${sentence}\n`.repeat(80)],
  ['a loose list', `1. ${sentence}\n\n`.repeat(80)],
  ['a list of tasks', `- [x] ${sentence}\n`.repeat(80)],
  ['a table', `| a | b |\n| - | :-: |\n${`| ${sentence} | \`c\` |\n`.repeat(80)}`],
  ['a nested list', `- top\n${`  - ${sentence}\n    1. ${sentence}\n`.repeat(40)}`],
  ['an item of many words', `- ${sentence.repeat(80)}`],
  ['an item of many paragraphs', `1. a\n\n${`   ${sentence}\n\n`.repeat(80)}`],
]

test.each(shapes)('%s that only grows is not read again, and ends as the whole does', (_, text) => {
  const parse = vi.spyOn(parsing, 'parse')
  const assemble = createAssembler()
  for (let end = 100; end < text.length; end += 100) assemble(text.slice(0, end), true)
  expect(parse).toHaveBeenCalled()
  expect(Math.max(...parse.mock.calls.map(([source]) => source.length))).toBeLessThan(1500)
  parse.mockRestore()
  expect(inParts(text, assemble)).toBe(whole(text))
})

test('what has settled stays the same, and a heading found at the end is one', () => {
  const assemble = createAssembler()
  const text = sentence.repeat(50)
  assemble(text, true)
  expect(inParts(`${text}\n===`, assemble)).toBe(whole(`${text}\n===`))
})

const low = { item: 800, words: 300, reach: 600, most: 3000, paragraph: 20_000, step: 300 }

test.each(['**', '[', '`', '$', '*a [b `c $d '])(
  '%j open to the end of a long paragraph is never read at once, and a letter in the end',
  (marks) => {
    const text = marks + 'Some words of **weight** and more of the same. '.repeat(60)
    const parse = vi.spyOn(parsing, 'parse')
    const assemble = createAssembler(low)
    for (let end = 50; end < text.length; end += 50) assemble(text.slice(0, end), true)
    expect(Math.max(...parse.mock.calls.map(([source]) => source.length))).toBeLessThan(1000)
    parse.mockRestore()
    expect(inParts(text, assemble)).toBe(whole(text))
  },
)

test.each([
  ['quotes in quotes', '>'],
  ['a word', 'abcdefghij'],
  ['brackets', '['],
  ['lines of a quote', '> a b\n'],
])('%s without an end are shown as they were written, in parts', (_, unit) => {
  const text = `Before\n\n${unit.repeat(9000 / unit.length)}`
  const assemble = createAssembler(low)
  for (let end = 0; end < text.length; end += 500) assemble(text.slice(0, end), true)
  const lines = piecesOf(assemble(text, false)).filter(({ take }) => take === 'lines')
  expect(Math.max(...lines.map(({ source }) => source.length))).toBeLessThan(4100)
  expect(text.endsWith(lines.map(({ source }) => source).join(''))).toBe(true)
  expect(inParts(text, assemble)).toContain('too long to be read as Markdown')
})

test.each(['>'.repeat(3000), '* - '.repeat(1000), '*a '.repeat(400) + 'a*'.repeat(400)])(
  'what nests too deep for the stack is shown as it was written',
  (text) => {
    const html = inParts(text).replaceAll('&gt;', '>')
    expect(html.includes(text.trim())).toBe(true)
  },
)
