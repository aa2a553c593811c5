import type { RefObject } from 'react'
import { appendCode } from './appendCode'
import { inertLetters, type TextEnd } from './inertLetters'
import { isUnseen } from './isUnseen'

/**
 * The end of a growing text in the document, and the short way to go on there. Most of what a model writes changes
 * nothing about what stands before it: such letters go straight into the text node at the end, and nothing is parsed
 * or rendered for them. Everything else, and every doubt, is left to the next rendering, which sets the same node to
 * the same text and more.
 */
export class LiveEnd {
  private caret: Element | undefined
  /** The block of code that it stands in. */
  private code: Element | undefined
  /** The node that has letters more than React knows of, and how many it had before. */
  private grown: { node: Text; length: number } | undefined

  /** @param box the element around the whole text, with the caret somewhere at its end */
  constructor(private readonly box: RefObject<HTMLElement | null>) {}

  /** Shows `next` where `shown` stands, if that goes the short way. If not, nothing was touched. */
  append(shown: string, next: string): boolean {
    const news = next.slice(shown.length)
    if (!news) return true
    const caret = this.findCaret()
    if (!caret) return false
    if (this.code) return appendCode(this.code, shown, news)
    const before = caret.previousSibling
    const node = before instanceof Text ? before : before?.firstChild
    const end = endAt(caret, before)
    const letters = inertLetters(end, shown, news)
    if (letters === undefined || !(node instanceof Text)) return isUnseen(end, shown, news)
    this.grown ??= { node, length: node.length }
    // Only behind what stays, so that what is selected there is left alone.
    const { length } = node.data.trimEnd()
    node.replaceData(length, node.length - length, letters)
    return true
  }

  /** Takes the letters back: React does not know of them, and would leave them where it does not change the text. */
  takeBack() {
    const { node, length } = this.grown ?? {}
    if (node && length !== undefined && node.length > length) node.deleteData(length, node.length - length)
    this.grown = undefined
  }

  /** To look for it among all that is on the page costs more than the letters do. */
  private findCaret(): Element | undefined {
    if (this.caret?.isConnected) return this.caret
    const carets = this.box.current?.getElementsByClassName('caret')
    this.caret = carets?.[carets.length - 1]
    this.code = this.caret?.closest('pre > code') ?? undefined
    return this.caret
  }
}

function endAt(caret: Element, before: ChildNode | null): TextEnd {
  const kind = kindOf(before)
  const text = kind === 'other' ? '' : (before?.textContent ?? '')
  return { kind, text, inCell: caret.parentElement?.matches('td, th') ?? false }
}

function kindOf(before: ChildNode | null): TextEnd['kind'] {
  if (before instanceof Text) return before.parentElement?.closest('a, code, del') ? 'other' : 'words'
  if (!(before instanceof Element)) return 'other'
  if (before.tagName === 'CODE') return 'code'
  return before.tagName === 'SPAN' && before.className === '' ? 'label' : 'other'
}
