import { expect, test } from 'vitest'
import { tableAsCsv, tableAsMarkdown } from './tableTexts'

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
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
])('as CSV, the cell %j is %j', (cell, expected) => {
  expect(tableAsCsv([[cell]])).toBe(expected)
})

test('rows of CSV end as RFC 4180 has it', () => {
  expect(
    tableAsCsv([
      ['a', 'b'],
      ['1', '2'],
    ]),
  ).toBe('a,b\r\n1,2')
})

test('as Markdown, columns keep their alignment and bars are escaped', () => {
  const rows = [
    ['a', 'b', 'c'],
    ['`x|y`', '**1**', ''],
  ]
  expect(tableAsMarkdown({ rows, alignments: ['', 'right', 'center'] })).toBe(
    '| a | b | c |\n| --- | --: | :-: |\n| `x\\|y` | **1** |  |',
  )
})
