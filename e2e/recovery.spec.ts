import type { Page } from '@playwright/test'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Files, given } from './pages/Files'
import { Presets } from './pages/Presets'
import { Recovery } from './pages/Recovery'
import { type Seed, seed } from './seed'

const words = Array.from({ length: 12 }, (_, at) => `Precious words ${at}`)

/** A conversation that must not be lost. */
const precious = (page: Page) =>
  seed(
    page,
    words.map((content, at): Seed => ({
      id: `m${at}`,
      parent: at > 0 ? `m${at - 1}` : null,
      role: at % 2 ? 'assistant' : 'user',
      content,
    })),
  )

for (const [what, body] of [
  ['throws', 'throw new Error("planted")'],
  ['does not come', undefined],
] as const)
  test(`where the program ${what}, all that is kept can be exported`, async ({
    page,
    parley,
    endpoint,
    guard,
  }) => {
    guard.allowUncaught(/planted/)
    guard.allowFailedLoads()
    await parley.open()
    await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key: 'sk-very-secret' })
    await precious(page)
    await parley.thread.message('user').has('done', words[0])
    await page.route(/assets\/(index|first)-.*\.js/, (route) =>
      body === undefined
        ? route.abort()
        : route.fulfill({ body, contentType: 'text/javascript', headers: { 'cache-control': 'no-store' } }),
    )
    await page.reload()
    const recovery = new Recovery(page)
    await expect(recovery.heading).toBeFocused()
    await expect(recovery.screen).toContainText('1 conversation with 12 messages')
    await expect(recovery.screen).toContainText(body === undefined ? /index-|first-/ : 'planted')
    const text = await recovery.exported()
    for (const word of words) expect(text).toContain(`"${word}"`)
    expect(text).not.toContain('very-secret')
    await recovery.withKeys.check()
    expect(await recovery.exported()).toContain('sk-very-secret')

    await page.unrouteAll()
    await recovery.button('Reload').press('Enter')
    await expect(parley.composer.field).toBeVisible()
    await expect(parley.library.entries).toHaveCount(1)
  })

test('records that cannot be read are said, left out and exported', async ({ page, parley }) => {
  await parley.open()
  await precious(page)
  await parley.thread.message('user').has('done', words[0])
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('parley')
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction(['conversations', 'messages'], 'readwrite')
          writing.objectStore('conversations').put({ id: 1 })
          writing.objectStore('messages').put({ id: 'odd', conversation: 'seeded', content: 'odd words' })
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
  )
  await page.reload()
  await expect(parley.thread.messages).toHaveCount(words.length)
  const notice = parley.notice('2 records that this browser keeps cannot be read')
  await notice.getByRole('button', { name: 'Export or repair' }).click()
  const recovery = new Recovery(page)
  await expect(recovery.heading).toBeFocused()
  const text = await recovery.exported()
  for (const word of [...words, 'odd words']) expect(text).toContain(`"${word}"`)
  // The program has gone on behind it.
  await recovery.button('Back to Parley').click()
  await expect(parley.thread.messages).toHaveCount(words.length)
  await expect(recovery.screen).toHaveCount(0)
})

test('a database that cannot be opened is said, and exported as far as it goes', async ({ page, parley }) => {
  await parley.open()
  await precious(page)
  await parley.thread.message('user').has('done', words[0])
  await page.addInitScript(() => {
    const open = indexedDB.open.bind(indexedDB)
    indexedDB.open = (name, version) => {
      if (version !== undefined) throw new DOMException('planted', 'UnknownError')
      return open(name)
    }
  })
  await page.reload()
  await parley
    .notice('does not let Parley store anything')
    .getByRole('button', { name: 'Export or repair' })
    .click()
  const recovery = new Recovery(page)
  await expect(recovery.screen).toContainText('1 conversation with 12 messages')
  const text = await recovery.exported()
  for (const word of words) expect(text).toContain(`"${word}"`)
})

