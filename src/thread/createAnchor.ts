import { between } from './between'
import { articleOf } from './focusMessage'

/** Where the text is that a reader has before them, from the top of the box. */
const line = 16

interface Held {
  message: string
  /** Where the message stood in the window. */
  top: number
  /** What stood at the line, how far down in it, and how far down in the message. */
  block: Element
  share: number
  ofMessage: number
  /** Where that was, from the top of the box. */
  at: number
}

const shareOf = ({ top, height }: DOMRect, y: number) => (height > 0 ? (y - top) / height : 0)

/** Keeps what is at the top of a scroll box in its place while what stands above it has another height, or all another width. */
export function createAnchor(box: HTMLElement) {
  // Safari leaves heights to the page. To another width, where all lines break elsewhere, no browser sees well.
  const seesToHeights = !CSS.supports('overflow-anchor', 'auto')
  let held: Held | undefined
  /** Where the box stood when a message was last put in its place. A box has whole pixels, and errors would add up. */
  let restored: number | undefined

  function moveBy(distance: number) {
    box.scrollTop += distance
    restored = box.scrollTop
  }
  function restoreLine(place: Held) {
    const article = articleOf(place.message)
    if (!article) return
    const [element, share] = place.block.isConnected ? [place.block, place.share] : [article, place.ofMessage]
    const { top, height } = element.getBoundingClientRect()
    moveBy(top + height * share - box.getBoundingClientRect().top - place.at)
    place.top = article.getBoundingClientRect().top
  }

  return {
    seesToHeights,
    /** The box has been scrolled: this is the place to keep. */
    hold() {
      if (box.scrollTop === restored) return
      restored = undefined
      held = undefined
      const { left, width: wide, top } = box.getBoundingClientRect()
      const hit = document.elementFromPoint(left + wide / 2, top + line)
      const article = hit?.closest('article')
      const message = article?.dataset['message']
      if (!hit || !article || !message) return
      // Between two blocks it is the next one.
      const next = hit.children[between(hit, top + line, top + line)[0]]
      const block = next && next.getBoundingClientRect().top < top + 4 * line ? next : hit
      const rect = block.getBoundingClientRect()
      const y = Math.max(top + line, rect.top)
      const whole = article.getBoundingClientRect()
      held = {
        message,
        top: whole.top,
        block,
        share: shareOf(rect, y),
        ofMessage: shareOf(whole, y),
        at: y - top,
      }
    },
    /** Something has another height than before; or all of it, `isRedrawn`. */
    restore(isRedrawn: boolean) {
      if (!held) return
      if (isRedrawn) return restoreLine(held)
      const article = seesToHeights && articleOf(held.message)
      if (article) moveBy(article.getBoundingClientRect().top - held.top)
    },
  }
}
