import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type { SharedConversation } from '../src/links/SharedConversation'
import { encodeLink } from '../src/links/linkCodec'
import { expect, model, test } from './fixtures'
import { deployed } from './hosts/deployed'
import { staticHost } from './hosts/staticHost'
import { Parley } from './pages/Parley'

test.use({ serviceWorkers: 'allow' })

const base = '/some/where/'

const greeting: SharedConversation = {
  title: 'Greetings',
  parameters: {},
  messages: [
    { role: 'user', content: 'Say hello.', status: 'done', parent: null },
    { role: 'assistant', content: 'Hi.', status: 'done', parent: 0 },
  ],
}

/** The worker answers for this page. */
const controlled = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')

const cacheNames = (page: Page) => page.evaluate(() => caches.keys())

test('after the first visit the page opens and answers without a network', async ({
  page,
  context,
  parley,
  guard,
}) => {
  const { folder, remove } = deployed(base)
  const host = await staticHost(base, () => folder)
  guard.allowOrigin(host.origin)
  try {
    await parley.open({}, host.origin + base)
    await controlled(page)
    const kept = await page.evaluate(async () => {
      const [name = ''] = await caches.keys()
      return (await (await caches.open(name)).keys()).map(({ url }) => url)
    })
    // Our own parts are there, large and rare ones only when they are used.
    expect(kept).toContain(host.origin + base)
    for (const part of ['records', 'recovery', 'guideFetch', 'Settings', 'Markdown', 'colourWorker'])
      expect(kept.join(), part).toContain(`/assets/${part}-`)
    for (const part of ['o200k_base', 'mathematica', 'index.html', '_headers'])
      expect(kept.join(), part).not.toContain(part)

    // What is not of the build goes past the worker, also on the page's own host.
    guard.allowFailedLoads()
    const models = page.waitForResponse(/v1\/models/)
    await page.evaluate(() => fetch('v1/models'))
    expect((await models).fromServiceWorker()).toBe(false)

    await host.close()
    await page.reload()
    await expect(page.locator('#early')).toHaveCount(0)
    await parley.send('What is a token?')
    await parley.thread.reply().has('done', /token/)
    await parley.settings.open()
    await expect(parley.settings.addEndpoint).toBeVisible()
    await page.reload()
    await parley.thread.reply().has('done', /token/)

    // So does a link, which holds all that is read, in a page of its own; and it can be gone on with.
    const reader = new Parley(await context.newPage())
    await reader.page.goto(`${host.origin}${base}#/s/${await encodeLink(greeting)}`)
    await reader.thread.reads('user: Say hello.', 'assistant: Hi.')
    const link = reader.page.url()
    await reader.button('Continue here').click()
    await expect(reader.library.entry('Greetings')).toBeVisible()
    await reader.notice('Copied into').getByRole('button', { name: 'Undo' }).click()
    await expect(reader.page).toHaveURL(link)
    await reader.button('Continue here').click()
    await expect(parley.library.entry('Greetings')).toBeVisible()
    await reader.page.reload()
    await reader.thread.reads('user: Say hello.', 'assistant: Hi.')
  } finally {
    await host.close()
    remove()
  }
})

test('a new version waits for the reader, in every tab', async ({
  page,
  context,
  parley,
  endpoint,
  guard,
}) => {
  const { folder, remove } = deployed(base)
  const host = await staticHost(base, () => folder)
  guard.allowOrigin(host.origin)
  const address = host.origin + base
  const marked = (tab: Page) => tab.locator('meta[name="generator"][content="2"]')
  try {
    await parley.open({ baseURL: endpoint.baseURL, model: model('held') }, address)
    await controlled(page)
    const second = await context.newPage()
    const other = new Parley(second)
    await second.goto(address)
    await controlled(second)
    await parley.send('Hold on.')
    await endpoint.reached()

    // Another version: another page, and a part of the old one is gone from the host.
    const settings = readdirSync(join(folder, 'assets')).find((name) => name.startsWith('Settings-'))!
    const change = (file: string, ...changes: [string, string][]) => {
      const text = readFileSync(join(folder, file), 'utf8')
      writeFileSync(
        join(folder, file),
        changes.reduce((whole, [from, to]) => whole.replace(from, to), text),
      )
    }
    change('sw.js', [`"assets/${settings}",`, ''], ['"version":"', '"version":"2-'])
    change('index.html', ['<title>', '<meta name="generator" content="2" /><title>'])
    rmSync(join(folder, 'assets', settings))
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())

    const reload = (tab: Parley) =>
      tab.notice('A new version is ready.').getByRole('button', { name: 'Reload' })
    await expect(reload(parley)).toBeDisabled()
    await expect(reload(other)).toBeEnabled()
    // The other tab takes it; this one goes on with what it began, with the worker of the new version.
    await reload(other).click()
    await expect(marked(second)).toHaveCount(1)
    await parley.thread.reply().has('streaming')
    endpoint.release()
    await parley.thread.reply().has('done')
    await expect(marked(page)).toHaveCount(0)
    await parley.settings.open()
    await expect(parley.settings.addEndpoint).toBeVisible()
    await parley.settings.closeButton.click()
    expect(await cacheNames(page)).toHaveLength(2)

    await second.close()
    await reload(parley).click()
    await expect(marked(page)).toHaveCount(1)
    await parley.thread.reply().has('done')
    await expect.poll(() => cacheNames(page)).toHaveLength(1)
  } finally {
    await host.close()
    remove()
  }
})

test('the worker can be taken back', async ({ page, parley, guard }) => {
  const { folder, remove } = deployed(base)
  const host = await staticHost(base, () => folder)
  guard.allowOrigin(host.origin)
  try {
    await parley.open({}, host.origin + base)
    await controlled(page)
    copyFileSync(fileURLToPath(new URL('../docs/deploy/sw.js', import.meta.url)), join(folder, 'sw.js'))
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    const left = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)
    await expect.poll(left).toBe(0)
    expect(await cacheNames(page)).toEqual([])
  } finally {
    await host.close()
    remove()
  }
})
