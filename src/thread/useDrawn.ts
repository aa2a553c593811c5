import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import type { Message } from '../conversation/Message'
import { useRevealed } from '../state/reveal'
import { renderNow } from '../ui/renderNow'
import { createDrawing } from './createDrawing'
import { drawBeforehand } from './drawBeforehand'
import { articleOf, revealMessage } from './focusMessage'

/**
 * What of a path is on the page, and as what. The end comes first, the rest while nobody waits for it: every message
 * is there then, most of them as light rows, those near the reader whole. `list` holds the groups and nothing else; `onDrawn` is called when some have been drawn.
 */
export function useDrawn(
  path: readonly Message[],
  box: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  onDrawn: () => void,
) {
  const [drawing] = useState(createDrawing)
  const groups = drawing.groups(path, innerHeight)
  const work = useRef<ReturnType<typeof drawBeforehand>>(undefined)

  useLayoutEffect(() => {
    if (!box.current || !list.current) return
    const begun = drawBeforehand(drawing, box.current, list.current, onDrawn)
    work.current = begun
    return () => begun.end()
  }, [drawing, box, list, onDrawn])
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- other groups are what asks for it
  useLayoutEffect(() => work.current?.pathChanged(), [groups])

  const revealed = useRevealed()
  const done = useRef(revealed.count)
  const reveal = useEffectEvent((message: string) => {
    renderNow(() => drawing.turn(message))
    revealMessage(message)
  })
  useEffect(() => {
    const { message, count } = revealed
    if (count === done.current || message === undefined || !drawing.has(message)) return
    done.current = count
    requestAnimationFrame(() => {
      reveal(message)
      // What stood far away has its real height only now. Who has gone on meanwhile is not called back.
      requestAnimationFrame(() => {
        if (articleOf(message)?.contains(document.activeElement)) reveal(message)
      })
    })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- it may only be on its way to this path
  }, [revealed, path, drawing])

  return { groups, drawing }
}
