import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { createAnchor } from './createAnchor'
import { type Position, comparedWith, followsAfter, isAtEnd } from './followScroll'
import { heldByFinger } from './heldByFinger'

const positionOf = ({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Position => ({
  top: scrollTop,
  height: scrollHeight,
  view: clientHeight,
})

/**
 * Keeps a scroll box at its end while the reader is there, and elsewhere what they see in its place. `place` is what is
 * shown in it: another place starts at its end.
 */
export function useFollowScroll(
  box: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
  place: string,
) {
  const [following, setFollowing] = useState(true)
  const follows = useRef(true)
  const before = useRef<Position>({ top: 0, height: 0, view: 0 })
  const width = useRef(0)
  const anchor = useRef<ReturnType<typeof createAnchor>>(undefined)
  const finger = useRef<ReturnType<typeof heldByFinger>>(undefined)

  const toEnd = useCallback(() => {
    const element = box.current
    if (!element) return
    finger.current?.forget()
    follows.current = true
    setFollowing(true)
    element.scrollTop = element.scrollHeight
    before.current = positionOf(element)
  }, [box])

  const keepPlace = useCallback(
    (isRedrawn = false) => {
      const element = box.current
      if (!element) return
      const isTurned = element.clientWidth !== width.current
      width.current = element.clientWidth
      if (follows.current && finger.current?.isHeld()) {
        before.current = comparedWith(before.current, positionOf(element))
        return
      }
      if (follows.current) element.scrollTop = element.scrollHeight
      else anchor.current?.restore(isTurned || isRedrawn)
      before.current = positionOf(element)
    },
    [box],
  )
  // In the next frame it would be too late: what the reader has scrolled by then could not be told from what has moved.
  const onDrawn = useCallback(() => {
    if (anchor.current?.seesToHeights) keepPlace()
  }, [keepPlace])

  useLayoutEffect(() => {
    const element = box.current
    const inside = content.current
    if (!element || !inside) return
    // The observer takes it to its end, when the page has been laid out: to ask for that here would hold up the page.
    follows.current = true
    setFollowing(true)
    anchor.current = createAnchor(element)
    const listening = new AbortController()
    const { signal } = listening
    finger.current = heldByFinger(element, signal, () =>
      requestAnimationFrame(() => follows.current && keepPlace()),
    )
    const onScroll = () => {
      // Another width has moved it, and the observer will see to that.
      if (element.clientWidth !== width.current) return
      const after = positionOf(element)
      follows.current = followsAfter(follows.current, before.current, after)
      before.current = comparedWith(before.current, after)
      setFollowing(follows.current)
      if (!follows.current) anchor.current?.hold()
    }
    // Who goes to a message of another branch, or to another choice, changes the content and wants to stay there: the
    // observer comes later in the same frame. What is being written in the thread may be followed.
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || target.closest('form')) return
      const after = positionOf(element)
      // A tap: the end is away only because a finger has held the page.
      if (after.top === before.current.top && after.height === before.current.height) return
      follows.current = follows.current && isAtEnd(after)
      before.current = after
      setFollowing(follows.current)
      if (!follows.current) anchor.current?.hold()
    }
    // All is drawn whole for paper, between these two; the window has its own shape back in the frame after it.
    const beforeDrawn = () => anchor.current?.hold()
    const onPrint = () => keepPlace(true)
    const afterPrint = () => requestAnimationFrame(onPrint)
    const observer = new ResizeObserver(() => keepPlace())
    element.addEventListener('scroll', onScroll, { passive: true, signal })
    inside.addEventListener('focusin', onFocus, { signal })
    addEventListener('beforeprint', beforeDrawn, { capture: true, signal })
    addEventListener('beforeprint', onPrint, { signal })
    addEventListener('afterprint', afterPrint, { signal })
    observer.observe(inside)
    observer.observe(element)
    return () => {
      observer.disconnect()
      listening.abort()
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another place begins at its own end
  }, [box, content, place, keepPlace])

  return { following, toEnd, onDrawn }
}
