import type { ListItem, Nodes, RootContent } from 'mdast'
import { expandTabs, lineStart } from './lineShapes'

export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0

/** How far it is indented. The parser counts a tab as one, which stands for up to four. */
export function columnOf(node: Nodes, source: string): number {
  const start = startOf(node)
  return expandTabs(source.slice(lineStart(source, start), start)).length
}

/**
 * The index of the last of some blocks that nothing which follows can draw into one before it: definitions, whose
 * titles may be on the next line, stay with what is behind them. 0 if there is none. `early`: while its first line grows.
 */
export function lastApart(
  nodes: readonly RootContent[],
  source: string,
  indent: number,
  early: boolean,
): number {
  let last = nodes.length - 1
  while (last > 0 && nodes[last - 1]!.type === 'definition') last--
  const node = nodes[last]
  const before = nodes[last - 1]
  if (!node || !before) return 0
  return isReadAlone(before, node, source, indent) && isCertain(node, source, early) ? last : 0
}

/** Whether two blocks, in something that is indented so far, are the same when each is read by itself. */
export const isReadAlone = (before: Nodes, node: Nodes, source: string, indent: number): boolean =>
  !isRefused(before, node, source) &&
  isClosed(before, source) &&
  isFound(node, source) &&
  // The first line of a table may be a lazy one.
  columnOf(node, source) >= indent

/**
 * What begins behind a paragraph, without a blank line, with two containers in one line: the parser takes the second
 * for one that would have to interrupt the paragraph, and may leave it as words.
 */
function isRefused(before: Nodes, node: Nodes, source: string): boolean {
  if (node.type !== 'list' && node.type !== 'blockquote') return false
  const container = String.raw`(?:>|(?:[-+*]|\d{1,9}[.)])(?![^ \t\r\n])|\[\^)`
  const doubled = new RegExp(`^${container}[ \\t]*${container}`)
  return doubled.test(source.slice(startOf(node), startOf(node) + 200)) && !isParted(before, node, source)
}

const isParted = (before: Nodes, node: Nodes, source: string) =>
  /(?:\r\n|\n|\r(?!\n))[ \t>]*[\r\n]/.test(source.slice(endOf(before), startOf(node)))

/** Whether blank lines part these items, or what is in one of them; or in one of them but the last. */
export function isLoose(items: readonly ListItem[], source: string, butLast = false): boolean {
  return items.some((item, index) => {
    const before = items[index - 1]
    if (before && isParted(before, item, source)) return true
    return Boolean(item.spread) && !(butLast && index === items.length - 1)
  })
}

/** The index of the last of some items that can be read without those before it. 0 if there is none. */
export function lastItemApart(items: readonly ListItem[], source: string): number {
  for (let last = items.length - 1; last > 0; last--)
    if (isClosed(items[last - 1]!, source) && isCertain(items[last]!, source, true)) return last
  return 0
}

/** Whether a block will still begin here, and be of its kind, however its first line goes on. */
function isCertain(node: Nodes, source: string, early: boolean): boolean {
  const start = startOf(node)
  // Where a formula begins, and whether it does, is only known when it ends.
  if (node.type === 'formula' && node.data.open) return false
  if (/[\r\n]/.test(source.slice(node.type === 'formula' ? endOf(node) : start))) return true
  if (!early) return false
  const rest = source.slice(start, start + 200)
  return node.type === 'listItem'
    ? /^(?:[-+*]|\d{1,9}[.)]) .*\p{L}/u.test(rest)
    : node.type === 'paragraph' && /^\p{L}/u.test(rest)
}

/** Code by indents, and HTML, begin before the place that is known of them; a byte order mark would be none at a start. */
function isFound(node: Nodes, source: string): boolean {
  const first = source[startOf(node)] ?? ''
  // By itself it would be something else, which could not stand behind a paragraph.
  if (
    node.type === 'table' &&
    /^(?:[-+*<]|\d{1,9}[.)])/.test(source.slice(startOf(node), startOf(node) + 12))
  )
    return false
  return node.type === 'code' ? /[`~]/.test(first) : node.type !== 'html' && first !== '\ufeff'
}

/**
 * Whether a block that ends here would end in the same way at the end of a text. Code and HTML that are cut short by
 * their container do not.
 */
export function isClosed(node: Nodes, source: string): boolean {
  if (node.type === 'html') return false
  if (node.type !== 'code') {
    const last = 'children' in node && isContainer(node) ? node.children.at(-1) : undefined
    return last === undefined || isClosed(last, source)
  }
  const lines = source.slice(startOf(node), node.position?.end.offset).split(/\r\n|[\r\n]/)
  return (
    lines.length > 1 && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(lines.at(-1)!) && /[`~]/.test(lines[0]![0]!)
  )
}

const isContainer = ({ type }: Nodes) =>
  type === 'list' || type === 'listItem' || type === 'blockquote' || type === 'footnoteDefinition'
