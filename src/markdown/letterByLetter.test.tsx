import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from './Markdown'

/** What is shown, without what follows the last letter, the colours, and what a link or picture gets with its address. */
const shown = (text: string, streaming: boolean) =>
  renderToStaticMarkup(<Markdown text={text} streaming={streaming} />)
    .replace(/^<div class="prose"[^>]*>|<\/div>$/g, '')
    .replace(/<section data-footnotes[^]*?<\/section>/, '')
    .replace(/<button.*?<\/button>/g, (button) => /alt/.exec(button)?.[0] ?? '')
    .replace(/<(\/?)a\b[^>]*>|<(\/?)span[^>]*>/g, '')
    .replace(/ (?:dir|target|rel|referrerPolicy|title|data-align|style)="[^"]*"/g, '')
    .replace(/\n*(<[^>]*>)\n*/g, '$1')
    .replace(/(?:<t[dh]><\/t[dh]>|<\/[^>]*>|\s)+$/, '')

const heading = 'Words are a heading only with their underline: all words would have to wait for one.'
const loose = 'What parts the items of a list is behind the first of them.'
const barless = 'Bars among words are only those, until the row of dashes begins.'
const formula = 'A formula is its source until it is whole: half of one cannot be drawn.'
const brackets = 'Words in brackets are more often those of a link.'
const definition = 'Brackets that a definition explains far below are brackets until then.'
const intervals = 'A list of numbers is seldom the words of a link.'
const globs =
  'Stars before names are emphasis to Markdown as well, and which of them belong together comes late.'

/** Pieces of answers, and the letters during which one is not shown as the beginning of what it becomes, with the reason. */
const answers: [name: string, text: string, accepted?: [letters: string, reason: string][]][] = [
  ['headings', '# One *a* title #\n\n## Two `code`\n\nwords\n\n###### Six\n'],
  ['underlined headings', 'Title\n=====\n\nwords\n', [['Title\n=====', heading]]],
  ['emphasis', 'a **b *and c* d**, ***all***, __under__ _it_, ~~gone **b**~~ and **a**b, 2 * 3 * 4.\n'],
  ['names', '- **Name**: words\n- **Other:** `code` snake_case_name\n- *it* is\n'],
  ['lists', '- one\n  - two\n    - three\n  - four\n- five\n\n1. a\n2. b\n   - c\n10. d\n\n+ e\n'],
  ['loose lists', '1. one\n\n2. two\n\n   more\n', [['one\n\n2. ', loose]]],
  ['tasks', '- [ ] todo\n- [x] done\n  - [ ] in\n'],
  ['tables', 'Here:\n\n| A | **B** |\n| --- | :-: |\n| `a` | 1 |\n| b | [c](https://a.example) |\n\nend\n'],
  ['a table behind words', 'Here it is:\n| a | b |\n|---|---|\n| 1 | 2 |\n'],
  ['a table in an item', '- Here:\n  | a | b |\n  |---|---|\n  | 1 | 2 |\n'],
  ['a table without bars', 'A | B | C\n--- | :-: | --:\na | 1 | 2\n\nend\n', [['A | B | C\n-', barless]]],
  ['code', 'See:\n\n```py title="a.py"\nprint(1)\n```\n\n~~~\nx\n~~~\n\n````md\n```\na\n```\n````\n\nend\n'],
  ['code in an item', '1. do\n   ```sh\n   npm i\n   ```\n2. then\n\nwords\n\n    code\n'],
  ['code in a quote', '> ```js\n> a\n> ```\n\nend\n'],
  ['links', 'a [link **b**](https://a.example/b_c "T t"), [x](<a b> \'t\') and [y](/z(1)).\n'],
  [
    'pictures',
    '![alt](https://a.example/c.png "T") [![alt](https://a.example/i.png)](https://a.example) c\n',
  ],
  ['addresses', 'see https://a.example/b_c?d=1. And <https://b.example>, or <me@a.example> now.\n'],
  [
    'references',
    'a [link][one] b\n\n[one]: https://a.example "T"\n',
    [[' b\n\n[one]: https://a.example "T"\n', definition]],
  ],
  [
    'references to what is known',
    '[one]: https://a.example\n[the other]: <https://b.example> "T"\n\na [link][one], [the other], [x. y][the other] b\n',
  ],
  [
    'definitions',
    'words\n\n[foo]: https://a.example\n\n# Sources\n[bar b]: <https://b.example> "T"\n\nend\n',
  ],
  [
    'sentences as links',
    'Read [What is Rust? A short guide](https://a.example/x) now.\n\n[Dr. Smith et al. 2020](https://b.example) and\n' +
      '[Hello! World.](https://c.example)\n\n- [Yes. No](https://d.example "T. t")\n',
  ],
  [
    'long links',
    `a [${'The title of a source, word by word. '.repeat(9)}](https://a.example/${'long/'.repeat(40)}) b <https://b.example/${'abcde'.repeat(30)}> c\n`,
  ],
  [
    'links with marks in them',
    'a [Rust (the language)](https://a.example/Rust_(l)), [File > Open](/b), [a [b] c](/c), [two\nlines](/d), [a]( /e ) end\n',
    [['b]', brackets]],
  ],
  [
    'bars around terms',
    'words\n\n|x| is the absolute value of x\n\n|y| = 2 as well\n\n|A|B|\n|-|-|\n|1|2|\n',
  ],
  ['code in a line', 'a `code`, ``a`b``, `` ` `` and ```c``` d\n'],
  ['formulas in lines', 'So $x^2 + y$ and $a_1$, $$z = 1$$ or \\(x^2\\) in lines.\n'],
  ['formulas', 'So\n\n$$\nE = mc^2\n$$\n\nend\n', [['\nE = mc^2\n$$', formula]]],
  ['prices', 'It costs $5 and $10, or $1.50 a piece. US$3, about ~5 min.\n'],
  ['quotes', '> A *quote*\n> goes on\n>\n> > deep\n\nend\n\n> [!NOTE]\n> words\n'],
  [
    'footnotes',
    'A word[^1] and[^note].\n\n[^1]: The first.\n[^note]: The second\n    goes on.\n\nend\n',
    [[' and[^note].\n\n[^1]: The first.\n[^note]: The second\n    goes on.\n\n', definition]],
  ],
  ['rules', 'a\n\n---\n\nb\n\n***\n\nc\n\n* * *\n\nd\n'],
  ['HTML', 'a <b>bold</b> and <br> x\n\n<details>\n<summary>S</summary>\n\nin\n\n</details>\n\nend\n'],
  ['comparisons', 'if a < b and c > d && e then a<b or x<y>z, List<String>.\n'],
  ['entities', '\\*not\\* &amp; &copy; R&D, AT&T. 5 &lt; 6 &nbsp;x &#39;y&#39;\n'],
  ['line breaks', 'one  \ntwo\\\nthree\n'],
  ['numbers', '1986 was. A year.\n\n2024\n\n1) a\n2) b\n\n- 5\n'],
  ['brackets', 'an [1, 2], a[i], (see [1]) and [sic] d.\n', [['sic]', brackets]]],
  ['brackets before words', '[Chorus]\nla la\n\n[Alice]: hello there\n\n[^1 x] and [ ] y\n'],
  [
    'intervals',
    'in [0, 1) and [a, b) or [1, 2](https://a.example) d\n',
    [
      ['a, b', brackets],
      [', 2]', intervals],
    ],
  ],
  ['globs', '*.ts, **/*.js\n', [['/*', globs]]],
  ['Chinese', '中文**粗体**和`代码`，以及[链接](https://a.example)。\n'],
]

