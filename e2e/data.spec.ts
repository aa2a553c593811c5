import { readFile } from 'node:fs/promises'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Recovery } from './pages/Recovery'

test('Settings say what is kept, and back it up in one file without keys', async ({
  page,
  parley,
  endpoint,
}) => {
  await page.addInitScript(() => {
    navigator.storage.persist = async () => {
      const asked = Number(sessionStorage.getItem('asked'))
      sessionStorage.setItem('asked', String(asked + 1))
      return false
    }
    // As where pages may write into no folder.
    Reflect.deleteProperty(window, 'showDirectoryPicker')
  })
  const asked = () => page.evaluate(() => sessionStorage.getItem('asked'))
  await parley.open()
  expect(await asked()).toBeNull()
  await parley.settings.add({ name: 'Mine', baseURL: endpoint.baseURL, key: 'sk-very-secret' })
  await parley.parameters.endpoint.selectOption('Mine')
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('Precious words')
  await parley.thread.reply().has('done')
  // There is something to lose now.
  await expect.poll(asked).toBe('1')
  await parley.settings.open()
  const { dialog } = parley.settings
  await expect(dialog.getByText(/MB are used of the/)).toBeVisible()
  await expect(dialog.getByText(/This browser lets no page write into a folder/)).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Back everything up' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^parley-[\d-]+\.parley\.json$/)
  const text = await readFile(await download.path(), 'utf8')
  const file = JSON.parse(text)
  expect(file).toMatchObject({ format: 'parley', conversations: [{ messages: [{}, {}] }] })
  expect(text).toContain('Precious words')
  expect(text).toContain(endpoint.baseURL)
  expect(text).not.toContain('very-secret')

  const room = dialog.getByRole('group', { name: 'What takes room' })
  const part = (name: string) => room.getByRole('listitem').filter({ hasText: name })
  await expect(part('Conversations')).toContainText(/2 messages.*about .* kB/)
  await expect(part('Records of requests')).toContainText('1 record')
  await part('Records of requests').getByRole('button').click()
  await part('Records of requests').getByRole('button', { name: 'Remove for good?' }).click()
  await expect(part('Records of requests')).toContainText('nothing')
  expect(await kept(page, 'flights')).toEqual([])
  await expect(room).toBeFocused()

  await dialog.getByRole('link', { name: 'Export or repair' }).click()
  const recovery = new Recovery(page)
  await expect(recovery.heading).toBeFocused()
  expect(await recovery.exported()).toContain('Precious words')
  await recovery.button('Back to Parley').click()
  await expect(parley.composer.field).toBeVisible()
})
