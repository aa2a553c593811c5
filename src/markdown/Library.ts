import { readPiece } from './parse'
import type { Piece } from './parts'
import { readFence } from './readFence'
import { callsIn, preamble, referencesIn } from './references'

/** All the footnotes of a text, as a source of their own. */
export interface Footnotes {
  source: string
  /** Every call of one, in order, separated by spaces. */
  calls: string
}

/** The definitions of a text as they have come, and what they make of its pieces. */
export class Library {
  private links = new Map<string, string>()
  private footnotes = new Set<string>()
  private footnoteSources = ''
  private calls: string[] = []

  copy(): Library {
    const copy = new Library()
    copy.links = new Map(this.links)
    copy.footnotes = new Set(this.footnotes)
    copy.footnoteSources = this.footnoteSources
    copy.calls = [...this.calls]
    return copy
  }

  /** True if there is something new in the piece, so that those before it may change as well. */
  learn(piece: Piece): boolean {
    if (!piece.source.includes(']:') || isCode(piece)) return false
    const known = this.links.size + this.footnotes.size
    const { links, footnotes } = referencesIn(readPiece(piece).nodes)
    for (const [identifier, definition] of links) {
      if (!this.links.has(identifier)) this.links.set(identifier, definition)
    }
    for (const identifier of footnotes) this.footnotes.add(identifier)
    if (footnotes.length > 0)
      this.footnoteSources += (this.footnoteSources ? '\n\n' : '') + piece.lead + piece.source
    return this.links.size + this.footnotes.size > known
  }

  /** Before all pieces are asked for once more, in their order. */
  recount() {
    this.calls = []
  }

  /** How many calls there have been; and back to as many, when pieces have been asked for that may change yet. */
  get count(): number {
    return this.calls.length
  }
  set count(count: number) {
    this.calls.length = count
  }

  /** The piece with what it needs from elsewhere; the same object, if it has that. */
  provide(piece: Piece): Piece {
    const { lead, source } = piece
    // What looks like a reference in code is none, and nothing is put before code: it would be another block.
    if (this.links.size + this.footnotes.size === 0 || !source.includes('[') || isCode(piece)) return piece
    const needed = preamble(lead + source, this.links, this.footnotes)
    const whole = needed === piece.preamble ? piece : { ...piece, preamble: needed, nodes: undefined }
    const called = this.footnotes.size > 0 && source.includes('[^') ? callsIn(readPiece(whole).nodes) : []
    const calls = called.length > 0 ? this.calls.join(' ') : ''
    this.calls.push(...called)
    return calls === whole.calls ? whole : { ...whole, calls }
  }

  allFootnotes(): Footnotes | undefined {
    if (this.calls.length === 0) return undefined
    const source = preamble(this.footnoteSources, this.links, new Set()) + this.footnoteSources
    return { source, calls: this.calls.join(' ') }
  }
}

const isCode = ({ take, lead, source }: Piece) =>
  take === 'lines' || take === 'note' || (lead === '' && readFence(source) !== undefined)
