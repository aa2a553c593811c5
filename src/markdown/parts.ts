import type { AlignType, Nodes, RootContent } from 'mdast'
import { mapped, type Sequence } from './Sequence'

/**
 * What a piece is made of: whole blocks, items of a list, the head or rows of a table, words of a paragraph; lines that
 * are not read, and the word before them that says so.
 */
export type Take = 'blocks' | 'items' | 'head' | 'rows' | 'words' | 'lines' | 'note'

/** The smallest part of a text: rendered by itself, and never again unless it is another object. */
export interface Piece {
  kind: 'piece'
  take: Take
  /** How many items of lists it stands in: `lead` opens them, so that it is read as it was in its place. */
  depth: number
  lead: string
  source: string
  /** What was read of it, where that is at hand. */
  nodes: RootContent[] | undefined
  /** How the columns of rows are aligned. */
  align: AlignType[] | undefined
  /** Definitions from elsewhere that it needs. */
  preamble: string
  /** The footnotes called before it, separated by spaces: numbers go on from here. */
  calls: string
  /** Still being written. */
  open: boolean
  /** Words that follow others without a space. */
  isGlued?: boolean
}

export const pieceOf = (take: Take, source: string): Piece => ({
  kind: 'piece',
  take,
  depth: 0,
  lead: '',
  source: detached(source),
  nodes: undefined,
  align: undefined,
  preamble: '',
  calls: '',
  open: false,
})

/** Engines cut strings without copying, and a cut keeps the whole alive. This makes a string of its own. */
export const detached = (cut: string): string => ` ${cut}`.slice(1)

export interface Paragraph {
  kind: 'paragraph'
  /** Parted by spaces, but for those that are glued. */
  pieces: Sequence<Part>
  /** Whether the next will be glued. */
  isGlued?: boolean
}

export interface List {
  kind: 'list'
  ordered: boolean
  start: number | undefined
  /** Blank lines part its items, or what is in one of them. */
  loose: boolean
  tasks: boolean
  /** The first letter, which tells the direction. */
  letter: string
  items: Sequence<Part>
}

export interface Item {
  kind: 'item'
  checked: boolean | undefined
  content: Sequence<Part>
}

export interface Table {
  kind: 'table'
  letter: string
  align: AlignType[] | undefined
  head: Piece | undefined
  /** The lines of the head, behind which other rows can be read. */
  opening: string
  rows: Sequence<Part>
}

export type Part = Piece | Paragraph | List | Item | Table

/** The same part with other pieces, called for in the order of the text; the same object if they are the same. */
export function withPieces<T extends Part>(part: T, change: (piece: Piece) => Piece): T
export function withPieces(part: Part, change: (piece: Piece) => Piece): Part {
  const inner = (child: Part) => withPieces(child, change)
  switch (part.kind) {
    case 'piece':
      return change(part)
    case 'paragraph': {
      const pieces = mapped(part.pieces, inner)
      return pieces === part.pieces ? part : { ...part, pieces }
    }
    case 'list': {
      const items = mapped(part.items, inner)
      return items === part.items ? part : { ...part, items }
    }
    case 'item': {
      const content = mapped(part.content, inner)
      return content === part.content ? part : { ...part, content }
    }
    case 'table': {
      const head = part.head && change(part.head)
      const rows = mapped(part.rows, inner)
      return head === part.head && rows === part.rows ? part : { ...part, head, rows }
    }
  }
}

/** The first letter that will be read. */
export function firstLetter(nodes: readonly Nodes[]): string {
  for (const node of nodes) {
    if (node.type === 'footnoteDefinition' || node.type === 'definition') continue
    const own = 'value' in node ? /[\p{L}\p{Nl}]/u.exec(node.value)?.[0] : undefined
    const letter = own ?? ('children' in node ? firstLetter(node.children) : '')
    if (letter) return letter
  }
  return ''
}
