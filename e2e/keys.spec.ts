import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'

const key = 'test-key-123'

/** Everything that the page shows, holds in its fields, or keeps outside the store for keys. */
async function everything(page: Page): Promise<string> {
  const seen = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '',
    )
    return [
      document.documentElement.outerHTML,
      values,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      location.href,
    ]
  })
  const stored = await Promise.all(
    (['conversations', 'messages', 'drafts'] as const).map((name) => kept(page, name)),
  )
  return JSON.stringify([seen, stored])
}

test('a key opens the server, is nowhere to be seen, and goes with its endpoint', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  await parley.open()
  await parley.settings.open()
  await parley.settings.addEndpoint.click()
  await parley.settings.form.baseURL.fill(endpoint.under('needs-key'))
  await parley.settings.form.name.fill('Locked')
  await parley.settings.form.key.fill(key)
  // It is in use at once, before its key is kept: nobody can choose a model for another one in between.
  const inUse = await parley.settings.form.save.evaluate((save: HTMLElement) => {
    save.click()
    const { endpoint: id, endpoints } = JSON.parse(localStorage.getItem('parley.settings')!)
    return endpoints.find((one: { id: string }) => one.id === id)?.name
  })
  expect(inUse).toBe('Locked')
  await parley.settings.closeButton.click()
  await parley.parameters.chooseModel(model('secret-key', { tokens: 3 }))
  await parley.send('Let me in.')
  await parley.thread.reply().has('done', 'The lamp at')
  expect((await endpoint.completions())[0]?.headers.authorization).toBe(`Bearer ${key}`)

  expect(await everything(page)).not.toContain(key)
  await parley.settings.edit('Locked')
  await expect(parley.settings.dialog).toContainText(`A key is saved for ${endpoint.origin}.`)
  expect(await everything(page)).not.toContain(key)
  expect(JSON.stringify(await kept(page, 'keys'))).toContain(key)
  await parley.settings.closeButton.click()

  page.on('dialog', (dialog) => void dialog.accept())
  await parley.settings.open()
  await parley.settings.dialog.getByRole('button', { name: 'Remove Locked' }).click()
  await expect.poll(async () => await kept(page, 'keys')).toEqual([])
  await parley.settings.closeButton.click()

  await test.step('what the server quotes of it is taken out of its words', async () => {
    guard.allowFailedLoads()
    await parley.library.begin()
    await parley.settings.add({ name: 'Quoting', baseURL: endpoint.baseURL, key: 'a-key-of-no-known-shape' })
    await parley.parameters.chooseModel('error-401-whole-key')
    await parley.send('Let me in.')
    const reply = parley.thread.reply()
    await reply.has('failed')
    await expect(reply.error).toContainText('Wrong key: ')
    await expect(reply.error).toContainText('[key]')
    expect(await everything(page)).not.toContain('a-key-of-no-known-shape')
  })
})

test('a key goes to the origin that it was saved for, and to no other', async ({
  parley,
  endpoint,
  guard,
}) => {
  guard.allowOrigin(endpoint.otherOrigin)
  const elsewhere = endpoint.baseURL.replace(endpoint.origin, endpoint.otherOrigin)
  await parley.open()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key })
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('With the key.')
  await parley.thread.reply(0).has('done')

  await parley.settings.edit('Mine')
  await parley.settings.form.baseURL.fill(elsewhere)
  await expect(parley.settings.form.key).toHaveValue('')
  await parley.settings.saveAndClose()
  await parley.send('Without it.')
  await parley.thread.reply(1).has('done')

  await parley.settings.edit('Mine')
  await parley.settings.form.baseURL.fill(endpoint.baseURL)
  await expect(parley.settings.dialog).toContainText(`A key is saved for ${endpoint.origin}.`)
  await parley.settings.saveAndClose()
  await parley.send('With it again.')
  await parley.thread.reply(2).has('done')

  const arrived = (await endpoint.completions()).map(({ origin, headers }) => [origin, headers.authorization])
  expect(arrived).toEqual([
    [endpoint.origin, `Bearer ${key}`],
    [endpoint.otherOrigin, undefined],
    [endpoint.origin, `Bearer ${key}`],
  ])
  const strangers = (await endpoint.requests()).filter(({ origin }) => origin === endpoint.otherOrigin)
  expect(strangers.filter(({ headers }) => headers.authorization)).toEqual([])
})

test('a key survives a reload, can be replaced, and can be removed', async ({ page, parley, endpoint }) => {
  await parley.open()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key: 'the-first-key' })
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await page.reload()
  await parley.send('One.')
  await parley.thread.reply(0).has('done')

  await parley.settings.edit('Mine')
  await parley.settings.form.replaceKey.click()
  await parley.settings.form.key.fill('the-second-key')
  await parley.settings.saveAndClose()
  await parley.send('Two.')
  await parley.thread.reply(1).has('done')

  await parley.settings.edit('Mine')
  await parley.settings.form.removeKey.click()
  await expect(parley.settings.form.key).toBeVisible()
  await parley.settings.saveAndClose()
  await parley.send('Three.')
  await parley.thread.reply(2).has('done')
  expect((await endpoint.completions()).map(({ headers }) => headers.authorization)).toEqual([
    'Bearer the-first-key',
    'Bearer the-second-key',
    undefined,
  ])
  expect(await kept(page, 'keys')).toEqual([])
})
