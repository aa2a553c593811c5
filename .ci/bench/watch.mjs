import { end } from './shapes.mjs'
import { probe } from './probe.mjs'

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

/** A fresh browser and what can be asked of it: CPU time of the main thread, the probe's notes, the heap. */
export async function openTab(chromium, executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  await context.addInitScript(`(${String(probe)})(${JSON.stringify(end)})`)
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  // Ticks of the thread: other work on the machine does not count.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  const metric = async (name) =>
    (await devtools.send('Performance.getMetrics')).metrics.find((metric) => metric.name === name).value
  /** CPU milliseconds of the main thread since the page began. */
  const cpu = async () => (await metric('TaskDuration')) * 1000
  return {
    page,
    cpu,
    seen: () => page.evaluate(() => window.bench.seen),
    start: () => page.evaluate(() => window.bench.start()),
    /** Resolves when the main thread has had almost nothing to do for a second. */
    async quiet(limit = 60_000) {
      const until = Date.now() + limit
      let before = await cpu()
      for (let quiet = 0; quiet < 4 && Date.now() < until;) {
        await pause(250)
        const after = await cpu()
        quiet = after - before < 60 ? quiet + 1 : 0
        before = after
      }
    },
    async heap() {
      for (let twice = 0; twice < 2; twice++) await devtools.send('HeapProfiler.collectGarbage')
      return (await metric('JSHeapUsedSize')) / 1e6
    },
    close: () => browser.close(),
  }
}

/** What the probe's own frames cost a main thread, in milliseconds of CPU a frame: it is taken off every figure. */
export async function costOfProbe(tab, origin) {
  await tab.page.goto(`${origin}/plain/`)
  await tab.quiet()
  await tab.start()
  const before = await tab.cpu()
  await pause(3000)
  const spent = (await tab.cpu()) - before
  const { gaps } = await tab.seen()
  return spent / Math.max(1, gaps.length)
}

const frame = 1000 / 60

/** Frames shown and lost, and long tasks, between two notes. */
export function frames({ gaps, long }) {
  const lost = gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / frame) - 1), 0)
  return {
    shown: (100 * gaps.length) / Math.max(1, gaps.length + lost),
    longTasks: long.length,
    longest: Math.max(0, ...long.map(([, duration]) => duration)),
    frames: gaps.length,
  }
}
