import * as fc from 'fast-check'
import type { Root } from 'mdast'
import { renderToStaticMarkup } from 'react-dom/server'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { documents } from './fixtures/documents'
import { Markdown } from './Markdown'
import { readFence } from './readFence'

const html = (text: string, streaming = false) =>
  renderToStaticMarkup(<Markdown text={text} streaming={streaming} />)
    .replace(/^<div class="prose"[^>]*>|<\/div>$/g, '')
    .replace(/<link rel="preload"[^>]*>/g, '')

test('headings rank below those of the page', () => {
  expect(html('# a\n## b\n### c\n#### d\n##### e\n\nf')).toContain(
    '<h3 dir="auto" data-level="1">a</h3><h4 dir="auto" data-level="2">b</h4><h5 dir="auto" data-level="3">c</h5>' +
      '<h6 dir="auto" data-level="4">d</h6><h6 dir="auto" data-level="4">e</h6>',
  )
})

test('links open beside the page and show where they lead', () => {
  expect(html('[a](https://b.example/c "d")')).toBe(
    '<p dir="auto"><a href="https://b.example/c" title="d\nhttps://b.example/c" data-host="b.example" target="_blank" ' +
      'rel="noopener noreferrer nofollow" referrerPolicy="no-referrer">a</a></p>',
  )
  for (const address of ['http://a', 'mailto:a@b.example', 'tel:+1', '#place'])
    expect(html(`[a](${address})`)).toContain(`href="${address}"`)
})

test('a link whose words name another place says where it leads', () => {
  expect(html('[b.com](https://c.example)')).toMatch(
    /<bdi>b\.com<\/bdi><\/a><span class="link-host"> \(leads to c\.example\)<\/span>/,
  )
  expect(html('<https://b.example/c>')).not.toContain('data-host')
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java&#x0A;script:alert(1)',
  '&#x01;javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'blob:https://a/b',
  'file:///etc/passwd',
  '//a.example',
  '/settings',
  'a/b',
  '\\\\a',
])('a link to %s is only its text', (address) => {
  expect(html(`[text](<${address}>)`)).toBe('<p dir="auto"><span>text</span></p>')
  expect(html(`![text](<${address}>)`)).toBe('<p dir="auto"><span>text</span></p>')
})

test('no picture is loaded unasked, but one that brings its bytes is shown', () => {
  expect(html('![a cat](https://b.example/c.png)')).toContain(
    'Load image “a cat” from b.example</span></button>',
  )
  expect(html('![a cat](https://b.example/c.png)')).not.toContain('<img')
  expect(html('![a cat](http://b.example/c.png)')).toMatch(/<a [^>]*>Open image “a cat” at b.example: only/)
  expect(html('![a](data:image/png;base64,AAAA)')).toContain(
    '<img src="data:image/png;base64,AAAA" alt="a"/>',
  )
  expect(html('![a](data:image/svg+xml;base64,AAAA)')).toBe('<p dir="auto"><span>a</span></p>')
  expect(html('[![a](https://b.example/c.png)](https://d.example)')).not.toContain('<button')
})

test('HTML is text, but for a line break', () => {
  expect(html('a <b>c</b><br>d')).toBe('<p dir="auto">a &lt;b&gt;c&lt;/b&gt;<br/>\nd</p>')
  expect(html('<script>\n  alert(1)\n</script>')).toBe(
    '<p dir="auto" class="source">&lt;script&gt;\n  alert(1)\n&lt;/script&gt;</p>',
  )
})

test('lists and quotes follow the direction of their words', () => {
  expect(html('- שלום')).toContain('<ul dir="rtl">')
  expect(html('> 1 السلام')).toContain('<blockquote dir="rtl">')
  expect(html('1. one שלום')).toContain('<ol dir="ltr">')
})

test('tasks say whether they are done', () => {
  expect(html('- [x] a\n- [ ] b')).toMatch(/aria-label="Done"[^]*aria-label="Not done"/)
})

