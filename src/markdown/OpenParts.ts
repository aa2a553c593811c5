import type { ListItem, RootContent, Table as TableNode } from 'mdast'
import { columnOf, isClosed, isLoose, isReadAlone, startOf } from './certainty'
import { glues } from './cutWords'
import { type Flow, type Frame, flow, isEmpty } from './frames'
import {
  firstLetter,
  type Item,
  type List,
  type Paragraph,
  type Part,
  type Piece,
  pieceOf,
  type Table,
  type Take,
} from './parts'
import { appended } from './Sequence'

/** A second line that may make the first the head of a table. */
const delimiters = /^[^\r\n]*(?:\r\n|[\r\n])[ \t]*[-:|][-:| \t]*(?:[\r\n]|$)/

export type Make = (piece: Piece) => Piece

/** What is open in a block, and how its parts are made of what was read: those that have settled, and those to show. */
export abstract class OpenParts {
  /** What is open, from without: a flow and what is open in it, by turns. */
  protected frames: Frame[] = [flow()]
  /** Where each of them began to be cut up. */
  protected readonly starts = [{ cut: 0, lead: '' }]
  /** Up to here all is settled. */
  protected cut = 0
  /** What is put before the rest to read it in its place; both together; and what was read. */
  protected lead = ''
  protected text = ''
  protected nodes: RootContent[] = []
  /** Where in `text` the next piece begins. */
  protected at = 0

  /** Whether a frame began too far back to be read once more. */
  protected abstract isFar(level: number): boolean

  protected begin(frame: Frame) {
    this.starts[this.frames.length] = { cut: this.cut, lead: this.lead }
    this.frames.push(frame)
  }

  protected indentAt(level: number): number {
    const frame = this.frames[level]
    return frame?.kind === 'flow' ? frame.indent : 0
  }

  /** Where something was begun that what was read does not go on with. What is empty may be something else by now. */
  protected misfit(level: number, nodes: RootContent[]): number | undefined {
    const frame = this.frames[level + 1]
    const [node] = nodes
    if (!frame) return undefined
    const isBegun = !isEmpty(frame) || this.frames.length > level + 2
    if (!node && isBegun) return undefined
    if (node?.type !== frame.kind) {
      if (isBegun) return level + 1
      this.frames.pop()
    } else if (node.type === 'paragraph') {
      if (!isEmpty(frame) && delimiters.test(this.text.slice(this.lead.length))) return level + 1
    } else if (node.type === 'list' && this.frames[level + 2])
      return this.misfit(level + 2, contentOf(node.children[0]))
    return undefined
  }

  /** Where something settled, but what stands behind what is open there would be read otherwise by itself. */
  protected unparted(level: number, nodes: RootContent[]): number | undefined {
    const [node, next] = nodes
    if (!node || !this.frames[level + 1] || this.isFar(level + 1)) return undefined
    if (next && !isReadAlone(node, next, this.text, this.indentAt(level))) return level + 1
    if (node.type !== 'list' || !this.frames[level + 2]) return undefined
    const [item, following] = node.children
    if (item && following && !isClosed(item, this.text)) return level + 2
    return this.unparted(level + 2, contentOf(item))
  }

  protected leadAt(level: number, indent: number): string {
    let lead = ''
    for (const frame of this.frames.slice(0, level + 1))
      if (frame.kind === 'flow' || frame.kind === 'table') lead += frame.opening
    return lead + ' '.repeat(indent)
  }

  /** A flow with some of its blocks, as far as they have been read; likewise a list, a table, a paragraph. */
  protected flowWith(level: number, nodes: RootContent[], to: number, make: Make): Flow {
    const frame = this.frame(level, 'flow')
    let { parts } = frame
    let rest = nodes
    if (this.frames[level + 1]) {
      const end = nodes[1] ? startOf(nodes[1]) : to
      parts = appended(parts, this.innerWith(level + 1, nodes[0], end, make))
      rest = nodes.slice(1)
    }
    if (rest.length) parts = appended(parts, make(this.pieceTo(to, 'blocks', level, rest)))
    return { ...frame, parts }
  }

