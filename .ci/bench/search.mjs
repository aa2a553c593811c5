import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { browser } from '../browser.mjs'
import { root } from '../root.mjs'

/**
 * `node .ci/bench/search.mjs [conversations] [messages in each]`, after `npm run build`: fills the page's storage, and
 * measures how long a search takes from the key until the first place is on the page, cold and warm, and what it keeps.
 */
const [conversations = 10_000, messages = 10] = process.argv.slice(2).map(Number)
const { chromium } = await import('@playwright/test')
const child = fork(fileURLToPath(new URL('./server.mjs', import.meta.url)), [
  JSON.stringify({ parley: join(root, 'dist') }),
])
const { port } = await new Promise((resolve) => child.once('message', resolve))
const tab = await chromium.launch({ executablePath: await browser() })
const context = await tab.newContext({ serviceWorkers: 'block' })
const page = await context.newPage()
await page.goto(`http://127.0.0.1:${port}/parley/`)
await page.waitForFunction(() => !document.getElementById('early'))
await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'parley'))
for (let from = 0; from < conversations; from += 200)
  await page.evaluate(keep, [from, Math.min(conversations, from + 200), messages])
await page.reload()
const field = page.getByRole('combobox', { name: 'Search' })
await field.waitFor()

const typed = (text) => page.evaluate(type, text)
const began = Date.now()
const cold = await typed('kubernetes')
await page.waitForFunction(
  () => /^[1-9][^:]*conversations?$/.test(document.querySelector('[data-part=found]')?.innerText ?? ''),
  null,
  { timeout: 300_000, polling: 50 },
)
console.log(`cold: first place after ${cold} ms, all read after ${Date.now() - began} ms`)
for (const text of ['kubernetes', 'the', 'rust kubernetes', '"rust of the"', 'nowhere', 'role:user rust']) {
  const times = []
  for (let time = 0; time < 5; time++) times.push(await typed(text))
  await page.waitForTimeout(1000)
  const found = await page.locator('[data-part=found]').innerText()
  console.log(`warm: ${text}: ${times.toSorted((one, other) => one - other)[2]} ms, ${found.split('\n')[0]}`)
}
console.log(`memory of the worker: ${Math.round((await heap()) / 1e6)} MB`)
await tab.close()
child.disconnect()

/** Types a text into the empty field; resolves to the milliseconds until something is said about it. */
async function type(text) {
  const field = document.querySelector('[role=combobox][aria-label=Search]')
  const enter = (value) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.focus()
  enter('')
  // Whatever that draws is over.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  const began = performance.now()
  enter(text)
  const isSaid = () =>
    document.querySelector('[role=listbox][aria-label=Found] [role=option]') ||
    document.querySelector('[data-part=found]')?.textContent.includes('Nothing')
  await new Promise((resolve) => {
    const look = () => (isSaid() ? resolve() : requestAnimationFrame(look))
    look()
  })
  return Math.round(performance.now() - began)
}

/** Conversations whose words are drawn as those of a language are: a few often, most seldom. */
async function keep([from, to, count]) {
  const common =
    'the of and to in is that for it was on are as with they be at one have this from or had by hot but some what there we can out other were all your when up use word how said an each she'
  const rare =
    'kubernetes rust async await ingress concatenate database function résumé “quoted” don’t — pointer borrow lifetime cluster'
  const words = [
    ...common.split(' '),
    ...Array.from({ length: 4000 }, (_, at) => `w${at.toString(36)}en`),
    ...rare.split(' '),
  ]
  let state = from + 1
  const random = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648
  const word = () => words[Math.floor(random() ** 3 * words.length)]
  const text = (length) => {
    let said = ''
    while (said.length < length) said += `${word()} `
    return said
  }
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('parley')
    opening.addEventListener('success', () => resolve(opening.result))
  })
  const writing = database.transaction(['conversations', 'messages'], 'readwrite')
  for (let at = from; at < to; at++) {
    const id = crypto.randomUUID()
    const updated = Date.now() - at * 3_600_000
    writing.objectStore('conversations').put({
      id,
      title: text(30),
      named: true,
      created: updated,
      updated,
      endpoint: 'bench',
      parameters: {},
      chosen: {},
    })
    let parent = null
    for (let place = 0; place < count; place++) {
      const message = {
        id: crypto.randomUUID(),
        conversation: id,
        parent,
        order: 0,
        created: updated,
        status: 'done',
        role: place % 2 ? 'assistant' : 'user',
        content: text(200 + random() * 400),
      }
      writing.objectStore('messages').put(message)
      parent = message.id
    }
  }
  await new Promise((resolve) => writing.addEventListener('complete', resolve))
  database.close()
}

/** The bytes that the worker's own heap holds, after what is of no more use has been thrown away. */
async function heap() {
  const session = await tab.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] })
  const target = targetInfos.find(({ url }) => url.includes('searchWorker'))
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  })
  const answers = new Map()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message)
    answers.get(id)?.(result)
  })
  const ask = (id, method) =>
    new Promise((resolve) => {
      answers.set(id, resolve)
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    })
  await ask(1, 'HeapProfiler.collectGarbage')
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage')
  return usedSize
}