test('of very many blocks each branch has a box, and nothing else is otherwise', () => {
  const block = (at: number) => ['words', '# heading', '- item', '> quote', '---'][at % 5]!
  const text = Array.from({ length: 1100 }, (_, at) => block(at)).join('\n\n')
  const shown = html(text)
  const boxes = shown.split(/<div class="blocks">|<\/div>/)
  const most = Math.max(...boxes.map((box) => box.match(/>(words|heading|item|quote)<|<hr/g)?.length ?? 0))
  expect([boxes.length, most]).toEqual([2 * 34 + 1, 64])
  const alone = text.split('\n\n').map((one) => html(one))
  expect(boxes.join('')).toBe(alone.join(''))
})

test('ids are those of the message alone', () => {
  const note = <Markdown text={'a[^1]\n\n[^1]: b'} />
  const ids = Array.from(
    renderToStaticMarkup(
      <>
        {note}
        {note}
      </>,
    ).matchAll(/ id="([^"]*)"/g),
    ([, id]) => id,
  )
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(6)
})

test.each([
  ['a', '<p dir="auto">a<span class="caret" aria-hidden="true"></span></p>'],
  ['a `b`', '<p dir="auto">a <code dir="ltr">b</code><span class="caret" aria-hidden="true"></span></p>'],
  ['- a\n  - b', '<li>b<span class="caret" aria-hidden="true"></span></li>'],
  ['> a', '<p dir="auto">a<span class="caret" aria-hidden="true"></span></p>'],
  ['```js\na', 'a<span class="caret" aria-hidden="true"></span></code></pre>'],
  ['- ```js\n  a', 'a<span class="caret" aria-hidden="true"></span></code></pre>'],
  ['[a]: /b', '<span class="caret" aria-hidden="true"></span>'],
])('a caret stands behind the last letter of %j', (text, expected) => {
  expect(html(text, true)).toContain(expected)
  expect(html(text, true).match(/class="caret"/g)).toHaveLength(1)
  expect(html(text)).not.toContain('caret')
})

test('a fence that is half closed does not flicker', () => {
  expect(readFence('```js\na\n``')).toMatchObject({ language: 'js', code: 'a', closed: false })
  expect(readFence('```js\na\n`')).toMatchObject({ language: 'js', code: 'a', closed: false })
  expect(readFence('```js\na\n`b')).toMatchObject({ language: 'js', code: 'a\n`b', closed: false })
})

test('fenced code is read as the parser reads it', () => {
  const parser = unified().use(remarkParse)
  const lines = fc.constantFrom(
    '```',
    '````',
    '~~~',
    '``',
    'a',
    '  ```',
    '    ```',
    '``` x',
    '',
    ' ',
    '\t',
    '```  ',
    'b `',
  )
  const openings = fc.constantFrom(
    '```',
    '```js',
    '~~~~ js x',
    '```` js',
    '~~~',
    '```a`b',
    '```a\\b',
    '``` a&amp;',
  )
  const fenced = fc
    .tuple(openings, fc.array(lines, { maxLength: 6 }))
    .map(([opening, rest]) => [opening, ...rest].join('\n'))
  fc.assert(
    fc.property(fc.oneof(fenced, documents), (text) => {
      const fence = readFence(text)
      if (!fence || (!fence.closed && /(?:^|\n)[`~]+$/.test(text))) return
      const { children }: Root = parser.parse(text)
      expect(children).toHaveLength(1)
      expect(children[0]).toMatchObject({ type: 'code', value: fence.code, lang: fence.language || null })
    }),
    { numRuns: times(750) },
  )
})

test('a formula that would hold up the page is drawn when it is wished for', () => {
  const formula = (length: number) => `$$\n${'x+'.repeat(length / 2)}y\n$$`
  expect(html(formula(400))).not.toContain('<button')
  expect(html(formula(2000))).toMatch(/x\+y\n\$\$<button[^>]*>Draw this long formula<\/button>/)
})
