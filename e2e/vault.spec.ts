import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Parley } from './pages/Parley'
import { Vault } from './pages/Vault'

const key = 'test-key-123'
const words = 'four words nobody guesses'
const story = model('story', { tokens: 3 })
const locked = (page: Page) => page.getByText('Its key is locked.')
const unlocked = (page: Page) => page.getByText('Its key is unlocked.')

/** Everything that the page shows, holds in its fields, or keeps, bytes as letters. */
async function everything(page: Page): Promise<string> {
  const seen = await page.evaluate(() => [
    document.documentElement.outerHTML,
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
    Object.entries(localStorage),
    Object.entries(sessionStorage),
    location.href,
  ])
  const stores = ['conversations', 'messages', 'drafts', 'keys', 'vault', 'flights'] as const
  const stored = await Promise.all(stores.map((store) => kept(page, store)))
  const letters = (_name: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value
  return JSON.stringify([seen, stored], letters)
}

test('a key for this tab only is in no other, and gone after a reload', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await parley.open()
  const { baseURL } = endpoint
  await parley.settings.add({ name: 'Mine', baseURL, key, keyPlace: 'This tab only' })
  await parley.parameters.chooseModel(story)
  await parley.send('With the key.')
  await parley.thread.reply(0).has('done')
  expect(await everything(page)).not.toContain(key)
  await parley.settings.edit('Mine')
  await expect(parley.settings.form.keyPlace('This tab only')).toBeChecked()

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply(0).has('done')
  await other.send('Elsewhere.')
  await other.thread.reply(1).has('done')
  await page.reload()
  await parley.send('Anew.')
  await parley.thread.reply(2).has('done')
  const sent = (await endpoint.completions()).map(({ headers }) => headers.authorization)
  expect(sent).toEqual([`Bearer ${key}`, undefined, undefined])
})

test('an encrypted key is asked for when it is needed, and every tab locks with the one', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  const vault = new Vault(page)
  await parley.open()
  await parley.settings.open()
  await parley.settings.addEndpoint.click()
  const { form } = parley.settings
  await form.baseURL.fill(endpoint.under('needs-key'))
  await form.name.fill('Mine')
  await form.key.fill(key)
  await form.keyPlace('Encrypted').check()
  await form.save.click()
  await vault.make('short')
  await expect(vault.problem).toHaveText('A passphrase needs at least 8 characters.')
  await vault.make(words, `${words}?`)
  await expect(vault.problem).toHaveText('The two are not the same.')
  // Whoever thinks better of it still has the key in its field.
  await vault.button('Cancel').click()
  await expect(form.key).toHaveValue(key)
  await form.save.click()
  await vault.make(words)
  await expect(vault.making).toBeHidden()
  await parley.settings.closeButton.click()
  await parley.parameters.chooseModel(story)
  await parley.send('With the key.')
  await parley.thread.reply(0).has('done')
  const all = await everything(page)
  expect(all).not.toContain(key)
  expect(all).not.toContain(words)

  await page.reload()
  await expect(locked(page)).toBeVisible()
  await parley.send('Not yet.')
  await expect(vault.passphrase).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(vault.opening).toBeHidden()
  await expect(parley.composer.field).toHaveValue('Not yet.')
  await expect(parley.thread.messages).toHaveCount(2)
  await parley.composer.field.press('Enter')
  await vault.unlock('three words only')
  await expect(vault.problem).toContainText('This does not open the keys')
  await expect(vault.button('Unlock')).toHaveAttribute('aria-disabled', 'false')
  await vault.unlock(words)
  await parley.thread.reply(1).has('done')
  await expect(unlocked(page)).toBeVisible()

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply(1).has('done')
  await expect(locked(other.page)).toBeVisible()
  await other.send('From the other tab.')
  await new Vault(other.page).unlock(words)
  await other.thread.reply(2).has('done')
  await page.keyboard.press('Control+Shift+L')
  for (const tab of [page, other.page]) await expect(locked(tab)).toBeVisible()
  const sent = (await endpoint.completions()).map(({ headers }) => headers.authorization)
  expect(sent).toEqual([`Bearer ${key}`, `Bearer ${key}`, `Bearer ${key}`])
  expect(await everything(other.page)).not.toContain(key)
})
