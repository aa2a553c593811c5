import type { Inline, Link, Marked } from './Inline'

/** The Markdown that is read as this again. Bars are left to whoever puts it into a table. */
export const inlineMarkdown = (nodes: readonly Inline[]): string =>
  written(nodes, []).replace(/^[ \t]+|[ \t]+$/g, '')

type Mark = Marked['type']
const marks: Record<Mark, string> = { strong: '**', emphasis: '*', delete: '~~' }

const isMarked = (node: Inline | undefined): node is Marked => node !== undefined && node.type in marks

/** @param within what stands around it already, the innermost last */
function written(nodes: readonly Inline[], within: readonly (Mark | 'link')[]): string {
  const joined = join(nodes, within)
  const sources = joined.map((node) =>
    isMarked(node)
      ? written(node.children, [...within, node.type])
      : sourceOf(node, within.includes('link') ? inBrackets : escaped),
  )
  const parent = within.at(-1)
  for (const [at, node] of joined.entries()) {
    if (!isMarked(node)) continue
    const inside = sources[at]!.replace(/^\s|\s$/g, encoded)
    const beside = [joined[at - 1]?.type ?? parent, joined[at + 1]?.type ?? parent]
    const meetsStars = beside.includes('strong') || /^\*|\*$/.test(inside)
    const mark = node.type === 'emphasis' && meetsStars ? '_' : marks[node.type]
    sources[at] = mark + inside + mark
    // A mark between letters opens and closes only before another letter, and an underscore not even there.
    const parts = (outer = '', inner = '') => isLetter(outer) && (mark === '_' || !isLetter(inner))
    const [before, after] = [sources[at - 1], sources[at + 1]]
    if (before && parts(before.at(-1), inside[0])) sources[at - 1] = before.replace(/.$/u, encoded)
    if (after && isText(joined[at + 1]) && parts(after[0], inside.at(-1)))
      sources[at + 1] = after.replace(/^./u, encoded)
  }
  return sources.reduce(
    (before, next) => (next.startsWith('[') ? before.replace(/!$/, '\\!') : before) + next,
    '',
  )
}

const isText = (node: Inline | undefined) => node?.type === 'text'

/** As the parser has it, which looks at half of a pair of surrogates. */
const isLetter = (unit: string) => unit !== '' && !/[\s\p{P}\p{S}]/u.test(unit)

const encoded = (character: string) => `&#${character.codePointAt(0)};`

/** One element instead of several side by side or in one another that could not be told apart. */
function join(nodes: readonly Inline[], within: readonly string[]): Inline[] {
  const joined: Inline[] = []
  for (const node of nodes.flatMap((one) =>
    isMarked(one) && within.includes(one.type) ? join(one.children, within) : one,
  )) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value }
    else if (isMarked(node) && isMarked(last) && last.type === node.type)
      joined[joined.length - 1] = { type: node.type, children: [...last.children, ...node.children] }
    else if (!isEmpty(node)) joined.push(node)
  }
  return joined
}

const isEmpty = (node: Inline): boolean =>
  isMarked(node) ? node.children.every(isEmpty) : node.type === 'text' && node.value === ''

function sourceOf(node: Exclude<Inline, Marked>, write: typeof escaped): string {
  switch (node.type) {
    case 'text':
      return write(node.value)
    case 'inlineCode':
      return fenced(node.value)
    case 'formula':
      return node.value
    case 'break':
      return '<br>'
    case 'image':
      return `![${inBrackets(node.alt)}](${target(node)})`
    case 'footnoteReference':
      return `[^${node.identifier}]`
    case 'link':
      return bare(node) ?? `[${written(node.children, ['link']).replace(/^\^/, '\\^')}](${target(node)})`
  }
}

/** A link whose words are its address. */
function bare({ url, title, children: [words] }: Link): string | undefined {
  if (title || words?.type !== 'text') return undefined
  const { value } = words
  const isAddress = url === value && /^[a-z]+:[^\s<>|\\]+$/.test(url)
  return isAddress || (url === `mailto:${value}` && /^[\w.+-]+@[a-z\d.-]+$/i.test(value))
    ? `<${value}>`
    : undefined
}

const target = ({ url, title }: { url: string; title?: string | undefined }) =>
  `<${url.replace(/[\\<>]|&(?=#?\w+;)/g, '\\$&')}>` +
  (title ? ` "${title.replace(/[\\"]|&(?=#?\w+;)/g, '\\$&').replace(/[\t\n\r]/g, encoded)}"` : '')

/** The last three make an address of words, perhaps together with what is escaped behind it. */
const special = /[\\`*_\]<~$]|&(?=#?\w+;)|:(?=\/\/)|(?<=[\w.+-])@(?=[\w-])|(?<=www)\.(?=\S)/gi

/** An opening bracket with a backslash before it would begin a formula, and leads to nothing without a closing one. */
const escaped = (text: string) => text.replace(special, '\\$&').replace(/[\t\n\r]/g, encoded)

const inBrackets = (text: string) => escaped(text).replaceAll('[', encoded)

/** Code that holds backticks stands in more of them. */
function fenced(code: string): string {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = /^`|`$|^ .*[^ ].* $/.test(code) ? ' ' : ''
  return fence + space + code + space + fence
}
