/**
 * Gathers calls into one a frame. A hidden tab has no frames and does no work: there the call waits until the
 * page is seen again. `now` makes it happen at once.
 */
export function onFrame(work: () => void): { ask: () => void; now: () => void; cancel: () => void } {
  let frame = 0
  const run = () => {
    frame = 0
    work()
  }
  const cancel = () => {
    cancelAnimationFrame(frame)
    frame = 0
  }
  return {
    ask() {
      frame ||= requestAnimationFrame(run)
    },
    now() {
      cancel()
      work()
    },
    cancel,
  }
}
