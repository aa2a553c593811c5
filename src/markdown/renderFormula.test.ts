import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { renderFormula } from './renderFormula'

const html = (tex: string, display = false) =>
  renderToStaticMarkup(createElement(Fragment, null, renderFormula(tex, display)))

test('TeX becomes MathML', () => {
  expect(html('x^2')).toMatch(/<msup><mi>x<\/mi><mn[^>]*>2<\/mn><\/msup>/)
  expect(html('x', true)).toMatch(/^<math display="block"/)
  expect(html('\\begin{aligned} a &= b \\\\ &= \\frac12 \\end{aligned}', true)).toContain('<mfrac>')
})

test('nothing but MathML stands around what MathML lays out', () => {
  for (const tex of ['e^{i\\pi} + 1 = 0', '\\text{if } x', '\\sum_{k=1}^n k = \\frac12', '\\color{red}{x}y'])
    expect(html(tex), tex).not.toContain('<span')
})

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{https://a.example}',
  '\\includegraphics{https://a.example/x.png}',
  '\\class{evil}{x}',
  '\\id{root}{x}',
  '\\style{position:fixed}{x}',
  '\\data{a=b}{x}',
  'x \\label{root} \\ref{root}',
  '\\text{<img src=x onerror=alert(1)>}',
  '\\unicode{60}script',
])('%s leads nowhere, and names nothing', (tex) => {
  let shown = ''
  try {
    shown = html(tex, true)
  } catch {
    // Refused altogether.
  }
  expect(shown).not.toMatch(/<(?!\/?m|span|\/span)|<[^>]*(?:href|src=|\sid=|evil|fixed|data-|url\()/)
})

test.each([
  '\\frac{',
  '\\nosuchcommand',
  '\\def\\a{\\a\\a}\\a',
  `\\def\\a{${'x'.repeat(4000)}}${'\\a'.repeat(2000)}`,
  '\\def\\a#1{#1#1#1#1#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}',
  '{'.repeat(3000) + '}'.repeat(3000),
  '\\sqrt{'.repeat(300) + '}'.repeat(300),
  'x'.repeat(10_001),
])('%# is refused with a sentence, and soon', (tex) => {
  expect(() => html(tex)).toThrow(/./)
})

test('no size is boundless', () => {
  expect(html('\\rule{9999em}{9999em}')).not.toContain('9999')
  expect(html('\\hspace{99999px}x')).not.toContain('99999')
})
