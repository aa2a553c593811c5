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
    [['] b\n\n[one]: https://a.example "T"\n', definition]],
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
