import { type RefObject, useCallback, useLayoutEffect, useReducer, useRef, useState } from 'react'
import { renderNow } from '../ui/renderNow'
import { keepSelection } from './keepSelection'
import { LiveEnd } from './LiveEnd'
import { Pace } from './Pace'

/** A text that grows outside of React. */
export interface LiveText {
  read: () => string
  /** Calls back when there is more, with true when there will be no more. */
  subscribe: (listen: (whole: boolean) => void) => () => void
}

/** So many characters are shown at once at most: of a text that grows beside other work, and of one that is all there. */
const growing = 3000
const whole = 24_000
/** And of a text that grows the first time, when nothing has been parsed yet. */
const first = 300

/**
 * As much of a text as is to be rendered now. A live one is followed: the short way where only letters have come, else
 * by rendering what is new, at once. What is too much for one frame comes in several.
 */
export function useShownText(given: string, live: LiveText | undefined, box: RefObject<HTMLElement | null>) {
  const [pace] = useState(() => (live ? new Pace(growing, first) : new Pace(whole)))
  // Only a step goes on in a live text, whoever else has this rendered.
  const [grown, setGrown] = useState(() => pace.next(live ? live.read() : given))
  const [, render] = useReducer((count: number) => count + 1, 0)
  /** What the document shows, which may have letters more than were rendered. */
  const shown = useRef('')
  const [end] = useState(() => new LiveEnd(box))
  /** Whether the next frame goes on with what this one had no room for. */
  const isBehind = useRef(false)
  const wanted = live ? live.read() : given
  const text = live ? grown : pace.next(given)

  const step = useCallback(() => {
    const from = performance.now()
    const before = pace.shown.length
    isBehind.current = false
    keepSelection(box.current, () => {
      end.takeBack()
      renderNow(() => {
        if (live) setGrown(pace.next(live.read()))
        else render()
      })
    })
    pace.took(pace.shown.length - before, from, performance.now())
  }, [box, end, live, pace])
  useLayoutEffect(() => {
    pace.shown = shown.current = text
  }, [pace, text])
  useLayoutEffect(() => {
    if (text === wanted) return undefined
    isBehind.current = true
    const frame = requestAnimationFrame(step)
    return () => {
      isBehind.current = false
      cancelAnimationFrame(frame)
    }
  }, [text, wanted, step])
  useLayoutEffect(() => {
    if (!live) return undefined
    let frame = 0
    const follow = (ended = false) => {
      cancelAnimationFrame(frame)
      // A hidden tab shows nothing to anybody: when it returns it is told. A step that is due takes what has come along.
      if (!ended && (document.hidden || isBehind.current)) return
      const next = live.read()
      // The next step goes on from here, however little it has room for.
      if (!ended && end.append(shown.current, next)) pace.shown = shown.current = next
      else if (ended || pace.isRested(performance.now())) step()
      else frame = requestAnimationFrame(() => follow())
    }
    const unsubscribe = live.subscribe(follow)
    const onReturn = () => follow()
    document.addEventListener('visibilitychange', onReturn)
    // What came between the rendering and now.
    if (live.read() !== shown.current) setGrown(pace.next(live.read()))
    return () => {
      cancelAnimationFrame(frame)
      document.removeEventListener('visibilitychange', onReturn)
      unsubscribe()
    }
  }, [live, end, pace, step])
  return { text, isWhole: text === wanted }
}
