import { expect, test, vi } from 'vitest'
import { createAssembler } from './assemble'
import { inParts, whole } from './fixtures/inParts'
import * as parsing from './parse'

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
