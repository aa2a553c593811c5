/**
 * Runs in each page before its own scripts, at the same small cost for all. It looks right after a frame's paint (a
 * message posted from `requestAnimationFrame`), so that what it notes is what a reader can see.
 */
export function probe(end) {
  const now = () => performance.timeOrigin + performance.now()
  const seen = {
    watching: false,
    first: 0,
    end: 0,
    usable: 0,
    gaps: [],
    long: [],
    keys: [],
    before: 0,
  }
  window.bench = {
    seen,
    start() {
      Object.assign(seen, {
        watching: true,
        first: 0,
        end: 0,
        gaps: [],
        long: [],
        keys: [],
        before: 0,
      })
    },
  }
  const thread = () => document.querySelector('main [role="region"]') ?? document.querySelector('main')
  /** The last words of the thread, from its end backwards. */
  function tail(box) {
    const walk = document.createTreeWalker(box, NodeFilter.SHOW_TEXT)
    let text = ''
    let node = walk.lastChild()
    for (let left = 300; node && left > 0 && text.length < 300; left--, node = walk.previousNode())
      text = node.data.trim() ? node.data.slice(-40) + text : text
    return text
  }
  const { port1, port2 } = new MessageChannel()
  port1.start()
  port1.addEventListener('message', () => {
    const time = now()
    const composer = document.querySelector('textarea#composer')
    if (!seen.usable && composer && !composer.disabled && composer.getClientRects().length > 0)
      seen.usable = time
    const box = thread()
    if (!seen.watching || !box) return
    const text = tail(box)
    if (!seen.end && text.includes(end)) seen.end = time
    if (
      !seen.first &&
      document.querySelector(
        'main [aria-busy] [data-part="body"] p, main > article:last-of-type > *, main pre:last-of-type:not(:empty)',
      )
    )
      seen.first = time
  })
  requestAnimationFrame(function frame(time) {
    if (seen.watching && seen.before) seen.gaps.push(time - seen.before)
    seen.before = time
    port2.postMessage(0)
    requestAnimationFrame(frame)
  })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      seen.long.push([performance.timeOrigin + startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      const painted = new MessageChannel()
      painted.port1.start()
      painted.port1.addEventListener('message', () => seen.keys.push(performance.now() - timeStamp))
      requestAnimationFrame(() => painted.port2.postMessage(0))
    },
    true,
  )
}
