import type { Element, Root as HastRoot } from 'hast'
import type { Root, RootContent } from 'mdast'
import type { Processor } from 'unified'
import { readPiece } from './parse'
import type { Piece, Take } from './parts'

/** Around a piece: what decides how it looks in its place. */
export interface Surroundings {
  /** Of the list that it stands in. */
  loose: boolean
  /** Of the item that it begins. */
  checked: boolean | undefined
}

/** A piece as a text of its own, in the container that it is a piece of. */
export function pieceRoot(piece: Piece, { loose, checked }: Surroundings): Root {
  const { nodes, definitions } = readPiece(piece)
  // What is in a container of a kind is of the kind that it can hold: it was taken out of one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const content = wrapped(piece, nodes as never[], loose, checked)
  return { type: 'root', children: [...definitions, ...content] }
}

function wrapped(piece: Piece, nodes: never[], loose: boolean, checked: boolean | undefined): RootContent[] {
  switch (piece.take) {
    case 'blocks':
      if (piece.depth === 0) return nodes
      return [
        {
          type: 'list',
          spread: loose,
          children: [{ type: 'listItem', spread: loose, checked: checked ?? null, children: nodes }],
        },
      ]
    case 'items':
      return [{ type: 'list', spread: loose, children: nodes }]
    case 'words':
      return [{ type: 'paragraph', children: nodes }]
    case 'lines':
    case 'note':
      return []
    case 'head':
      return [{ type: 'table', align: piece.align ?? null, children: nodes }]
    case 'rows':
      return [
        {
          type: 'table',
          align: piece.align ?? null,
          children: [{ type: 'tableRow', children: [] }, ...nodes],
        },
      ]
  }
}

/** Which element holds the piece, once it is rendered. */
function holderOf({ take, depth }: Piece): string | undefined {
  if (take === 'blocks') return depth === 0 ? undefined : 'li'
  const holders: Partial<Record<Take, string>> = { items: 'ul', words: 'p', head: 'thead', rows: 'tbody' }
  return holders[take]
}

/** A rehype plugin that takes the piece out of its container again. */
export function unwrapped(piece: Piece) {
  const holder = holderOf(piece)
  return () => (tree: HastRoot) => {
    if (!holder) return
    const children = find(tree, holder)?.children ?? []
    tree.children = isRows(piece) ? children.filter(({ type }) => type === 'element') : children
    // The line break at the beginning of a list is that of the list.
    if (piece.take === 'items') tree.children.shift()
  }
}

const isRows = ({ take }: Piece) => take === 'head' || take === 'rows'

function find(parent: HastRoot | Element, name: string): Element | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.tagName === name) return child
    const inner = find(child, name)
    if (inner) return inner
  }
  return undefined
}

/** A remark plugin that gives a tree in place of what would be read. */
export function given(this: Processor, tree: Root) {
  this.parser = () => tree
}
