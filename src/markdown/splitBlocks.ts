import { LineScanner } from './LineScanner'
import { expandTabs } from './lineShapes'
import { detached } from './parts'

export interface Block {
  /** The place in the text, counted from 0: a block keeps it while it grows and when it is settled. */
  key: number
  source: string
}

export interface Split {
  /** Nothing that follows can change these: more are added to the same list, unless another text has begun. */
  settled: readonly Block[]
  open: Block | undefined
}

export interface BlockSplitter {
  update: (text: string) => Split
}

/** Cuts a growing Markdown text into its top-level blocks, reading each line once. */
export function createBlockSplitter(): BlockSplitter {
  let scan = new Scan()
  return {
    update(text) {
      if (!scan.isContinuedBy(text)) scan = new Scan()
      return scan.read(text)
    },
  }
}

class Scan {
  private readonly lines = new LineScanner()
  private text = ''
  private readonly settled: Block[] = []
  /** Where the block starts that is not settled, and in it the line that is still growing. */
  private block = 0
  private line = 0
  /** How far no line ending was found. */
  private searched = 0

  isContinuedBy(text: string): boolean {
    // Equality compares whole words of memory; `startsWith` goes by characters, which shows in a long text.
    return text.slice(0, this.text.length) === this.text
  }

  read(text: string): Split {
    this.text = text
    const starts = this.readLines()
    const growing = text.slice(this.line, this.line + 5)
    if (this.line > this.block && starts.at(-1) !== this.line && this.lines.foresee(growing))
      starts.push(this.line)
    this.settle(starts)
    const source = text.slice(this.block)
    return { settled: this.settled, open: source ? { key: this.settled.length, source } : undefined }
  }

  /** Where new blocks begin in the lines that have become whole. */
  private readLines(): number[] {
    const starts: number[] = []
    for (let end = this.lineEnd(); end !== undefined; end = this.lineEnd()) {
      let line = this.text.slice(this.line, end).replace(/[\r\n]+$/, '')
      if (this.line === 0) line = line.replace(/^\ufeff/, '')
      if (this.lines.read(expandTabs(line)) && this.line > this.block) starts.push(this.line)
      this.line = this.searched = end
    }
    return starts
  }

  /** Behind the ending of the line that starts at `line`, once all of that ending is there. */
  private lineEnd(): number | undefined {
    const { text } = this
    for (let at = this.searched; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === 10) return at + 1
      if (code !== 13) continue
      this.searched = at
      if (at + 1 === text.length) return undefined
      return text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1
    }
    this.searched = text.length
    return undefined
  }

  private settle(starts: number[]) {
    for (const start of starts) {
      this.settled.push({ key: this.settled.length, source: detached(this.text.slice(this.block, start)) })
      this.block = start
    }
  }
}