test.each(answers)(
  'from its first letter on this is shown as what it becomes: %s',
  (_, text, accepted = []) => {
    const end = shown(text, false)
    const otherwise: string[] = []
    let since: number | undefined
    let most = ''
    for (let length = 1; length <= text.length; length++) {
      const now = shown(text.slice(0, length), true)
      const isBeginning = end.startsWith(now) && now.length >= most.length
      if (isBeginning) most = now
      if (!isBeginning) since ??= length - 1
      else if (since !== undefined) {
        otherwise.push(text.slice(since, length - 1))
        since = undefined
      }
    }
    if (since !== undefined) otherwise.push(text.slice(since))
    expect(otherwise).toEqual(accepted.map(([letters]) => letters))
  },
  180_000,
)

/** The opening tags of what is shown, one shape after the other. */
function shapes(text: string): string[] {
  const all: string[] = []
  for (let length = 1; length <= text.length; length++) {
    const html = renderToStaticMarkup(<Markdown text={text.slice(0, length)} streaming />)
    const tags = html
      .replace(/<div[^>]*>|<button.*?<\/button>|<span class="caret"[^>]*><\/span>/g, '')
      .match(/<\w+/g)
    const shape = (tags ?? []).join(' ').replaceAll('<', '')
    if (shape !== all.at(-1)) all.push(shape)
  }
  return all
}

test.each([
  ['a link', 'Read [What is it? A guide](https://a.example/x) now', ['p', 'p span', 'p a']],
  ['a link at first', '[Dr. A et al. 2020](https://a.example/x) says', ['', 'p span', 'p a']],
  ['a long link', `a [${'long '.repeat(50)}](https://a.example/x) b`, ['p', 'p span', 'p a']],
  [
    'a link in a table',
    '| a |\n|---|\n| [b? c](https://a.example) |',
    [
      '',
      'table thead tr th',
      'table thead tr th tbody tr td',
      'table thead tr th tbody tr td span',
      'table thead tr th tbody tr td a',
    ],
  ],
  ['a reference', '[r]: https://a.example\n\nsee [the ref][r] b', ['', 'p', 'p span', 'p a']],
  ['an unknown reference', 'see [the ref][r] b', ['p', 'p span', 'p']],
  ['a definition', 'a\n\n[foo]: https://a.example\n\nb', ['p', 'p p']],
  ['an address in angles', `a <https://a.example/${'abcde'.repeat(20)}> b`, ['p', 'p a']],
  ['what is no address in the end', 'a <https://a b', ['p', 'p a']],
  ['words in brackets', 'see [like this] and arr[0], [1], [^1] or [ ] b for $5', ['p', 'p span', 'p']],
  ['words in brackets at first', '[like this] b', ['', 'p']],
  ['an open bracket', 'a [0, 1) b', ['p']],
  ['brackets in brackets', 'see [[a](https://a.example)] b', ['p', 'p span', 'p a']],
  ['a term in bars', '|x| is its value', ['', 'p']],
  ['a term in bars behind words', 'Is |x| big?\n|x| is', ['p']],
  ['a row in bars', '|a|b|\n|-|-|', ['', 'table thead tr th th']],
])('the shapes on the way of %s', (_, text, expected) => {
  expect(shapes(text)).toEqual(expected)
})
