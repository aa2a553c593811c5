import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Page, chromium } from '@playwright/test'
import { chromiumFlags } from './chromiumFlags'
import { expect, model, test } from './fixtures'
import { Parley } from './pages/Parley'

/** Ends what a test has begun, also where the test itself was given up. */
const running: (() => void)[] = []
test.afterEach(() => {
  for (const end of running.splice(0)) end()
})

/** A browser of its own with a folder that outlives it. Nothing that it has begun is left once it is killed. */
async function started(folder: string): Promise<{ page: Page; kill: () => void }> {
  const port = join(folder, 'DevToolsActivePort')
  rmSync(port, { force: true })
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank']
  const path = process.env['CHROMIUM_PATH'] ?? chromium.executablePath()
  // A group of its own: all of its processes end at once, as with the machine's power.
  const { pid } = spawn(path, [...chromiumFlags, ...flags], { detached: true, stdio: 'ignore' })
  if (pid === undefined) throw new Error('The browser did not start.')
  let isRunning = true
  const kill = () => {
    if (isRunning) process.kill(-pid, 'SIGKILL')
    isRunning = false
  }
  running.unshift(kill)
  let address = ''
  await expect(() => {
    address = readFileSync(port, 'utf8').split('\n')[0]!
    expect(address).toMatch(/^\d+$/)
  }).toPass({ timeout: 60_000 })
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${address}`)
  const page = await browser.contexts()[0]!.newPage()
  await page.setViewportSize({ width: 1280, height: 720 })
  return { page, kill }
}

/** What the page tells of itself, by the machine's clock. */
interface Facts {
  /** How much of the reply stood on screen, and when. It is told twenty times a second, and late where all is late. */
  seen: { at: number; text: string }[]
  /** When a write of the growing reply was begun, and when it was kept. */
  writes: { begun: number; kept?: number }[]
}

/** Has the page tell it from now on. */
async function watched(page: Page): Promise<Facts> {
  const facts: Facts = { seen: [], writes: [] }
  await page.exposeFunction('seen', (at: number, text: string) => void facts.seen.push({ at, text }))
  await page.exposeFunction('begun', (write: number, begun: number) => (facts.writes[write] = { begun }))
  await page.exposeFunction('kept', (write: number, kept: number) => (facts.writes[write]!.kept = kept))
  await page.evaluate(() => {
    const tell = (name: string, ...facts: unknown[]) => Reflect.get(window, name)(...facts)
    const body = () => document.querySelector('article[data-role=assistant] [data-part=body]')
    setInterval(() => tell('seen', Date.now(), body()?.textContent ?? ''), 50)
    let writes = 0
    // oxlint-disable-next-line typescript/unbound-method -- the proxy passes on whose method it is
    IDBDatabase.prototype.transaction = new Proxy(IDBDatabase.prototype.transaction, {
      apply(begin, database, given) {
        const made: IDBTransaction = Reflect.apply(begin, database, given)
        if (made.mode !== 'readwrite' || [...made.objectStoreNames].join(' ') !== 'logprobs messages')
          return made
        const write = writes++
        tell('begun', write, Date.now())
        made.addEventListener('complete', () => tell('kept', write, Date.now()))
        return made
      },
    })
  })
  return facts
}

/**
 * How long before `now` a token must have been on screen to be kept: the second between two writes, the longest that a
 * write has taken or is taking, and the longest that the page was held up. The last two are next to nothing where a
 * machine has time.
 */
function slack({ seen, writes }: Facts, now: number): number {
  const took = writes.map(({ begun, kept = now }) => kept - begun)
  const gaps = [...seen.map(({ at }) => at), now].map((at, place) => at - (seen[place - 1]?.at ?? at))
  return 1000 + Math.max(0, ...took) + Math.max(0, ...gaps)
}

/** What had been on screen for long enough. */
const owed = (facts: Facts, now: number) =>
  facts.seen.findLast(({ at }) => at < now - slack(facts, now))?.text ?? ''

/** The longest time in which no write was begun though there was something to write. */
function longestWait({ seen, writes }: Facts): number {
  const first = seen.find(({ text }) => text)?.at ?? 0
  return Math.max(...writes.map(({ begun }, place) => begun - (writes[place - 1]?.begun ?? first)))
}

const letters = (text: string) => text.replace(/\s/g, '')

test('a browser that is killed in mid-stream has lost a second of text at most', async ({
  endpoint,
  baseURL,
}) => {
  test.setTimeout(180_000)
  const folder = mkdtempSync(join(tmpdir(), 'parley-killed-'))
  running.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  const { page, kill } = await started(folder)
  const parley = new Parley(page)
  await parley.open({ baseURL: endpoint.baseURL, model: model('endless', { tps: 40 }) }, baseURL)
  const facts = await watched(page)
  await parley.send('Tell me a long story.')
  await expect(() => {
    expect(facts.writes.length).toBeGreaterThan(2)
    expect(owed(facts, Date.now()).length).toBeGreaterThan(200)
  }).toPass({ timeout: 90_000 })
  kill()
  const killed = Date.now()
  const expected = owed(facts, killed)
  expect(longestWait(facts)).toBeLessThanOrEqual(slack(facts, killed))

  const again = await started(folder)
  const after = new Parley(again.page)
  await again.page.goto(baseURL!)
  await after.library.entry('Tell me a long story.').click()
  const reply = after.thread.reply()
  await reply.has('interrupted')
  await after.thread.message('user').has('done', 'Tell me a long story.')
  expect(letters((await reply.body.textContent()) ?? '').startsWith(letters(expected))).toBe(true)
})
