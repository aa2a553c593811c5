import type { List, ListItem, Nodes, Root, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { type PluggableList, unified } from 'unified'
import type { Piece, Take } from './parts'
import { syntax } from './renderOptions'
import { mayHoldAddress, withoutAddresses } from './withoutAddresses'

const parserFor = (...plugins: PluggableList) => unified().use(remarkParse).use(plugins).freeze()
const parser = parserFor(...syntax())
const plainParser = parserFor(...syntax(), withoutAddresses)
const growingParser = parserFor(...syntax(true))
const plainGrowingParser = parserFor(...syntax(true), withoutAddresses)

/** Quotes and lists in one another on one line, and nodes in one another: more would be too much for the stack. */
const deep = /(?:^|[\r\n])[ \t]*(?:>[ \t]?|(?:[-+*]|\d{1,9}[.)])[ \t]+){100}/
const deepest = 200

/**
 * What nests too deep is not read, but taken as it was written.
 *
 * @param growing whether what is open at the end is still to be closed
 */
export function parse(source: string, growing = false): Root {
  if (!deep.test(source)) {
    try {
      const root = read(source, growing)
      if (!isDeep(root)) return root
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
    }
  }
  return { type: 'root', children: [{ type: 'html', value: source }] }
}

function isDeep(root: Root): boolean {
  let level: Nodes[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []))
  }
  return false
}

function read(source: string, growing: boolean): Root {
  if (mayHoldAddress(source)) return (growing ? growingParser : parser).parse(source)
  return (growing ? plainGrowingParser : plainParser).parse(source)
}

/** What a piece is made of, and the definitions that it came with. */
export interface PieceTree {
  nodes: RootContent[]
  definitions: RootContent[]
}

export function readPiece({ nodes, preamble, lead, source, take, depth, open }: Piece): PieceTree {
  if (nodes) return { nodes, definitions: [] }
  // A byte order mark is only one at the very start, where it would not be behind the definitions.
  const { children } = parse(preamble + lead + (preamble ? source.replace(/^\ufeff/, '') : source), open)
  if (take === 'blocks' && depth === 0) return { nodes: children, definitions: [] }
  const content = children.filter((child) => !isDefinition(child))
  return { nodes: taken(contentAt(content, depth), take), definitions: children.filter(isDefinition) }
}

const isDefinition = ({ type }: Nodes) => type === 'definition' || type === 'footnoteDefinition'

/** What the innermost of the items holds that are opened before it, each by a line with a heading in it. */
function contentAt(nodes: RootContent[], depth: number): RootContent[] {
  if (depth === 0) return nodes
  const list = nodes.find((node): node is List => node.type === 'list')
  const item: ListItem | undefined = list?.children[0]
  return contentAt(item?.children.slice(1) ?? [], depth - 1)
}

function taken(nodes: RootContent[], take: Take): RootContent[] {
  const [first] = nodes
  if (take === 'blocks') return nodes
  if (!first || !('children' in first)) return []
  if (take === 'head') return first.children.slice(0, 1)
  return take === 'rows' ? first.children.slice(1) : first.children
}

/** Places are of no use once a source has been cut, and weigh more than what stands there. */
export function withoutPositions<T extends Nodes>(nodes: T[]): T[] {
  for (const node of nodes) {
    delete node.position
    if ('children' in node) withoutPositions(node.children)
  }
  return nodes
}