  /** `node` goes on with what is open there, if there is more of it. */
  protected innerWith(level: number, node: RootContent | undefined, to: number, make: Make): Part {
    if (node?.type === 'list') return this.listWith(level, node.children, to, make)
    if (node?.type === 'table') return this.tableWith(level, node, to, make)
    if (node) return this.wordsWith(level, to, make)
    const frame = this.frames[level]
    if (!frame || frame.kind === 'flow') throw new Error('Nothing is open there.')
    return frame.kind === 'list' ? this.listWith(level, [], to, make) : frame
  }

  protected listWith(level: number, nodes: ListItem[], to: number, make: Make): List {
    const list = this.frame(level, 'list')
    const letter = list.letter || firstLetter(nodes)
    const loose = list.loose || isLoose(nodes, this.text)
    const tasks = list.tasks || nodes.some(({ checked }) => typeof checked === 'boolean')
    let { items } = list
    let rest = nodes
    if (this.frames[level + 1]) {
      const end = nodes[1] ? startOf(nodes[1]) : to
      const { parts, checked } = this.flowWith(level + 1, contentOf(nodes[0]), end, make)
      const item: Item = { kind: 'item', checked, content: parts }
      items = appended(items, item)
      rest = nodes.slice(1)
    }
    if (rest.length) items = appended(items, make(this.pieceTo(to, 'items', level, rest)))
    return { ...list, letter, loose, tasks, items }
  }

  protected tableWith(
    level: number,
    { children: nodes, align: newAlign }: TableNode,
    to: number,
    make: Make,
  ): Table {
    const table = this.frame(level, 'table')
    const align = table.head ? table.align : (newAlign ?? undefined)
    const letter = table.letter || firstLetter(nodes)
    let { head, rows } = table
    const [first, second] = nodes
    if (!head && first) {
      const end = second ? startOf(second) : to
      // At once, since the rows behind it are read behind it.
      table.opening =
        ' '.repeat(columnOf(first, this.text)) + this.text.slice(startOf(first), end).replace(/[ \t]+$/, '')
      head = make({ ...this.pieceTo(end, 'head', level, [first]), align })
    }
    const rest = nodes.slice(1)
    if (rest.length) rows = appended(rows, make({ ...this.pieceTo(to, 'rows', level, rest), align }))
    return { ...table, letter, align, head, rows }
  }

  protected wordsWith(level: number, to: number, make: Make): Paragraph {
    const paragraph = this.frame(level, 'paragraph')
    const piece = make(this.pieceTo(to, 'words', level, undefined))
    const isGlued = paragraph.isGlued ?? false
    return {
      ...paragraph,
      pieces: appended(paragraph.pieces, isGlued ? { ...piece, isGlued } : piece),
      isGlued: glues(piece.source),
    }
  }

  /** What stands between the end of the last piece and a place in the text. */
  protected pieceTo(to: number, take: Take, level: number, nodes: RootContent[] | undefined): Piece {
    const isFirst = this.at === this.lead.length
    const lead = isFirst || !nodes?.[0] ? this.lead : this.leadAt(level, columnOf(nodes[0], this.text))
    const source = this.text.slice(this.at, to)
    this.at = to
    return this.piece(take, level, nodes, lead, source)
  }

  protected piece(
    take: Take,
    level: number,
    nodes: RootContent[] | undefined,
    lead: string,
    source: string,
  ): Piece {
    return { ...pieceOf(take, source), depth: level >> 1, lead, nodes }
  }

  private frame<Kind extends Frame['kind']>(level: number, kind: Kind): Extract<Frame, { kind: Kind }> {
    const frame = this.frames[level]
    if (!isOf(frame, kind)) throw new Error(`No ${kind} is open there.`)
    return frame
  }
}

const isOf = <Kind extends Frame['kind']>(
  frame: Frame | undefined,
  kind: Kind,
): frame is Extract<Frame, { kind: Kind }> => frame?.kind === kind

/** What an item holds that was opened again by a line with a heading in it. */
export const contentOf = (item: ListItem | undefined): RootContent[] => item?.children.slice(1) ?? []
