import { formulaMark, isFormulaGap, longestFormula, readFormulaLine } from './formulaShapes'
import {
  closesFence,
  type Fence,
  type Html,
  isDelimiterRow,
  isFootnote,
  isHeading,
  isRule,
  isUnderline,
  listMarker,
  openFence,
  openHtml,
} from './lineShapes'
import { type Container, type Leaf, type OpenFormula, type Paragraph, none, paragraphOf } from './openBlocks'

/** What may begin a leaf that goes on after a blank line, wherever in the line it stands. */
const spansBlankLines = /```|~~~|<(?:script|pre|style|textarea|!|\?)/i
/** What stands in so many containers is not read. */
const deepest = 100
const indentOf = (line: string, from = 0) => {
  let at = from
  while (line[at] === ' ') at++
  return at - from
}

/**
 * Reads a text line by line, by the first phase of the CommonMark algorithm, and says of each line whether a
 * new top-level block begins with it. It knows no more than that needs: which containers are open, and which
 * leaf is open in the innermost one.
 */
export class LineScanner {
  private containers: Container[] = []
  private leaf: Leaf = none
  private afterBlank = true
  /** The state may be wrong: it is trusted again after a blank line, at a line without indent. */
  private doubtful = false
  /** The state may be wrong about an open fence or HTML: no more blocks are split off. */
  private lost = false

  /** Takes in one whole line, tabs expanded. True if a new top-level block begins here. */
  read(line: string): boolean {
    const indent = indentOf(line)
    const doubtful = this.doubtful
    const open = this.leaf.kind === 'fence' || this.leaf.kind === 'html'
    // Code that its container cuts short ends differently from code that the end of a text cuts short.
    const begins = this.step(line) && !open && indent < 4 && !line.startsWith('\ufeff')
    const afterBlank = this.afterBlank
    this.afterBlank = indent === line.length
    if (doubtful && begins && afterBlank && !/^[ \-+*>[\d]/.test(line)) this.doubtful = false
    if (this.doubtful && spansBlankLines.test(line)) this.lost = true
    return begins && !this.doubtful && !this.lost
  }

  /** The same, of a line that is still growing, as early as it is certain. */
  foresee(start: string): boolean {
    const indent = indentOf(start)
    const first = start[indent]
    if (first === undefined || /[\t\r\n\ufeff]/.test(first) || indent > 3) return false
    if (!this.afterBlank || this.lost || this.leaf.kind === 'fence' || this.leaf.kind === 'html') return false
    const outer = this.containers[0]
    if (this.doubtful && indent > 0) return false
    if ((outer?.kind === 'item' || this.leaf.kind === 'code' || this.doubtful) && /[-+*>[\d]/.test(first))
      return false
    if (!outer) return true
    return indent < outer.indent || outer.ended
  }

  private step(line: string): boolean {
    let [matched, at] = this.continued(line)
    const inside = matched === this.containers.length
    if (inside && (this.leaf.kind === 'fence' || this.leaf.kind === 'html')) {
      this.continueLeaf(this.leaf, line.slice(at))
      return false
    }
    if (this.leaf.kind === 'formula' && this.continueFormula(this.leaf, inside ? line.slice(at) : ''))
      return false
    let top = matched === 0
    const interrupting = inside && this.leaf.kind === 'paragraph'
    // The parser knows lists that cannot follow indented code; when, depends on more than is known here.
    if (inside && this.leaf.kind === 'code' && /^ *[-+*>[\d]/.test(line.slice(at))) this.doubtful = true
    const opened = this.openContainers(line, matched, at, interrupting)
    if (opened) {
      at = opened.at
      top &&= opened.begins
    }
    const rest = line.slice(at)
    const indent = indentOf(rest)
    if (indent === rest.length) {
      if (!opened && !(inside && this.leaf.kind === 'code')) this.close(matched)
      return opened !== undefined && top
    }
    return (this.readLeaf(rest, indent, opened ? undefined : matched) && top) || (opened !== undefined && top)
  }

  /** How many of the open containers this line continues, and where its content starts. */
  private continued(line: string): [matched: number, at: number] {
    let at = 0
    for (const [index, container] of this.containers.entries()) {
      const indent = indentOf(line, at)
      const blank = at + indent === line.length
      if (container.kind === 'quote') {
        if (indent > 3 || line[at + indent] !== '>') return [index, at]
        at += indent + 1
        if (line[at] === ' ') at++
      } else if (blank) {
        container.ended ||= container.startsBlank
        at += Math.min(indent, container.indent)
      } else {
        const { ended } = container
        container.startsBlank = container.ended = false
        if (ended || indent < container.indent) return [index, at]
        at += container.indent
      }
    }
    return [this.containers.length, at]
  }

  private continueLeaf(leaf: Fence | Html, rest: string) {
    const indent = indentOf(rest)
    const line = rest.slice(indent)
    if (leaf.kind === 'fence') {
      if (indent < 4 && closesFence(leaf, line)) this.leaf = none
    } else if (leaf.end ? leaf.end.test(rest) : line === '') this.leaf = none
  }

  /** False if it has turned out to be none. Then all its lines may have been anything. */
  private continueFormula(leaf: OpenFormula, rest: string): boolean {
    const kind = isFormulaGap(rest) ? 'none' : readFormulaLine(leaf.mark, rest)
    leaf.risky ||= spansBlankLines.test(rest)
    leaf.size += rest.length
    if (kind === 'end') {
      this.leaf = none
      // Counted so roughly, it may have more than a formula has.
      this.doubtful ||= leaf.size > longestFormula / 8
    }
    if (kind !== 'none') return true
    this.leaf = { kind: 'paragraph', uncertain: true, tag: false }
    this.doubtful = true
    this.lost ||= leaf.risky
    return false
  }

  private openContainers(line: string, matched: number, from: number, interrupting: boolean) {
    let at = from
    let sibling = false
    let opened = false
    let refused = false
    for (;;) {
      const indent = indentOf(line, at)
      const rest = line.slice(at + indent)
      if (indent > 3 || rest === '') break
      if (this.containers.length > deepest) {
        this.lost = true
        break
      }
      const container = this.containerAt(rest, indent, interrupting)
      if (!container) {
        // The parser applies the rule to the whole line, also behind a container that closed the paragraph.
        refused = interrupting && listMarker(rest) !== undefined
        // It would stand behind a table.
        if (refused && this.leaf.kind === 'paragraph' && this.leaf.uncertain) this.doubtful = true
        break
      }
      if (!opened) {
        const outer = this.containers[matched]
        sibling = outer?.kind === 'item' && container.kind === 'item' && outer.list === container.list
        this.close(matched)
        opened = true
      }
      at += container.kind === 'item' ? Math.min(container.indent, line.length - at) : indent
      if (container.kind === 'quote') at += rest[1] === ' ' ? 2 : 1
      if (container.kind === 'footnote') at += isFootnote(rest)! + indentOf(line, at + isFootnote(rest)!)
      this.containers.push(container)
    }
    return opened ? { at, begins: !sibling && !refused } : undefined
  }

  private containerAt(rest: string, indent: number, interrupting: boolean): Container | undefined {
    const plain = { list: '', startsBlank: false, ended: false }
    if (rest.startsWith('>')) return { kind: 'quote', indent: 0, ...plain }
    if (isFootnote(rest)) return { kind: 'footnote', indent: 4, ...plain }
    const marker = listMarker(rest)
    if (!marker || (interrupting && !marker.interrupts)) return undefined
    const { kind: list, width, empty } = marker
    return { kind: 'item', indent: indent + width, list, startsBlank: empty, ended: false }
  }

  private close(matched: number) {
    this.containers.length = Math.min(this.containers.length, matched)
    this.leaf = none
  }

  /** The rest of a line, behind its containers. True if it begins a leaf. */
  private readLeaf(rest: string, indent: number, matched: number | undefined): boolean {
    const line = rest.slice(indent)
    const inside = matched === undefined || matched === this.containers.length
    const paragraph = this.leaf.kind === 'paragraph' ? this.leaf : undefined
    const formula = indent < 4 ? this.readFormula(line, paragraph, inside, matched) : undefined
    if (formula !== undefined) return formula
    const next = indent < 4 ? this.leafAt(line, paragraph !== undefined) : undefined
    if (paragraph && inside && indent < 4 && isUnderline(line)) {
      if (paragraph.uncertain) this.doubtful = true
      else this.leaf = none
      return false
    }
    if (paragraph && !next) {
      const odd = !inside || indent > 3
      if (odd && (paragraph.uncertain || line.startsWith('<'))) this.doubtful = true
      if (paragraph.tag && isDelimiterRow(line)) this.doubtful = true
      paragraph.uncertain ||= isDelimiterRow(line)
      paragraph.tag = line.startsWith('<')
      return false
    }
    if (!inside) this.close(matched)
    this.leaf = next ?? (indent > 3 ? { kind: 'code' } : paragraphOf(line))
    return true
  }

  private leafAt(line: string, inParagraph: boolean): Leaf | undefined {
    if (isHeading(line) || isRule(line)) return none
    const html = openHtml(line, inParagraph)
    if (html) return html.end?.test(line) ? none : html
    return openFence(line)
  }

  /** Behind a paragraph, it goes on with that if it is none: where it begins is only known when it ends. */
  private readFormula(line: string, paragraph: Paragraph | undefined, inside: boolean, matched = 0) {
    const mark = formulaMark(line)
    const kind = mark && readFormulaLine(mark, line.slice(2))
    if (!mark || kind === 'none') return undefined
    if (paragraph && (paragraph.uncertain || (!inside && kind === 'inside'))) this.doubtful = true
    if (!inside) this.close(matched)
    const risky = spansBlankLines.test(line)
    this.leaf = kind === 'end' ? none : { kind: 'formula', mark, risky, size: line.length }
    return !paragraph || kind === 'end'
  }
}
