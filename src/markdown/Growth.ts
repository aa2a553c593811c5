import type { ListItem, RootContent, Table as TableNode } from 'mdast'
import { columnOf, isLoose, lastApart, lastItemApart, startOf } from './certainty'
import { glues, lastNeutralSpace } from './cutWords'
import { frameFor, isEmpty, itemFlow } from './frames'
import { contentOf, detached, type Make, OpenParts } from './OpenParts'
import { parse } from './parse'
import { firstLetter, type Part, withPieces } from './parts'
import { closed, withoutUndecided } from './halfOpen'
import { itemsOf, mapped } from './Sequence'

/** How long something is before it is cut up: an item, and words that stand together. */
export interface Limits {
  item: number
  words: number
}
/** A second line that may make the first the head of a table. */
const delimiters = /^[^\r\n]*(?:\r\n|[\r\n])[ \t]*[-:|][-:| \t]*(?:[\r\n]|$)/
const openingFence = /^(?:`{3,}|~{3,})[^\r\n]*$/
/** Blocks that are shown without a parser, or whose places are not where they seem to be. */
const unusual = /^(?:```|~~~|\ufeff)/

/**
 * A block that grows: a list, a table, a paragraph, and whatever is in its items. Its source is read from the last place
 * on where it can be cut, and what stands before that is settled: it becomes pieces that are never looked at again. A
 * piece from within an item is read behind lines that open the item anew, so that it is what it was in its place.
 */
export class Growth extends OpenParts {
  private source = ''
  /** Read as what is still to be closed. */
  private isHalf = false
  private stuck = false

  /** @param settled is told each piece that has settled, in order, and may change it. */
  constructor(
    private readonly settled: Make,
    private readonly limits: Limits,
  ) {
    super()
  }

  /** Whether what had settled was in the end shown otherwise, as a whole. */
  get gaveUp(): boolean {
    return this.stuck && this.cut > 0
  }

  canEndAt(length: number): boolean {
    return this.stuck || length >= this.cut
  }

  /** Takes in a source that goes on where the last one ended, and settles what can be. */
  grow(source: string) {
    this.source = source
    if (unusual.test(source)) this.stuck = true
    while (!this.stuck) {
      this.read(decided(source.slice(this.cut)))
      const misfit = this.misfit(0, this.nodes)
      if (misfit !== undefined) this.stuck = true
      else if (!this.settle(0, this.nodes)) return
    }
  }

  /** The block as it is now. What has not settled is as `open` makes it. */
  shown(open: Make, growing = false): Part[] {
    const rest = this.source.slice(this.cut)
    if (!this.stuck && growing) this.readHalf(withoutUndecided(rest))
    else if (!this.stuck && (this.isHalf || this.text !== this.lead + rest)) this.read(rest)
    if (this.stuck || this.misfit(0, this.nodes) !== undefined) {
      const isOpening = growing && openingFence.test(this.source)
      return [open(this.piece('blocks', 0, undefined, '', isOpening ? '' : this.source))]
    }
    this.at = this.lead.length
    const { parts } = this.flowWith(0, this.nodes, this.text.length, open)
    // Where nothing is decided there is still a place for more.
    return parts.length ? [...itemsOf(parts)] : [open(this.piece('blocks', 0, [], '', ''))]
  }

  changePieces(change: Make) {
    this.frames = this.frames.map((frame) =>
      frame.kind === 'flow'
        ? { ...frame, parts: mapped(frame.parts, (part) => withPieces(part, change)) }
        : withPieces(frame, change),
    )
  }

  private read(rest: string, isHalf = false) {
    this.isHalf = isHalf
    this.text = detached(this.lead + rest)
    this.nodes = parse(this.text, isHalf).children
    this.at = this.lead.length
  }

