import * as fc from 'fast-check'
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { htmlAsText } from './htmlAsText'
import { type Inline, wordsOf } from './Inline'
import { inlineMarkdown } from './inlineMarkdown'
import { parse } from './parse'
import { tableAsCsv, tableAsMarkdown } from './tableTexts'

/** What a reader of the page finds in it. */
function inlineOf(node: PhrasingContent): Inline {
  switch (node.type) {
    case 'formula':
      return { type: 'formula', value: node.data.hChildren[0]!.value }
    case 'text':
    case 'inlineCode':
      return { type: node.type, value: node.value }
    case 'break':
      return { type: 'break' }
    case 'image':
      return { type: 'image', url: node.url, alt: node.alt ?? '', title: node.title ?? undefined }
    case 'link':
      return {
        type: 'link',
        url: node.url,
        title: node.title ?? undefined,
        children: node.children.map(inlineOf),
      }
    case 'strong':
    case 'emphasis':
    case 'delete':
      return { type: node.type, children: node.children.map(inlineOf) }
    default:
      throw new Error(node.type)
  }
}

function read(source: string): Root {
  const root = parse(source)
  htmlAsText()(root)
  return root
}

function tableOf(source: string): Inline[][][] {
  const [table, ...rest]: Nodes[] = read(source).children
  expect(rest).toEqual([])
  if (table?.type !== 'table') throw new Error(`no table: ${source}`)
  const width = table.children[0]!.children.length
  return table.children.map(({ children }) =>
    Array.from({ length: width }, (_, at) => (children[at]?.children ?? []).map(inlineOf)),
  )
}

/** Parted by two spaces. */
const tokens = [
  'a  b  c d   1  é  世  😀  .  (  )  "  -  !  ^  :  #  >  ,  =1  @a  +  [  ]  \\[  \\]  *  **  ***  _  __  ~  ~~  `  ``',
  '\\|  \\\\  \\*  \\_  \\$  \\`  \\(  \\)  <br>  <b>  &  &amp;  &copy;  &amp;copy;  &#32;  &#10;  &nbsp;  \u2003',
  '`x \\| y`  `a\\`  `` ` ``  $x_1$  $5  $  $|x\\|$  \\(y\\)  $$z$$  **b**  *i*  _i_  __b__  ~~d~~  **"q"**  ***x***',
  'https://u.example/a_b  www.u.example  me@u.example  <https://v.example/$1>  ![a *c*](https://b.example/c.png)',
  '[t](https://t.example "ti\\"t")  [*t*](<https://t.example/?a=1&amp;copy;>)',
  '[![a](https://b.example/c.png)](https://c.example)',
]
  .flatMap((some) => some.split('  '))
  .concat(' ', ' ', '` `', '`  `')
const cell = fc.array(fc.constantFrom(...tokens), { maxLength: 9 }).map((parts) => parts.join(''))
const table = fc
  .integer({ min: 1, max: 3 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
  )
  .map(([head, ...rows]) =>
    [head!, head!.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n'),
  )

const normal = (nodes: Inline[]) => ({ words: wordsOf(nodes).trim(), markdown: inlineMarkdown(nodes) })

test('a table that is written as Markdown is read as the same table', () => {
  fc.assert(
    fc.property(table, (source) => {
      const [first] = read(source).children
      fc.pre(first?.type === 'table')
      const before = tableOf(source)
      const copy = tableAsMarkdown({
        rows: before,
        alignments: [],
      })
      expect(copy.split('\n')).toHaveLength(before.length + 1)
      expect(
        tableOf(copy).map((cells) => cells.map(normal)),
        copy,
      ).toEqual(before.map((cells) => cells.map(normal)))
    }),
    { numRuns: times(300) },
  )
})

/** By RFC 4180 alone. */
function fieldsOf(csv: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  const rows: string[][] = [[]]
  while (field.lastIndex <= csv.length) {
    const [, quoted, plain = '', end] = field.exec(csv)!
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end === '\r\n') rows.push([])
  }
  return rows
}

test('a table that is written as CSV has the words of its cells', () => {
  fc.assert(
    fc.property(table, (source) => {
      const [first] = read(source).children
      fc.pre(first?.type === 'table')
      const rows = tableOf(source)
      const words = rows.map((cells) => cells.map((one) => wordsOf(one).trim()))
      expect(
        fieldsOf(tableAsCsv({ rows, alignments: [] })).map((cells) =>
          cells.map((one) => one.replace(/^'(?=[=@+-])/, '')),
        ),
      ).toEqual(words)
    }),
    { numRuns: times(200) },
  )
})
