import type { Page } from '@playwright/test'
import { faults } from './faults'
import { expect, model, test } from './fixtures'

const minutes = 60_000

/** The folder of the origin stands for one that the reader picks: both are handles, and can be kept and written in. */
test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 10, 23, 6, 12) })
  await page.addInitScript(() => {
    const permission = () => sessionStorage.getItem('permission') ?? 'granted'
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    })
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => permission(),
      requestPermission: async () => {
        sessionStorage.setItem('permission', 'granted')
        return permission()
      },
    })
  })
})

/** The names of the files in the folder, but for what the browser has there while it writes. */
const names = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle('Backups', { create: true })
    const found: string[] = []
    for await (const name of folder.keys()) if (name.endsWith('.json')) found.push(name)
    return found.toSorted()
  })

const textOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory()
    const handle = await (await root.getDirectoryHandle('Backups')).getFileHandle(name)
    return (await handle.getFile()).text()
  }, name)

/** Puts a file there, as another program would. */
const put = (page: Page, name: string, text: string) =>
  page.evaluate(
    async ([name, text]) => {
      const root = await navigator.storage.getDirectory()
      const folder = await root.getDirectoryHandle('Backups', { create: true })
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable()
      await stream.write(text)
      await stream.close()
    },
    [name, text] as const,
  )

test('backups are written into a folder, on a schedule, and nothing else in it is touched', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key: 'sk-very-secret' })
  await parley.parameters.endpoint.selectOption('Mine')
  await parley.parameters.chooseModel(model('echo', { only: 'last' }))
  // Whatever the minute is, its name is taken.
  const others = ['12', '13', '14', '15'].map((minute) => `parley-2026-11-23T06${minute}.parley.json`)
  for (const name of others) await put(page, name, 'Not ours')
  await parley.settings.open()
  const group = parley.settings.dialog.getByRole('group', { name: 'Backups into a folder' })
  await group.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(group.getByRole('status')).toContainText('Last backup: Nov 23, 2026, 6:1')
  await expect(group.getByRole('radio', { name: 'After changes' })).toBeChecked()
  const own = async () => (await names(page)).filter((name) => !others.includes(name))
  expect(await own()).toEqual([expect.stringMatching(/^parley-2026-11-23T061\d-2\.parley\.json$/)])
  const first = (await own())[0]!
  expect(await faults(page, { themes: ['light'] })).toEqual([])
  await parley.settings.closeButton.click()

  // What has changed is in a file ten minutes after the last one.
  await parley.send('Precious words')
  await parley.thread.reply().has('done')
  await page.clock.fastForward(11 * minutes)
  await expect.poll(own).toHaveLength(2)
  const second = (await own()).find((name) => name !== first)!
  await expect.poll(() => textOf(page, second)).toContain('Precious words')
  const text = await textOf(page, second)
  expect(JSON.parse(text)).toMatchObject({ format: 'parley', conversations: [{ messages: [{}, {}] }] })
  expect(text).toContain(endpoint.baseURL)
  expect(text).not.toContain('very-secret')

  // Five are kept; one that somebody has altered is theirs.
  await put(page, second, 'Altered')
  await parley.settings.open()
  for (let count = 3; count <= 7; count++) {
    const newest = (await own()).at(-1)
    // Each has a minute of its own.
    await page.clock.fastForward(2 * minutes)
    await group.getByRole('button', { name: 'Back up now' }).click()
    await expect.poll(async () => (await own()).at(-1)).not.toBe(newest)
    await expect(group.getByRole('status')).toContainText('Last backup')
  }
  await expect.poll(own).toHaveLength(6)
  expect(await own()).not.toContain(first)
  expect(await textOf(page, second)).toBe('Altered')
  for (const name of others) expect(await textOf(page, name)).toBe('Not ours')

  await group.getByRole('button', { name: 'Stop' }).click()
  await expect(group.getByRole('button', { name: 'Choose a folder…' })).toBeVisible()
  await expect(group).toBeFocused()
  expect(await own()).toHaveLength(6)
})

test('a permission that has lapsed is asked for by a press alone, and a folder that has gone is said', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  await parley.settings.open()
  const group = parley.settings.dialog.getByRole('group', { name: 'Backups into a folder' })
  await group.getByRole('button', { name: 'Choose a folder…' }).click()
  await expect(group.getByRole('status')).toContainText('Last backup')
  await parley.settings.closeButton.click()
  await parley.send('Words')
  await parley.thread.reply().has('done')
  await page.evaluate(() => sessionStorage.setItem('permission', 'prompt'))
  // The page that comes next goes on with what this one has left.
  await page.reload()
  const notices = page.getByRole('group', { name: 'Notices' })
  await expect(async () => {
    await page.clock.fastForward(11 * minutes)
    await expect(notices).toContainText('Backups wait: the browser asks anew', { timeout: 500 })
  }).toPass()
  expect(await names(page)).toHaveLength(1)
  await notices.getByRole('button', { name: 'Allow' }).click()
  await expect(notices).toHaveCount(0)
  await expect.poll(() => names(page)).toHaveLength(2)

  await page.evaluate(async () =>
    (await navigator.storage.getDirectory()).removeEntry('Backups', { recursive: true }),
  )
  await parley.settings.open()
  await group.getByRole('button', { name: 'Back up now' }).click()
  await expect(group.getByRole('status')).toContainText('It is not there any more: choose it again')
  await group.getByRole('button', { name: 'Choose another folder…' }).click()
  await expect(group.getByRole('status')).toContainText('Last backup')
  expect(await names(page)).toHaveLength(1)
})
