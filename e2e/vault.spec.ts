import type { Page } from '@playwright/test'
import { faults } from './faults'
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
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Unlock them to share.')).toBeVisible()
  const sent = (await endpoint.completions()).map(({ headers }) => headers.authorization)
  expect(sent).toEqual([`Bearer ${key}`, `Bearer ${key}`, `Bearer ${key}`])
  expect(await everything(other.page)).not.toContain(key)
})

test('keys are encrypted where they lie, lock after a while, and are given up or taken out', async ({
  page,
  parley,
  endpoint,
}) => {
  await page.clock.install()
  const vault = new Vault(page)
  const settings = parley.settings.dialog
  const press = (name: string) => settings.getByRole('button', { name, exact: true }).click()
  await parley.open()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key })
  await parley.parameters.chooseModel(story)
  await parley.settings.open()
  await press('Encrypt the keys…')
  const chosen = vault.making.getByLabel('New passphrase')
  await chosen.fill('password')
  await expect(chosen).toHaveAccessibleDescription(/^Weak/)
  await vault.make(words)
  await expect(settings).toContainText(
    'unlocked in this tab. One key is encrypted, none lies in this browser',
  )
  expect(await everything(page)).not.toContain(key)

  // Whoever does something is there.
  await page.clock.fastForward('14:00')
  await page.keyboard.press('Shift')
  await page.clock.fastForward('14:00')
  await expect(settings).toContainText('unlocked in this tab')
  await page.clock.fastForward('01:01')
  await expect(settings).toContainText('The encrypted keys are locked.')

  // A passphrase is changed by who knows it, and no key is written anew.
  const before = await kept(page, 'keys')
  const waysNow = () => kept(page, 'vault')
  const ways = await waysNow()
  await press('Change')
  await settings.getByLabel('Passphrase now').fill('some other words')
  await settings.getByLabel('New passphrase').fill('another four words')
  await settings.getByLabel('The same again').fill('another four words')
  await press('Save')
  await expect(settings.getByRole('alert')).toContainText('This does not open the keys')
  expect(await waysNow()).toEqual(ways)
  await settings.getByLabel('Passphrase now').fill(words)
  await page.clock.fastForward('01:00')
  await expect(settings.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute(
    'aria-disabled',
    'false',
  )
  await press('Save')
  await expect(settings.getByLabel('Passphrase now')).toBeHidden()
  expect(await kept(page, 'keys')).toEqual(before)

  // A tab that is out of view locks, if that is wanted.
  await settings.getByRole('switch', { name: /not in view/ }).click()
  await press('Unlock')
  await vault.unlock('another four words')
  await expect(settings).toContainText('unlocked in this tab')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(settings).toContainText('The encrypted keys are locked.')

  // The record of another endpoint, put in the place of this one, is worth nothing.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('parley')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('keys', 'readwrite')
          const reading = writing.objectStore('keys').getAll()
          reading.addEventListener('success', () => {
            for (const { origin, sealed, endpoint: id } of reading.result) {
              const moved = { vector: sealed.vector, data: sealed.data.map((byte: number) => byte ^ 1) }
              writing.objectStore('keys').put({ endpoint: id, origin, sealed: moved })
            }
          })
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
  )
  await parley.settings.closeButton.click()
  await parley.send('With a damaged key.')
  await vault.unlock('another four words')
  await parley.thread.reply(0).has('failed')
  await expect(parley.thread.reply(0).error).toContainText(
    'The encrypted key of this endpoint cannot be read',
  )
  expect(await endpoint.completions()).toEqual([])

  // It is saved again, and taken out.
  await parley.settings.edit('Mine')
  await parley.settings.form.replaceKey.click()
  await parley.settings.form.key.fill(key)
  await parley.settings.form.save.click()
  page.on('dialog', (dialog) => void dialog.accept())
  await press('Stop encrypting')
  await expect(settings).toContainText('No key is encrypted.')
  expect(await kept(page, 'keys')).toEqual([expect.objectContaining({ origin: endpoint.origin, key })])

  // Who has forgotten the passphrase can begin anew.
  await press('Edit Mine')
  await parley.settings.form.keyPlace('Encrypted').click()
  await vault.make(words)
  await expect(vault.making).toBeHidden()
  await page.keyboard.press('Control+Shift+L')
  await parley.settings.form.cancel.click()
  await press('Unlock')
  await vault.opening.getByText('Passphrase forgotten?').click()
  await vault.button('Remove the locked keys').click()
  await expect(settings).toContainText('No key is encrypted.')
  expect([await kept(page, 'keys'), await kept(page, 'vault')]).toEqual([[], []])
})

test('a passkey opens the keys, alone or beside a passphrase', async ({
  page,
  baseURL,
  parley,
  endpoint,
  guard,
}) => {
  // Passkeys belong to a name, never to a bare address.
  const origin = baseURL!.replace('127.0.0.1', 'localhost')
  guard.allowOrigin(origin)
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      hasPrf: true,
      automaticPresenceSimulation: true,
    },
  })
  const vault = new Vault(page)
  const settings = parley.settings.dialog
  await parley.open(undefined, origin)
  await parley.settings.open()
  await parley.settings.addEndpoint.click()
  const { form } = parley.settings
  await form.baseURL.fill(endpoint.baseURL)
  await form.name.fill('Mine')
  await form.key.fill(key)
  await form.keyPlace('Encrypted').check()
  await form.save.click()
  await vault.button('Use a passkey instead').click()
  await expect(vault.making).toBeHidden()
  await expect(settings.getByText('A passkey since')).toBeVisible()
  await parley.settings.closeButton.click()
  await parley.parameters.chooseModel(story)
  await page.reload()
  await parley.send('By passkey.')
  await vault.button('Use a passkey').click()
  await parley.thread.reply(0).has('done')
  expect((await endpoint.completions())[0]?.headers.authorization).toBe(`Bearer ${key}`)

  await parley.settings.open()
  await settings.getByRole('button', { name: 'Add a passphrase' }).click()
  await expect(settings.getByLabel('New passphrase')).toBeFocused()
  expect(await faults(page)).toEqual([])
  await settings.getByLabel('New passphrase').fill(words)
  await settings.getByLabel('The same again').fill(words)
  await settings.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(settings.getByText('A passphrase since')).toBeVisible()
  await page.keyboard.press('Control+Shift+L')

  // One that is not confirmed opens nothing.
  await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await settings.getByRole('button', { name: 'Unlock', exact: true }).click()
  await vault.button('Use a passkey').click()
  await expect(vault.problem).toContainText('The browser was given no passkey.')
  expect(await faults(page)).toEqual([])
  await vault.unlock(words)
  await expect(settings).toContainText('unlocked in this tab')
  await settings.getByRole('button', { name: 'Remove: A passkey' }).click()
  await expect(settings.getByText('A passkey since')).toBeHidden()
  await expect(settings.getByRole('button', { name: 'Remove: A passphrase' })).toHaveCount(0)
})
