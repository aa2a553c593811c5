import { readFence } from './readFence'
import { footnoteCalls, preamble, readReferences } from './references'
import { type Block, createBlockSplitter } from './splitBlocks'

/** A part of a text that can be rendered by itself. Equal parts are the same object from update to update. */
export interface Part {
  key: number
  /** The block, behind the definitions from elsewhere that it needs. */
  source: string
  /** The footnotes called before it, separated by spaces: numbers go on from here. */
  calls: string
}

export interface Assembly {
  parts: readonly Part[]
  /** Where the text has footnotes: the source of all of them, and every call of one. */
  footnotes: Part | undefined
}

/**
 * Follows a growing text. Blocks settle, but a definition that comes late changes the blocks before it: those
 * which name it, and no others.
 */
export function createAssembler(): (text: string, streaming: boolean) => Assembly {
  const splitter = createBlockSplitter()
  let first: Block | undefined
  let settled = new Parts()

  return (text, streaming) => {
    const blocks = splitter.update(text)
    if (blocks[0] !== first && settled.length > 0) settled = new Parts()
    first = blocks[0]
    const last = blocks.at(-1)
    settled.take(blocks.slice(settled.length, -1))
    // A definition that is still being written must not send the links that use it from place to place.
    const all = last && !streaming ? settled.with(last) : settled
    return all.assembled(all === settled ? last : undefined)
  }
}

class Parts {
  private blocks: Block[] = []
  private parts: Part[] = []
  private calls: string[] = []
  private links = new Map<string, string>()
  private footnotes = new Set<string>()
  private footnoteSources = ''

  get length() {
    return this.blocks.length
  }

  take(blocks: readonly Block[]) {
    const known = this.links.size + this.footnotes.size
    for (const block of blocks) {
      this.blocks.push(block)
      this.learn(block.source)
    }
    if (this.links.size + this.footnotes.size === known) {
      for (const block of blocks) this.parts.push(this.part(block))
      return
    }
    const before = this.parts
    this.calls = []
    this.parts = []
    for (const [index, block] of this.blocks.entries()) {
      const part = this.part(block)
      const old = before[index]
      this.parts.push(old && old.source === part.source && old.calls === part.calls ? old : part)
    }
  }

  /** The same and one block more. */
  with(block: Block): Parts {
    const more = new Parts()
    more.blocks = [...this.blocks]
    more.parts = [...this.parts]
    more.calls = [...this.calls]
    more.links = new Map(this.links)
    more.footnotes = new Set(this.footnotes)
    more.footnoteSources = this.footnoteSources
    more.take([block])
    return more
  }

  assembled(open: Block | undefined): Assembly {
    const calls = this.calls.length
    const tail = open && this.part(open)
    const parts = tail ? [...this.parts, tail] : this.parts
    const footnotes = this.calls.length > 0 ? this.footnotePart() : undefined
    this.calls.length = calls
    return { parts, footnotes }
  }

  private footnotePart(): Part {
    const source = preamble(this.footnoteSources, this.links, new Set()) + this.footnoteSources
    return { key: -1, source, calls: this.calls.join(' ') }
  }

  private learn(source: string) {
    const { links, footnotes } = readReferences(source)
    for (const [identifier, definition] of links) {
      if (!this.links.has(identifier)) this.links.set(identifier, definition)
    }
    for (const identifier of footnotes) this.footnotes.add(identifier)
    if (footnotes.length > 0) this.footnoteSources += this.footnoteSources ? `\n\n${source}` : source
  }

  private part({ key, source }: Block): Part {
    // What looks like a reference in code is none, and nothing is put before code: it would be another block.
    if (this.links.size + this.footnotes.size === 0 || !source.includes('[') || readFence(source))
      return { key, source, calls: '' }
    // A byte order mark is only one at the very start, where it would not be behind the definitions.
    const whole = preamble(source, this.links, this.footnotes) + source.replace(/^\ufeff/, '')
    const called = this.footnotes.size > 0 && source.includes('[^') ? footnoteCalls(whole) : []
    const calls = called.length > 0 ? this.calls.join(' ') : ''
    this.calls.push(...called)
    return { key, source: whole, calls }
  }
}
