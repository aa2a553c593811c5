import { Growth } from './Growth'
import { type Footnotes, Library } from './Library'
import type { Limits } from './limits'
import { withoutPositions } from './parse'
import { type Part, type Piece, withPieces } from './parts'
import { appended, emptySequence, mapped, type Sequence, withLast } from './Sequence'
import { type Block, createBlockSplitter } from './splitBlocks'

export interface Assembly {
  /** Parts that render by themselves. What has not changed since the last time is the same object. */
  parts: Sequence<Part>
  footnotes: Footnotes | undefined
}

const usual: Limits & { step: number } = {
  item: 800,
  words: 300,
  reach: 6000,
  most: 30_000,
  paragraph: 120_000,
  /** A long block that comes at once is read in steps, as if it grew. */
  step: 2000,
}

/**
 * Follows a growing text. Blocks settle, and pieces of a block that is still open; but a definition that comes late
 * changes what stands before it: those pieces which name it, and no others.
 */
export function createAssembler(limits = usual): (text: string, streaming: boolean) => Assembly {
  const splitter = createBlockSplitter()
  let known: readonly Block[] = []
  let text = new Text(limits)
  let last: { source: string; streaming: boolean; assembly: Assembly } | undefined
  return (source, streaming) => {
    // The same again is the same objects, so that nothing is rendered that may have grown beside React since.
    if (last?.source === source && last.streaming === streaming) return last.assembly
    const { settled, open } = splitter.update(source)
    if (settled !== known) text = new Text(limits)
    known = settled
    text.take(settled, open, streaming)
    last = { source, streaming, assembly: text.assembled(streaming) }
    return last.assembly
  }
}

class Text {
  constructor(private readonly limits: typeof usual) {}

  private library = new Library()
  private parts: Sequence<Part> = emptySequence
  /** How many blocks are settled, and the one behind them, which has been read so far. */
  private taken = 0
  private growth: Growth | undefined
  private read = 0
  /** A definition has come that what stands before it may name. */
  private news = false

  take(settled: readonly Block[], open: Block | undefined, streaming: boolean) {
    for (; this.taken < settled.length; this.taken++) {
      const growth = this.follow(settled[this.taken]!.source, true)
      for (const part of growth.shown(this.settle)) this.parts = appended(this.parts, part)
      this.growth = undefined
    }
    if (open) this.follow(open.source, !streaming)
    if (this.news) this.provideAgain()
    this.news = false
  }

  assembled(streaming: boolean): Assembly {
    const { count } = this.library
    const tail: Piece[] = []
    let open = this.growth?.shown((piece) => {
      tail.push(piece)
      return this.library.provide(piece)
    }, streaming)
    let { library, parts } = this
    let news = false
    if (!streaming) {
      // A definition that is still being written must not send the links that use it from place to place.
      library = library.copy()
      for (const piece of tail) news = library.learn(piece) || news
    }
    if (news) {
      library.recount()
      const provide = (part: Part) => withPieces(part, (piece) => library.provide(piece))
      parts = mapped(parts, provide)
      open = open?.map(provide)
    }
    for (const [index, part] of (open ?? []).entries())
      parts = appended(parts, streaming && index === open!.length - 1 ? openAtEnd(part) : part)
    const footnotes = library.allFootnotes()
    this.library.count = count
    return { parts, footnotes }
  }

  private readonly settle = (piece: Piece): Piece => {
    this.news = this.library.learn(piece) || this.news
    if (piece.nodes) withoutPositions(piece.nodes)
    return this.library.provide(piece)
  }

  private follow(source: string, isEnd: boolean): Growth {
    // Its last line may have turned out to be the first of the next block.
    if (!this.growth?.canEndAt(source.length)) {
      this.growth = new Growth(this.settle, this.limits)
      this.read = 0
    }
    do {
      this.read = Math.min(this.read + this.limits.step, source.length)
      this.growth.grow(source.slice(0, this.read))
    } while (this.read < source.length)
    if (isEnd) this.growth.finish()
    // What had been provided by bits is provided once more as a whole.
    this.news ||= this.growth.wentBack
    this.growth.wentBack = false
    return this.growth
  }

  private provideAgain() {
    const { library } = this
    library.recount()
    const provide = (piece: Piece) => library.provide(piece)
    this.parts = mapped(this.parts, (part) => withPieces(part, provide))
    this.growth?.changePieces(provide)
  }
}

/** The part whose last piece is still being written. */
function openAtEnd(part: Part): Part {
  switch (part.kind) {
    case 'piece':
      return { ...part, open: true }
    case 'paragraph':
      return { ...part, pieces: withLast(part.pieces, openAtEnd) }
    case 'list':
      return { ...part, items: withLast(part.items, openAtEnd) }
    case 'item':
      return { ...part, content: withLast(part.content, openAtEnd) }
    case 'table':
      return part.rows.length || !part.head
        ? { ...part, rows: withLast(part.rows, openAtEnd) }
        : { ...part, head: { ...part.head, open: true } }
  }
}
