import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Message } from '../conversation/Message'
import { useRevealed } from '../state/reveal'
import { revealMessage } from './focusMessage'

/** How many messages of a long thread are drawn at first, and how many more at a time. */
const first = 60
const more = 40

/** The part that is drawn: up to its end if `to` is null, which goes along when the thread grows. */
interface Part {
  from: number
  to: number | null
}

/** Whether somebody is writing in the thread: what is half written stays drawn. */
const isWritten = (box: RefObject<HTMLElement | null>) => Boolean(box.current?.querySelector('form'))

/**
 * Which part of a path is drawn: its end, and what the reader has gone to from there. Drawing earlier messages moves
 * nothing that is on screen; a message that somebody asks for is drawn and gets the focus.
 */
export function useDrawn(path: readonly Message[], box: RefObject<HTMLElement | null>) {
  const end = Math.max(0, path.length - first)
  const [part, setPart] = useState<Part>({ from: end, to: null })
  const to = part.to === null || part.to >= path.length ? path.length : part.to
  const from = Math.min(part.from, Math.max(0, to - first))
  /** A message and where it stood before earlier ones were drawn above it. */
  const held = useRef<{ element: Element; top: number }>(undefined)

  const drawEarlier = useCallback(() => {
    const element = box.current?.querySelector('article')
    if (element) held.current = { element, top: element.getBoundingClientRect().top }
    setPart((before) => ({ ...before, from: Math.max(0, from - more) }))
  }, [box, from])
  const drawLater = useCallback(() => setPart({ from, to: to + more }), [from, to])
  const drawEnd = useCallback(
    () => setPart({ from: isWritten(box) ? from : end, to: null }),
    [box, from, end],
  )

  useLayoutEffect(() => {
    if (!held.current || !box.current) return
    const { element, top } = held.current
    held.current = undefined
    box.current.scrollTop += element.getBoundingClientRect().top - top
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- what was drawn above is what may have moved it
  }, [from, box])

  const revealed = useRevealed()
  const done = useRef(revealed.count)
  useEffect(() => {
    if (revealed.count === done.current || revealed.message === undefined) return
    const at = path.findIndex(({ id }) => id === revealed.message)
    if (at < 0) return
    if (at < from || at >= to) {
      // Near enough, the part grows; else it is another part.
      const near = at < from && from - at <= 2 * first
      const begin = Math.max(0, at - more)
      if (isWritten(box)) setPart({ from: Math.min(from, begin), to: null })
      else setPart({ from: begin, to: near ? part.to : at + first })
      return
    }
    done.current = revealed.count
    const { message } = revealed
    requestAnimationFrame(() => revealMessage(message))
  }, [revealed, path, box, from, to, part.to])

  return { from, to, drawEarlier, drawLater, drawEnd }
}
