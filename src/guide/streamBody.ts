export interface Pace {
  /** Events a second; `Infinity` sends as fast as somebody reads. */
  perSecond: number
  /** Milliseconds on a clock that never goes back. */
  now: () => number
  /** Ends after so many milliseconds, or at once when the signal is aborted. */
  sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

/** So that one read never makes the page wait for more than a moment. */
const mostAtOnce = 64

/**
 * A response body of server-sent events, paced by the clock. An event is made only when somebody reads; when
 * the timer comes late, as in a hidden tab, everything that is due by then is sent together. An abort errors
 * the stream as fetch does; whoever cancels the reader ends it quietly.
 */
export function streamBody(
  events: Iterator<string, void, undefined>,
  pace: Pace,
  signal: AbortSignal | null,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const ended = new AbortController()
  /** When the first byte was asked for: nothing is due before somebody reads. */
  let start = Infinity
  let sent = 0

  // The margin is for sums of fractions: an event that is due now must not wait for one more timer.
  const dueBy = (elapsed: number) => Math.floor((elapsed * pace.perSecond) / 1000 + 1e-6) + 1
  const finish = () => {
    ended.abort()
    signal?.removeEventListener('abort', abort)
    events.return?.()
  }
  let abort = () => {}

  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start(controller) {
        abort = () => {
          finish()
          controller.error(signal?.reason)
        }
        signal?.addEventListener('abort', abort)
      },
      async pull(controller) {
        start = Math.min(start, pace.now())
        const wait = start + (sent * 1000) / pace.perSecond - pace.now()
        if (wait > 0) await pace.sleep(wait, ended.signal)
        if (ended.signal.aborted) return

        const elapsed = pace.now() - start
        const atOnce = Math.min(
          mostAtOnce,
          Number.isFinite(pace.perSecond) ? dueBy(elapsed) - sent : mostAtOnce,
        )
        let text = ''
        for (let count = 0; count < Math.max(1, atOnce); count += 1) {
          const next = events.next()
          if (next.done) {
            if (text) controller.enqueue(encoder.encode(text))
            finish()
            controller.close()
            return
          }
          text += next.value
          sent += 1
        }
        controller.enqueue(encoder.encode(text))
      },
      cancel: finish,
    },
    { highWaterMark: 0 },
  )
}

/** A timer that an abort clears. */
export const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
