import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { closed, withoutUndecided } from './halfOpen'
import { Markdown } from './Markdown'

const caret = '<span class="caret" aria-hidden="true"></span>'
const html = (text: string, streaming = true) =>
  renderToStaticMarkup(<Markdown text={text} streaming={streaming} />)
    .replace(/^<div class="prose"[^>]*>|<\/div>$/g, '')
    .replace(/ (?:dir|target|rel|referrerPolicy|title)="[^"]*"/g, '')
const head = (...cells: string[]) => `<tr>${cells.map((cell) => `<th>${cell}</th>`).join('')}</tr>`

test.each([
  ['a **bo', `<p>a <strong>bo${caret}</strong></p>`],
  ['a **bo ', `<p>a <strong>bo${caret}</strong></p>`],
  ['a **bold*', `<p>a <strong>bold${caret}</strong></p>`],
  ['a *it', `<p>a <em>it${caret}</em></p>`],
  ['a **b _c', `<p>a <strong>b <em>c${caret}</em></strong></p>`],
  ['*a **b** c', `<p><em>a <strong>b</strong> c${caret}</em></p>`],
  ['中文**粗', `<p>中文<strong>粗${caret}</strong></p>`],
  ['a ~~st', `<p>a <del>st</del>${caret}</p>`],
  ['a `co', `<p>a <code>co</code>${caret}</p>`],
  ['a ``c`', `<p>a <code>c</code>${caret}</p>`],
  ['**`x', `<p><strong><code>x</code>${caret}</strong></p>`],
  ['# **h', `<h3 data-level="1"><strong>h${caret}</strong></h3>`],
  ['2*3 = 6', `<p>2*3 = 6${caret}</p>`],
  ['snake_ca', `<p>snake_ca${caret}</p>`],
  ['a ~5 min', `<p>a ~5 min${caret}</p>`],
  ['see [te', `<p>see <span>te</span>${caret}</p>`],
  ['see [text]', `<p>see <span>text</span>${caret}</p>`],
  ['see [text](htt', `<p>see <span>text</span>${caret}</p>`],
  ['see [text](/a "ti', `<p>see <span>text</span>${caret}</p>`],
  ['see [text][re', `<p>see <span>text</span>${caret}</p>`],
  ['see **[te', `<p>see <strong><span>te</span>${caret}</strong></p>`],
  ['see [text. te', `<p>see <span>text. te</span>${caret}</p>`],
  ['see [text][re]', `<p>see <span>text</span>${caret}</p>`],
  ['see [a [b] c', `<p>see <span>a [b] c</span>${caret}</p>`],
  ['see [1, 2](htt', `<p>see <span>1, 2</span>${caret}</p>`],
  ['see [[te', `<p>see [<span>te</span>${caret}</p>`],
  ['x[i](a b c', `<p>x[i](a b c${caret}</p>`],
  ['see <https://a.ex', `<p>see <a href="https://a.ex">https://a.ex</a>${caret}</p>`],
  ['see [sic] and', `<p>see [sic] and${caret}</p>`],
  ['[0, 1) is', `<p>[0, 1) is${caret}</p>`],
  ['![alt](htt', `<p><span>alt</span>${caret}</p>`],
  ['word[^1', `<p>word${caret}</p>`],
  ['a $', `<p>a${caret}</p>`],
  ['a \\(', `<p>a${caret}</p>`],
  ['a $x^2 *', `<p>a $x^2 ${caret}</p>`],
  ['- [ ] **b', `</p>`],
])('while it is written, %j is shown as what it will be', (text, expected) => {
  if (expected === '</p>') expect(html(text)).toContain(` <strong>b${caret}</strong></li>`)
  else expect(html(text)).toBe(expected)
})

test.each(['| a', '| a |', '| a |\n', '| a |\n|', '| a |\n| --', '| a |\n| :-: |', '| a |\n| - |\n|'])(
  'the head of a table is one before its second line is there: %j',
  (text) => {
    expect(html(text).replace(caret, '')).toContain(`<table><thead>${head('a')}</thead></table>`)
  },
)

