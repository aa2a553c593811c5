import type { Make } from './OpenParts'
import { type Part, pieceOf, withPieces } from './parts'
import { appended, itemsOf, mapped, type Sequence } from './Sequence'

/** How much of it is one part. */
const size = 4000

/** The rest of a block that has become too long to be read: it is cut into lines that are shown as they were written. */
export class VerbatimLines {
  private parts: Sequence<Part>

  /** @param cut where it begins in the source of the block */
  constructor(
    before: Sequence<Part>,
    public cut: number,
  ) {
    this.parts = appended(before, pieceOf('note', ''))
  }

  settle(source: string, settled: Make) {
    while (source.length - this.cut > size) {
      const end = source.lastIndexOf('\n', this.cut + size) + 1
      const to = end > this.cut ? end : this.cut + size
      // No half of a character.
      const lines = source.slice(this.cut, /[\udc00-\udfff]/.test(source[to] ?? '') ? to + 1 : to)
      this.parts = appended(this.parts, settled(pieceOf('lines', lines)))
      this.cut += lines.length
    }
  }

  shown(source: string, open: Make): Part[] {
    return [...itemsOf(this.parts), open(pieceOf('lines', source.slice(this.cut)))]
  }

  changePieces(change: Make) {
    this.parts = mapped(this.parts, (part) => withPieces(part, change))
  }
}
