import { whenIdle } from '../ui/whenIdle'

/** How long a slice may hold up the page, in milliseconds; and how long it may in any case, on a page that is never idle. */
const slice = 8
const least = 3
/** How long a slice waits on such a page. */
const patience = 100

/**
 * Work that waits until the page has nothing better to do, a slice at a time. `pieces` is begun anew in each slice, so
 * that what matters most by then comes first. `done` is called behind each slice in which there was something to do.
 */
export function inSlices(
  pieces: () => Iterable<void>,
  done: () => void,
): { ask: () => void; cancel: () => void } {
  let forget: (() => void) | undefined
  const run = (free = slice) => {
    forget = undefined
    const end = performance.now() + Math.max(least, Math.min(slice, free))
    const work = pieces()[Symbol.iterator]()
    let worked = false
    while (!work.next().done) {
      worked = true
      if (performance.now() < end) continue
      ask()
      break
    }
    if (worked) done()
  }
  const ask = () => {
    forget ??= whenIdle(run, patience)
  }
  return {
    ask,
    cancel: () => {
      forget?.()
      forget = undefined
    },
  }
}
