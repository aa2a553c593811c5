import type { ListItem, Nodes, RootContent, Table as TableNode } from 'mdast'
import { columnOf, isClosed, isLoose, lastApart, lastItemApart, startOf } from './certainty'
import { glues, isRisky, lastNeutralSpace, lastSpace } from './cutWords'
import { mayBeginFormula } from './formulaShapes'
import { frameFor, isEmpty, itemFlow } from './frames'
import { contentOf, type Make, OpenParts } from './OpenParts'
import { parse } from './parse'
import { detached, firstLetter, type Part, withPieces } from './parts'
import { closed, withoutUndecided } from './halfOpen'
import { itemsOf, mapped } from './Sequence'
import { isTooLong, type Limits, maySettle } from './limits'
import { VerbatimLines } from './VerbatimLines'

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
  /** What is no longer read, only shown. */
  private verbatim: VerbatimLines | undefined
  /** What stands before this place in the source is not cut up again. */
  private wary = 0

  /** Whether what had settled was in the end shown otherwise. Whoever has seen that sets it back. */
  wentBack = false

  /** @param settled is told each piece that has settled, in order, and may change it. */
  constructor(
    private readonly settled: Make,
    private readonly limits: Limits,
  ) {
    super()
  }

  canEndAt(length: number): boolean {
    return this.stuck || length >= (this.verbatim?.cut ?? this.cut)
  }

  /** Takes in a source that goes on where the last one ended, and settles what can be. */
  grow(source: string) {
    this.source = source
    if (unusual.test(source)) this.stuck = !this.isTooLong() || !source.startsWith('\ufeff')
    while (!this.stuck) {
      if (this.isTooLong()) this.giveUp()
      if (this.verbatim) return this.verbatim.settle(source, this.settled)
      if (!maySettle(source, this.cut, this.limits)) return
      const rest = decided(source.slice(this.cut))
      this.read(rest, mayBeginFormula(rest))
      const misfit = this.misfit(0, this.nodes)
      if (misfit !== undefined) this.goBack(misfit)
      else if (!this.settle(0, this.nodes)) return
    }
  }

  /** No more will come: what has settled stays only if the rest can be read without it. */
  finish() {
    while (!this.stuck && !this.verbatim) {
      this.read(this.source.slice(this.cut))
      const misfit = this.misfit(0, this.nodes) ?? this.unparted(0, this.nodes)
      if (misfit === undefined) return
      this.goBack(misfit)
    }
  }

  /** The block as it is now. What has not settled is as `open` makes it. */
  shown(open: Make, growing = false): Part[] {
    if (this.verbatim) return this.verbatim.shown(this.source, open)
    while (!this.stuck) {
      this.readShown(growing)
      const misfit = this.misfit(0, this.nodes)
      if (misfit === undefined) break
      this.goBack(misfit)
    }
    if (this.stuck) {
      const isOpening = growing && openingFence.test(this.source)
      return [open(this.piece('blocks', 0, undefined, '', isOpening ? '' : this.source))]
    }
    this.at = this.lead.length
    const { parts } = this.flowWith(0, this.nodes, this.text.length, open)
    // Where nothing is decided there is still a place for more.
    return parts.length ? [...itemsOf(parts)] : [open(this.piece('blocks', 0, [], '', ''))]
  }

  changePieces(change: Make) {
    this.verbatim?.changePieces(change)
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

  private readShown(growing: boolean) {
    const rest = this.source.slice(this.cut)
    if (growing) this.readHalf(withoutUndecided(rest), rest)
    else if (this.isHalf || this.text !== this.lead + rest) this.read(rest)
  }

  /** Takes back what has settled in a frame, which turned out to be something else: it is read as a whole. */
  private goBack(level: number): true {
    const { cut, lead } = this.starts[level]!
    this.frames.length = level
    this.cut = cut
    this.lead = lead
    this.wary = this.source.length
    this.wentBack = true
    return true
  }

  /** Reads what is still being written as what it will probably be. */
  private readHalf(rest: string, written: string) {
    const isHalf = /\$|\\[([]/.test(rest)
    if (isHalf || this.isHalf || this.text !== this.lead + rest) this.read(rest, isHalf)
    const whole = closed(this.text, this.nodes, written)
    if (whole !== undefined) this.read(whole.slice(this.lead.length), isHalf)
  }

  /** Settles what can be in one step. False if nothing can. */
  private settle(level: number, nodes: RootContent[]): boolean {
    const last = lastApart(nodes, this.text, this.indentAt(level), level > 0)
    if (last > 0 && this.isWaryOf(nodes[last]!)) return false
    if (last > 0) {
      const unparted = this.unparted(level, nodes)
      if (unparted !== undefined) return this.goBack(unparted)
      this.frames[level] = this.flowWith(level, nodes.slice(0, last), startOf(nodes[last]!), this.settled)
      return this.goOnFrom(nodes[last]!, level)
    }
    const [node] = nodes
    if (!node || nodes.length > 1) return false
    if (!this.frames[level + 1]) {
      const frame = this.cut < this.wary ? undefined : frameFor(node)
      if (!frame) return false
      this.begin(frame)
    }
    if (node.type === 'list') return this.settleItems(level + 1, node.children)
    if (node.type === 'table') return this.settleRows(level + 1, node)
    return node.type === 'paragraph' && this.settleWords(level + 1, node)
  }

  private settleItems(level: number, items: ListItem[]): boolean {
    const last = lastItemApart(items, this.text)
    const next = items[last]!
    if (last > 0 && this.isWaryOf(next)) return false
    if (last > 0) {
      if (this.frames[level + 1] && !isClosed(items[0]!, this.text)) return this.goBack(level + 1)
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
    if (this.cut < this.wary || this.text.length - this.lead.length <= this.limits.item) return false
    const opened = itemFlow(next, this.text)
    if (!opened) return false
    list.tasks ||= opened.checked !== undefined
    this.begin(opened)
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
    const isFar = this.text.length - this.lead.length > this.limits.reach
    const space =
      lastNeutralSpace(children, this.text) ?? (isFar ? lastSpace(children, this.text) : undefined)
    if (space === undefined || isRisky(this.text.slice(this.lead.length, space))) return false
    const end = glues(this.text[space]!) ? space + 1 : space
    this.frames[level] = this.wordsWith(level, end, this.settled)
    this.goOn(space + 1, level, this.indentAt(level - 1))
    return true
  }

  protected isFar(level: number): boolean {
    return this.cut - this.starts[level]!.cut > this.limits.most
  }

  private isTooLong(): boolean {
    const from =
      this.frames.at(-1)?.kind === 'paragraph' ? this.starts[this.frames.length - 1]!.cut : this.cut
    return isTooLong(this.source, from, this.cut, this.limits)
  }

  /** Closes what is open, and reads no more. */
  private giveUp() {
    while (this.frames.length > 1 && isEmpty(this.frames.at(-1)!)) this.goBack(this.frames.length - 1)
    this.at = this.lead.length
    const { parts } = this.flowWith(0, [], this.at, this.settled)
    this.verbatim = new VerbatimLines(parts, this.cut)
  }

  private isWaryOf(node: Nodes): boolean {
    return this.cut + startOf(node) - this.lead.length < this.wary
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
