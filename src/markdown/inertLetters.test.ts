import { expect, test } from 'vitest'
import { inertLetters, type TextEnd } from './inertLetters'
import { isUnseen } from './isUnseen'

const words = (text: string): TextEnd => ({ kind: 'words', text, inCell: false })
const code = (text: string): TextEnd => ({ kind: 'code', text, inCell: false })
const label = (text: string): TextEnd => ({ kind: 'label', text, inCell: false })
const cell: TextEnd = { kind: 'words', text: 'b', inCell: true }

test.each<[why: string, end: TextEnd, shown: string, news: string, letters: string | undefined]>([
  ['words go on', words('a b'), 'a b', 'c d', 'c d'],
  ['a space that was held back comes along', words('a b'), 'a b ', 'c', ' c'],
  ['one letter settles what its line is', words('b'), '- b', 'c', 'c'],
  ['a mark may be anything', words('a b'), 'a b', ' *c', undefined],
  ['a word may become an address', words('a ww'), 'a ww', 'w', undefined],
  ['a fence has a language', words('py'), 'py\n\n```py', 'thon', undefined],
  ['what may be one is not shown', words('box'), 'box\n\n[the x', 'y', undefined],
  ['nor are bars, which may be those of a row', words('box'), 'box\n\n|x ', 'y', undefined],
  ['a definition is not shown', words('x'), 'x\n\n[x]: x', 'y', undefined],
  ['letters are elsewhere', words('x'), 'a b', 'c', undefined],
  ['code goes on', code('a_b'), 'x `a_b', '<*c>', '<*c>'],
  ['and behind a space', code('a'), 'x `a ', 'b', ' b'],
  ['a tick ends code', code('a'), 'x `a', '` b', undefined],
  ['code that is over', code('a'), 'x `a`', ' b', undefined],
  ['code from another line', code('a b'), '`a\nb', 'c', undefined],
  ['a bar may end a cell in code', code('a'), '| `a', '|b', undefined],
])('letters: %s', (_why, end, shown, news, letters) => {
  expect(inertLetters(end, shown, news)).toBe(letters)
})

test.each<[why: string, end: TextEnd, shown: string, news: string, unseen: boolean]>([
  ['an address begins', label('b c'), 'a [b c', '](htt', true],
  ['an address goes on', label('b c'), 'a [b c](htt', 'ps://d.e', true],
  ['an address ends', label('b c'), 'a [b c](https://d.e', ')', false],
  ['the words of a link go on', label('b'), 'a [b', ' c](', false],
  ['marks that are not decided', words('a b'), 'a b', ' **', true],
  ['the end of emphasis', words('b'), 'a *b', '*', true],
  ['a marker, and the number of an item', words('a.'), 'a.', '\n\n12.', true],
  ['letters', words('a'), 'a', ' b', false],
  ['digits', words('a'), 'a', ' 12', false],
  ['the bar behind a cell', cell, '| a | b', ' |', true],
  ['a bar that is none', cell, '| a | b\\', '|', false],
  ['the next cell', cell, '| a | b', ' | c', false],
  ['brackets that turn out to be words', words('a'), '[a][b]', ' [', false],
])('nothing to be seen: %s', (_why, end, shown, news, unseen) => {
  expect(isUnseen(end, shown, news)).toBe(unseen)
})
