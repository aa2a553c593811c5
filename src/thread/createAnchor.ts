import { articleOf } from './focusMessage'

/**
 * Keeps the message at the top of a scroll box in its place while what stands above it becomes taller or shorter.
 * Undefined where the browser does that by itself; Safari does not.
 */
export function createAnchor(box: HTMLElement) {
  if (CSS.supports('overflow-anchor', 'auto')) return undefined
  let held: { message: string; top: number } | undefined
  /** Where the box stood when a message was last put in its place. A box has whole pixels, and errors would add up. */
  let restored: number | undefined
  return {
    /** The box has been scrolled: this is the place to keep. */
    hold() {
      if (box.scrollTop === restored) return
      const { left, width, top } = box.getBoundingClientRect()
      const article = document.elementFromPoint(left + width / 2, top + 16)?.closest('article')
      const message = article?.dataset['message']
      held = article && message ? { message, top: article.getBoundingClientRect().top } : undefined
    },
    /** Something has another height than before. */
    restore() {
      const article = held && articleOf(held.message)
      if (!held || !article) return
      box.scrollTop += article.getBoundingClientRect().top - held.top
      restored = box.scrollTop
    },
  }
}
