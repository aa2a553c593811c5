import { expect, test } from 'vitest'
import type { Inline } from './Inline'
import { tableAsCsv, tableAsMarkdown } from './tableTexts'

const words = (value: string): Inline[] => [{ type: 'text', value }]
const csv = (rows: string[][]) => tableAsCsv({ rows: rows.map((cells) => cells.map(words)), alignments: [] })

test.each([
  ['a', 'a'],
  ['', ''],
  ['a, b', '"a, b"'],
  ['say "a"', '"say ""a"""'],
  ['one\ntwo', '"one\ntwo"'],
  ['-5', '-5'],
  ['+1,234.5', '"+1,234.5"'],
  ['-3.5 %', '-3.5 %'],
  ['=1+1', "'=1+1"],
  ['-1+cmd|x', "'-1+cmd|x"],
  ['+A1', "'+A1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['＋A1', "'＋A1"],
  ['－A1', "'－A1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['－5', '－5'],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
])('as CSV, the cell %j is %j', (cell, expected) => {
  expect(csv([[cell]])).toBe(expected)
})

test('rows of CSV end as RFC 4180 has it', () => {
  expect(
    csv([
      ['a', 'b'],
      ['1', '2'],
    ]),
  ).toBe('a,b\r\n1,2')
})

test('as Markdown, columns keep their alignment and bars are escaped', () => {
  const rows: Inline[][][] = [
    ['a', 'b', 'c'].map(words),
    [[{ type: 'inlineCode', value: 'x|y' }], [{ type: 'strong', children: words('1') }], []],
  ]
  expect(tableAsMarkdown({ rows, alignments: ['', 'right', 'center'] })).toBe(
    '| a | b | c |\n| --- | --: | :-: |\n| `x\\|y` | **1** |  |',
  )
})

test('words that are not those of Markdown are escaped, and what is more than words is kept', () => {
  const cells: [Inline[], string, string][] = [
    [[...words('first'), { type: 'break' }, ...words('second')], 'first<br>second', 'first\nsecond'],
    [
      [{ type: 'image', url: 'https://b.example/c.png', alt: 'a cat' }],
      '![a cat](<https://b.example/c.png>)',
      'a cat',
    ],
    [
      [{ type: 'link', url: 'https://t.example/', title: 'a "b"', children: words('t') }],
      '[t](<https://t.example/> "a \\"b\\"")',
      't',
    ],
    [
      [{ type: 'link', url: 'https://t.example/', children: words('https://t.example/') }],
      '<https://t.example/>',
      'https://t.example/',
    ],
    [[...words('x'), { type: 'footnoteReference', identifier: 'note', label: '1' }], 'x[^note]', 'x[1]'],
    [words('&copy; & <b> [x]'), '\\&copy; & \\<b> [x\\]', '&copy; & <b> [x]'],
    [words('a|b\\'), 'a\\|b\\\\', 'a|b\\'],
  ]
  for (const [cell, markdown, text] of cells) {
    const copied = { rows: [[cell]], alignments: [] }
    expect(tableAsMarkdown(copied)).toBe(`| ${markdown} |\n| --- |`)
    expect(tableAsCsv(copied)).toBe(/[",\n]/.test(text) ? `"${text}"` : text)
  }
})