test('the head of a table grows by cells, and a quote is not taken for one', () => {
  expect(html('| a | **b').replace(caret, '')).toContain(head('a', '<strong>b</strong>'))
  expect(html('| a \\| b | c').replace(caret, '')).toContain(head('a | b', 'c'))
  expect(html('> | a | b')).not.toContain('<table')
  expect(html('| a |\nb')).not.toContain('<table')
})

test.each(
  '-,--,===,*,1,1.,1. ,#,## ,>,> - ,- [,- [x] ,``,```,```p,  ~~~ js x,|,| -,$,$$,\\[,![,[^1'
    .split(',')
    .map((line) => [line]),
)('nothing is shown of %j before it is decided', (line) => {
  expect(withoutUndecided(line)).toMatch(/^[ >]*$/)
  expect(withoutUndecided(`a\n${line}`).trim()).toBe('a')
  expect(html(`a\n\n${line}`)).toMatch(/^<p>a(?:<span[^]*)?<\/p>(?:<span[^>]*><\/span>)?$/)
})

test.each(['[foo', '[foo]', '[foo]: htt', '[foo b', '|x', '|x|', '|x| '])(
  '%j is not shown: it may be a definition, or the bars of a term or a row',
  (line) => {
    expect(html(`a\n\n${line}`)).toBe(`<p>a</p>${caret}`)
  },
)

test('where no definition can stand brackets are those of a link, and soon they are anywhere', () => {
  expect(html('a\n[foo')).toBe(`<p>a\n<span>foo</span>${caret}</p>`)
  expect(html('- [foo')).toContain('<span>foo</span>')
  expect(html(`[${'foo '.repeat(12)}`)).toContain('<span>foo foo')
})

test.each(['[', '](', '[](', '[a](b', '[a](b c ', '[a](<', '<https://', '[](x (y [', '[]]('])(
  'the time that %j takes without an end does not grow beyond its letters',
  (unit) => {
    const text = `${unit.repeat(300_000 / unit.length)} b c<`
    const position = {
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 1, offset: text.length },
    }
    closed(withoutUndecided(text), [
      { type: 'paragraph', position, children: [{ type: 'text', value: text, position }] },
    ])
  },
)

test.each(['a', '- a', '1 a', '#a', '2024-01', 'a.', 'Hello!', 'a \\\\', 'R&D', '- [x] a'])(
  '%j is shown to its end',
  (text) => {
    expect(withoutUndecided(text)).toBe(text)
  },
)

const answer = `# A *title*

Some **bold *and both* words**, \`code\`, ~~gone~~ and a [link **b**](https://a.example/b_c "T"). Also \`\`a\`b\`\`
and 2*3, snake_case, _done_ ![alt](https://a.example/c.png) \\*not\\*.

- one **two**
- [three](https://a.example)
  1. inner \`x\`
- four

> A *quote* of **words**

| Name | **Size** |
| ---- | :-- |
| \`a\` | **1** |
| b | [c](https://a.example) |

\`\`\`py
print(1)
\`\`\`

---

The end.
`

/** Without what follows the last letter, and what a link gets with its address. */
const soFar = (markup: string) =>
  markup
    .replace(caret, '')
    .replace(/<button.*?<\/button>/g, (button) => /alt/.exec(button)?.[0] ?? '')
    .replace(/<(\/?)a\b[^>]*>/g, '<$1span>')
    .replace(/<span>|<\/span>| data-align="\w*"/g, '')
    .replace(/\n*(<[^>]*>)\n*/g, '$1')

test('what an answer shows at any moment is the beginning of what it shows at its end', () => {
  const end = soFar(html(answer, false))
  for (let length = 1; length <= answer.length; length++) {
    const now = soFar(html(answer.slice(0, length))).replace(/(?:<t[dh]><\/t[dh]>|<\/[^>]*>|\s)+$/, '')
    expect(end.slice(0, now.length), answer.slice(0, length)).toBe(now)
  }
}, 180_000)
