import { gzipSync } from 'node:zlib'
import { contestants } from './contestants.mjs'
import { shapes } from './shapes.mjs'
import { frames, pause } from './watch.mjs'

/** Each workload: what it is called, and how it is measured in a fresh tab. Times are milliseconds, heap is MB. */
export function workloads({ full }) {
  const streams = [
    ['mixed', 3000, 100],
    ['mixed', 3000, 2000],
    ['mixed', 3000, 0],
    ...(full ? [['mixed', 20_000, 100]] : []),
    ['mixed', 20_000, 2000],
    ['mixed', 20_000, 0],
    ...shapes.filter((shape) => shape !== 'mixed').map((shape) => [shape, 20_000, 2000]),
  ]
  return [
    { name: 'load', run: load },
    ...streams.map(([shape, tokens, rate]) => ({
      name: `${shape} ${tokens} ${rate ? `at ${rate}/s` : 'at once'}`,
      run: (bench) => stream(bench, `${shape}-${tokens}-${rate}`),
    })),
    { name: 'typing meanwhile', run: (bench) => stream(bench, 'mixed-20000-2000', { typing: true }) },
    ...[1000, 10_000].map((count) => ({ name: `${count} messages`, run: (bench) => thread(bench, count) })),
  ]
}

async function stream({ tab, name, origin, server, perFrame }, model, { typing = false } = {}) {
  const { page } = tab
  await contestants[name].open(page, origin, { model })
  await page.waitForSelector('textarea#composer')
  await tab.quiet(20_000)
  await page.fill('textarea#composer', 'Go on')
  await tab.quiet(5000)
  await tab.start()
  const earlier = (await server()).last?.first
  /** What the server says of this stream; until that has a first token, it speaks of the one before. */
  const streamed = async () => {
    const { last } = await server()
    return last?.first === earlier ? undefined : last
  }
  const before = await tab.cpu()
  await page.press('textarea#composer', 'Enter')
  const quarters = []
  let notes = await tab.seen()
  for (const until = Date.now() + 240_000; !notes.end && Date.now() < until;) {
    await (typing ? page.keyboard.press('a', { delay: 5 }) : pause(100))
    const last = await streamed()
    const spent = (await tab.cpu()) - before
    const passed = last ? Math.floor((4 * last.written) / last.tokens) : 0
    while (quarters.length < passed) quarters.push(spent)
    notes = await tab.seen()
  }
  await tab.quiet(20_000)
  const cpu = (await tab.cpu()) - before
  notes = await tab.seen()
  const last = await streamed()
  if (!last) throw new Error(`${name} has shown nothing of ${model}.`)
  const { frames: drawn, ...shown } = frames(notes)
  const [first = cpu, , third = 0, fourth = cpu] = quarters
  return {
    'main thread': cpu - drawn * perFrame,
    'main thread for 1,000 tokens': ((cpu - drawn * perFrame) * 1000) / last.tokens,
    growth: (fourth - third) / first,
    'frames shown, %': shown.shown,
    'long tasks': shown.longTasks,
    'longest task': shown.longest,
    'first token': notes.first ? notes.first - last.first : Number.NaN,
    lag: notes.end ? notes.end - last.last : Number.POSITIVE_INFINITY,
    ...(typing && { keystroke: middle(notes.keys) }),
    heap: await tab.heap(),
  }
}

async function thread({ tab, name, origin }, count) {
  const { page } = tab
  await contestants[name].open(page, origin, { count })
  await page.waitForFunction(() => document.querySelector('main article, main pre'))
  await tab.quiet()
  const cpu = await tab.cpu()
  const { long, usable } = await tab.seen()
  const start = await page.evaluate(() => performance.timeOrigin)
  const last = Math.max(usable, ...long.map(([begun, duration]) => begun + duration))
  await page.focus('textarea#composer')
  await tab.start()
  for (let at = 0; at < 30; at++) {
    await page.keyboard.press('a')
    await pause(60)
  }
  const { keys } = await tab.seen()
  return {
    'until quiet': last - start,
    'main thread': cpu,
    'longest task': frames({ gaps: [], long }).longest,
    keystroke: middle(keys),
    heap: await tab.heap(),
  }
}

async function load({ tab, name, origin }) {
  const { page } = tab
  const bodies = []
  page.on('response', (response) => {
    if (/html|javascript|css/.test(response.headers()['content-type'] ?? '')) bodies.push(response.body())
  })
  await contestants[name].open(page, origin, {})
  await page.waitForFunction(() => window.bench.seen.usable > 0)
  const usable = await page.evaluate(() => window.bench.seen.usable - performance.timeOrigin)
  await tab.quiet()
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  return {
    'time to usable': usable,
    'kB until quiet, gzip': sizes.reduce((sum, size) => sum + size, 0) / 1000,
    'main thread': await tab.cpu(),
    heap: await tab.heap(),
  }
}

export function middle(values) {
  const sorted = values.toSorted((one, other) => one - other)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2
    ? sorted[half]
    : ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2
}
