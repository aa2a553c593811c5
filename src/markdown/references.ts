import type { Definition, Nodes } from 'mdast'

/** What a block tells the rest of the text: where its links lead, and which footnotes it holds. */
export interface References {
  /** Sources of link definitions by identifier. */
  links: ReadonlyMap<string, string>
  footnotes: readonly string[]
}

const odd = '    '

export function referencesIn(nodes: readonly Nodes[]): References {
  const links = new Map<string, string>()
  const footnotes: string[] = []
  walk(nodes, (node) => {
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, written(node))
    if (node.type === 'footnoteDefinition') footnotes.push(node.identifier)
  })
  return { links, footnotes }
}

/** The footnotes that are called, in order and as often as they are. Calls within footnotes come later. */
export function callsIn(nodes: readonly Nodes[]): string[] {
  const calls: string[] = []
  walk(nodes, (node) => {
    if (node.type === 'footnoteReference') calls.push(node.identifier)
    return node.type !== 'footnoteDefinition'
  })
  return calls
}

function walk(nodes: readonly Nodes[], visit: (node: Nodes) => boolean | void) {
  for (const node of nodes) if (visit(node) !== false && 'children' in node) walk(node.children, visit)
}

/**
 * A definition written anew: where it stood, it may have been cut by the marks of quotes and lists. A label that
 * begins like that of a footnote is only that of a link behind an indent, in the middle of other definitions.
 */
function written({ identifier, url, title }: Definition): string {
  const address = `${identifier.startsWith('^') ? odd : ''}[${identifier}]: <${encoded(url)}>`
  return typeof title === 'string' ? `${address} "${encoded(title)}"\n` : `${address}\n`
}

function encoded(text: string): string {
  return text.replace(/[<>"&\\\n\r\t]/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Labels are compared without case and spacing; the marks of quotes may stand within one that is broken. */
const folded = (text: string) =>
  text
    .replace(/[\s>]+/g, '')
    .toLowerCase()
    .toUpperCase()

/** Source that makes the references of a block known to the parser, to be put in front of the block. */
export function preamble(
  source: string,
  links: ReadonlyMap<string, string>,
  footnotes: ReadonlySet<string>,
): string {
  const text = folded(source)
  const isUsed = (label: string) => text.includes(`[${folded(label)}]`)
  const stubs = Array.from(footnotes, (identifier) =>
    isUsed(`^${identifier}`) ? `[^${identifier}]: -\n\n` : '',
  )
  const used = Array.from(links, ([identifier, definition]) => (isUsed(identifier) ? definition : ''))
  const definitions = used.join('')
  const before = stubs.join('')
  if (before + definitions === '') return ''
  const parted = /^\s/.test(source) || used.some((definition) => definition.startsWith(odd))
  return `${before}${parted ? barrier(source) : ''}${definitions}\n`
}

/** A definition that nothing uses. It ends a footnote, which else would take in what is indented behind it. */
function barrier(source: string): string {
  let label = '-'
  while (source.includes(label)) label += '-'
  return `[${label}]: -\n`
}
