import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown'
import type { Processor } from 'unified'
import { readFormula } from './readFormula'
import { formulaSyntax, type Reading } from './formulaSyntax'

declare module 'mdast' {
  interface Formula extends Literal {
    type: 'formula'
    /** The TeX between the marks. */
    value: string
    data: {
      hName: 'math' | 'p'
      hProperties: { display?: 'block' | 'inset' | 'inline'; className?: string[] }
      hChildren: { type: 'text'; value: string }[]
      /** It is still being written. */
      open?: boolean
    }
  }
  interface TextData {
    /** The beginning of a formula that is still being written. */
    formula?: boolean
  }
  interface PhrasingContentMap {
    formula: Formula
  }
  interface RootContentMap {
    formula: Formula
  }
}

/**
 * A remark plugin: formulas between `$`, `$$`, `\(` and `\[`. They become elements `math` that hold their source,
 * marks included, and say in `display` whether they stand in lines of their own.
 */
export function formulas(this: Processor, { growing = false } = {}) {
  const reading: Reading = { source: '', growing, refused: new Set() }
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), formulaSyntax(reading)]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), formulaNodes]
  const parse = this.parser
  if (!parse) throw new Error('There is no parser to read formulas with.')
  this.parser = (document, file) => {
    reading.source = document.replace(/^\ufeff/, '')
    reading.refused = new Set()
    // A formula that turns out to be none has swallowed the beginnings of lists and quotes: once more without it.
    for (;;) {
      const { size } = reading.refused
      const tree = parse(document, file)
      if (reading.refused.size === size) return tree
    }
  }
}

const formulaNodes: Extension = {
  enter: {
    formulaBlock: formula,
    formulaText: formula,
    formulaOpenBlock: openBlock,
    formulaOpenText: openText,
  },
  exit: { formulaBlock: leave, formulaText: leave, formulaOpenBlock: leave, formulaOpenText: leave },
}

function leave(this: CompileContext, token: Token) {
  this.exit(token)
}

function formula(this: CompileContext, token: Token) {
  const source = unpiped(this.stack, this.sliceSerialize(token)).trim()
  const display = token.type === 'formulaBlock' ? 'block' : /^(?:\$\$|\\\[)/.test(source) ? 'inset' : 'inline'
  const hChildren = [{ type: 'text' as const, value: source }]
  const data = { hName: 'math' as const, hProperties: { display } as const, hChildren }
  this.enter({ type: 'formula', value: readFormula(source), data }, token)
}

/** What is still being written is shown as it is written, without Markdown's meddling. */
function openText(this: CompileContext, token: Token) {
  this.enter({ type: 'text', value: this.sliceSerialize(token), data: { formula: true } }, token)
}

function openBlock(this: CompileContext, token: Token) {
  const value = this.sliceSerialize(token).trimEnd()
  // As children of the element, because the text of a paragraph would lose its indents.
  const hChildren = [{ type: 'text' as const, value }]
  const data = { hName: 'p' as const, hProperties: { className: ['source'] }, hChildren, open: true }
  this.enter({ type: 'formula', value, data }, token)
}

/** In a table every bar has to be escaped, as GFM has it for code. */
const unpiped = (stack: readonly { type: string }[], source: string) =>
  stack.some(({ type }) => type === 'tableCell') ? source.replaceAll('\\|', '|') : source