  /** Reads what is still being written as what it will probably be. */
  private readHalf(rest: string) {
    const isHalf = /\$|\\[([]/.test(rest)
    if (isHalf || this.isHalf || this.text !== this.lead + rest) this.read(rest, isHalf)
    const whole = closed(this.text, this.nodes)
    if (whole !== undefined) this.read(whole.slice(this.lead.length), isHalf)
  }

  /** Where something was begun that what was read does not go on with. What is empty may be something else by now. */
  private misfit(level: number, nodes: RootContent[]): number | undefined {
    const frame = this.frames[level + 1]
    const [node] = nodes
    if (!frame) return undefined
    if (node?.type !== frame.kind) {
      if (!isEmpty(frame) || this.frames.length > level + 2) return level + 1
      this.frames.pop()
    } else if (node.type === 'paragraph') {
      if (!isEmpty(frame) && delimiters.test(this.text.slice(this.lead.length))) return level + 1
    } else if (node.type === 'list' && this.frames[level + 2])
      return this.misfit(level + 2, contentOf(node.children[0]))
    return undefined
  }

  /** Settles what can be in one step. False if nothing can. */
  private settle(level: number, nodes: RootContent[]): boolean {
    const last = lastApart(nodes, this.text, level > 0)
    if (last > 0) {
      this.frames[level] = this.flowWith(level, nodes.slice(0, last), startOf(nodes[last]!), this.settled)
      return this.goOnFrom(nodes[last]!, level)
    }
    const [node] = nodes
    if (!node || nodes.length > 1) return false
    const frame = this.frames[level + 1] ?? frameFor(node)
    if (!frame) return false
    this.frames[level + 1] = frame
    if (node.type === 'list') return this.settleItems(level + 1, node.children)
    if (node.type === 'table') return this.settleRows(level + 1, node)
    return node.type === 'paragraph' && this.settleWords(level + 1, node)
  }

  private settleItems(level: number, items: ListItem[]): boolean {
    const last = lastItemApart(items, this.text)
    const next = items[last]!
    if (last > 0) {
      const isParted = isLoose(items.slice(0, last + 1), this.text, true)
      const list = this.listWith(level, items.slice(0, last), startOf(next), this.settled)
      this.frames[level] = { ...list, loose: list.loose || isParted }
      return this.goOnFrom(next, level)
    }
    const list = this.frames[level]
    if (items.length > 1 || list?.kind !== 'list') return false
    if (this.frames[level + 1]) {
      list.loose ||= next.spread ?? false
      const { at } = this
      const moved = this.settle(level + 1, contentOf(next))
      if (this.at > at) list.letter ||= firstLetter([next])
      return moved
    }
    const opened = this.text.length - this.lead.length > this.limits.item && itemFlow(next, this.text)
    if (!opened) return false
    list.tasks ||= opened.checked !== undefined
    this.frames.push(opened)
    const [first] = next.children
    this.goOn(
      startOf(first!),
      level + 1,
      opened.checked === undefined ? columnOf(first!, this.text) : opened.indent,
    )
    return true
  }

  private settleRows(level: number, node: TableNode): boolean {
    const last = node.children.at(-1)!
    if (node.children.length < 3) return false
    this.frames[level] = this.tableWith(
      level,
      { ...node, children: node.children.slice(0, -1) },
      startOf(last),
      this.settled,
    )
    return this.goOnFrom(last, level)
  }

  private settleWords(level: number, { children }: Extract<RootContent, { type: 'paragraph' }>): boolean {
    if (this.text.length - this.lead.length < this.limits.words) return false
    const space = lastNeutralSpace(children, this.text)
    // What looks like a definition may only be one if it is cut.
    if (space === undefined || /^\s*\[[^]*\]:/.test(this.text.slice(this.lead.length, space))) return false
    const end = glues(this.text[space]!) ? space + 1 : space
    this.frames[level] = this.wordsWith(level, end, this.settled)
    const home = this.frames[level - 1]
    this.goOn(space + 1, level, home?.kind === 'flow' ? home.indent : 0)
    return true
  }

  private goOnFrom(node: RootContent, level: number): true {
    this.frames.length = level + 1
    this.goOn(startOf(node), level, columnOf(node, this.text))
    return true
  }

  private goOn(at: number, level: number, indent: number) {
    this.cut += at - this.lead.length
    this.lead = this.leadAt(level, indent)
  }
}

/** Without a last line that may turn out to be anything: it has no letter yet. */
const decided = (source: string) => source.replace(/(?<=[\r\n]|^)[^\p{L}\r\n]+$/u, '')
