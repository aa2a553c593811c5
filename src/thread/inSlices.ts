/** How long a slice may hold up the page, in milliseconds; and how long it may in any case, on a page that is never idle. */
const slice = 8
const least = 3

const whenIdle: (run: (deadline?: IdleDeadline) => void) => number =
  typeof requestIdleCallback === 'function'
    ? (run) => requestIdleCallback(run, { timeout: 100 })
    : (run) => window.setTimeout(run, 16)
const forget = typeof requestIdleCallback === 'function' ? cancelIdleCallback : clearTimeout

/**
 * Work that waits until the page has nothing better to do, a slice at a time. `pieces` is begun anew in each slice, so
 * that what matters most by then comes first.
 */
export function inSlices(pieces: () => Iterable<void>): { ask: () => void; cancel: () => void } {
  let handle: number | undefined
  const run = (deadline?: IdleDeadline) => {
    handle = undefined
    const end = performance.now() + Math.max(least, Math.min(slice, deadline?.timeRemaining() ?? slice))
    const work = pieces()[Symbol.iterator]()
    while (!work.next().done) if (performance.now() >= end) return ask()
  }
  const ask = () => {
    handle ??= whenIdle(run)
  }
  return {
    ask,
    cancel: () => {
      if (handle !== undefined) forget(handle)
      handle = undefined
    },
  }
}