test('at #/recovery Parley does not start; it can start safely, or delete everything', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 3 }), theme: 'dark' })
  await parley.send('Precious')
  await parley.thread.reply().has('done')
  await parley.library.begin()
  await parley.composer.field.fill('half written')
  await expect.poll(async () => kept(page, 'drafts')).toEqual(['half written'])

  await page.goto('/?again#/recovery')
  const recovery = new Recovery(page)
  await expect(recovery.heading).toBeFocused()
  await expect(page.locator('#root > *')).toHaveCount(0)
  await expect(recovery.button('Delete everything')).toBeDisabled()
  await recovery.button('Start in a safe state').click()
  await expect(parley.library.entries).toHaveText(['Precious'])
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', 'dark')
  await expect(parley.composer.field).toHaveValue('')
  await parley.notice('without your settings').getByRole('button', { name: 'Start as usual' }).click()
  await expect(parley.composer.field).toHaveValue('half written')

  await page.goto('/?again#/recovery')
  await page.evaluate(() => localStorage.setItem('parley.damaged', '{"headers":[{"value":"secret'))
  expect(await recovery.exported()).not.toContain('secret')
  await expect(recovery.screen).toContainText('parley.damaged is damaged')
  page.on('dialog', (dialog) => void dialog.accept())
  await recovery.button('Delete everything').click()
  await expect(parley.composer.field).toBeVisible()
  await expect(parley.library.list).toContainText('Conversations you begin are listed here.')
  await expect(parley.composer.field).toHaveValue('')
})

test('what was exported there is imported again, with presets, and endpoints where they are wished for', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key: 'sk-very-secret' })
  await parley.parameters.endpoint.selectOption('Mine')
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('Precious')
  await parley.thread.reply().has('done', 'The lamp at')
  const presets = new Presets(page)
  await presets.save('Tutor')
  await expect.poll(async () => (await kept(page, 'presets')).length).toBe(1)
  await page.goto('/?again#/recovery')
  const recovery = new Recovery(page)
  const text = await recovery.exported()
  page.on('dialog', (dialog) => void dialog.accept())
  await recovery.button('Delete everything').click()
  await expect(parley.library.list).toContainText('Conversations you begin are listed here.')

  const files = new Files(page)
  await files.openImport()
  await files.choose(given('parley-raw.json', text))
  await expect(files.rows).toHaveCount(1)
  const { importDialog } = files
  await expect(importDialog.getByRole('checkbox', { name: '1 preset that you do not have' })).toBeChecked()
  const suggested = importDialog.getByRole('checkbox', {
    name: `Endpoint Mine, without a key: ${endpoint.baseURL}`,
  })
  await expect(suggested).not.toBeChecked()
  expect(await faults(page, { themes: ['light', 'dark'] })).toEqual([])
  await suggested.check()
  await files.confirm.click()
  await parley.thread.reply().has('done', 'The lamp at')
  await expect(parley.parameters.endpoint.locator('option:checked')).toHaveText('Mine')
  await expect.poll(async () => (await kept(page, 'presets')).length).toBe(1)
  await files.undo()
  await expect(parley.library.entries).toHaveCount(0)
  await expect.poll(async () => (await kept(page, 'presets')).length).toBe(0)
  await expect(parley.parameters.endpoint.locator('option', { hasText: 'Mine' })).toHaveCount(0)
})

test('where the page shows nothing, and a newer Parley has been here, all is exported and taken in again', async ({
  page,
  parley,
  guard,
}) => {
  guard.allowConsoleErrors(/planted/)
  await parley.open()
  await precious(page)
  await parley.thread.message('user').has('done', words[0])
  await page.addInitScript(() => {
    const match = matchMedia.bind(window)
    window.matchMedia = (query) => {
      if (location.search === '?broken' && query.includes('860px')) throw new Error('planted')
      return match(query)
    }
  })
  await page.goto('/?broken')
  const failed = page.getByRole('alert').filter({ hasText: 'Your conversations are safe in this browser.' })
  await expect(failed).toContainText('planted')
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley', 1_000_000)
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          opening.result.close()
          resolve()
        })
      }),
  )
  await failed.getByRole('link', { name: 'Export or repair' }).click()
  const recovery = new Recovery(page)
  await expect(recovery.screen).toContainText('1 conversation with 12 messages')
  await expect(recovery.screen).toContainText('A newer Parley has changed it.')
  const text = await recovery.exported()

  await page.goto('/')
  await parley
    .notice('A newer Parley has changed what this browser keeps')
    .getByRole('button', { name: 'Export or repair' })
    .click()
  await recovery.exported()
  page.on('dialog', (dialog) => void dialog.accept())
  await recovery.button('Delete everything').click()
  await expect(parley.library.list).toContainText('Conversations you begin are listed here.')
  const files = new Files(page)
  await files.openImport()
  await files.choose(given('parley-raw.json', text))
  await files.confirm.click()
  await expect(parley.thread.messages).toHaveCount(words.length)
  await parley.thread.message('user').has('done', words[0])
})
