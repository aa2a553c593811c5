import { type RefObject, useEffect } from 'react'
import type { Found } from '../state/found'
import { articleOf } from './focusMessage'
import { rangesIn } from './markWords'

const name = 'found'
/** How far from the edge of the box a mark is to be, in pixels. */
const margin = 64

/** Not in the page's own style, whose tools do not know the selector yet. */
function addStyle() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(
    `::highlight(${name}) { background: light-dark(#f6e3a1, #5b4a12); color: light-dark(#1d1c1a, #ebe8e1) }`,
  )
  document.adoptedStyleSheets.push(sheet)
}
let styled = false

/**
 * Marks the words that were found in the message that was gone to, and brings the first of them on screen. The page itself
 * is left as it is: the browser paints the marks over it. They are looked for again whenever the message is drawn anew.
 */
export function useMarks({ message, words, count }: Found, box: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = box.current
    if (!element || !words.length || !('highlights' in CSS)) return undefined
    if (!styled) addStyle()
    styled = true
    let shown = false
    let frame = 0
    let article: HTMLElement | null = null
    const mark = () => {
      frame = 0
      article = articleOf(message)
      const ranges = article ? rangesIn(article, words) : []
      CSS.highlights.set(name, new Highlight(...ranges))
      const [first] = ranges
      if (shown || !first || !article?.matches(':focus-within')) return
      shown = true
      bringOnScreen(element, first)
    }
    const later = () => (frame ||= requestAnimationFrame(mark))
    const markIn = (frames: number) => {
      frame = requestAnimationFrame(() => (frames > 1 ? markIn(frames - 1) : mark()))
    }
    // The message itself comes on screen within two frames.
    markIn(4)
    // What happens in other messages, one that grows above all, changes nothing here.
    const observer = new MutationObserver((changes) => {
      if (!article?.isConnected || changes.some(({ target }) => article?.contains(target))) later()
    })
    observer.observe(element, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['hidden', 'data-light'],
    })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      CSS.highlights.delete(name)
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- who goes there once more wants to see it
  }, [message, words, count, box])
}

function bringOnScreen(box: HTMLElement, range: Range) {
  const place = range.getBoundingClientRect()
  const { top, bottom } = box.getBoundingClientRect()
  if (place.height > 0 && (place.top < top + margin || place.bottom > bottom - margin))
    box.scrollTop += (place.top + place.bottom) / 2 - (top + bottom) / 2
}
