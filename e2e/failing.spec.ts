import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { Files } from './pages/Files'
import { Recovery } from './pages/Recovery'
import { Sending } from './pages/Sending'
import { type Seed, seed } from './seed'

/** From now on these parts of the program come, and what they show fails as soon as it is to be shown. */
async function poison(page: Page, ...parts: string[]): Promise<void> {
  await page.route(new RegExp(`/assets/(${parts.join('|')})-[^/]*\\.js$`), (route) =>
    route.fulfill({
      body: parts.map((part) => `export const ${part} = () => { throw new Error('planted') }`).join('\n'),
      contentType: 'text/javascript',
      headers: { 'cache-control': 'no-store' },
    }),
  )
}

test('whatever part fails says so, all others work, and what is kept can be exported', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowConsoleErrors(/planted|Cannot read properties/)
  const panes =
    'Settings BeforeSending Outline CodePanel ShareDialog ImportDialog ExportDialog InspectorPane ComparePane'
  await poison(page, ...panes.split(' '))
  const echo = model('echo', { only: 'last' })
  await parley.open({ baseURL: endpoint.baseURL, model: echo })
  const reply = (id: string, content: string) =>
    ({ id, parent: 'q', role: 'assistant', content, run: run(id) }) as const
  const run = (id: string) => ({ id, choice: 0, endpoint: 'Test', model: 'm', parameters: {}, started: 1 })
  const odd = { ...run('odd'), parameters: null }
  const messages: Seed[] = [
    { id: 'q', parent: null, role: 'user', content: 'Precious question' },
    reply('a', 'Precious words'),
    reply('b', 'Other words'),
    { id: 'q2', parent: 'b', role: 'user', content: 'And on' },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no version of Parley has written such a one
    { id: 'odd', parent: 'q2', role: 'assistant', content: 'Odd words', run: odd as never },
  ]
  await seed(page, messages, { parameters: { model: echo } })
  const failed = (where = page.locator('body')) =>
    where.getByRole('alert').filter({ hasText: /part of the page has failed.*(planted|Cannot read)/ })

  await test.step('a message', async () => {
    await expect(failed(page.getByRole('main'))).toHaveCount(1)
    await expect(parley.thread.messages).toHaveCount(4)
    await expect(parley.thread.messages.last()).toContainText('Odd words')
    await parley.thread.reply().has('done', 'Other words')
  })

  const first = parley.thread.reply()
  const files = new Files(page)
  const exportAll = async () => {
    await page.getByRole('button', { name: 'Import and export' }).click()
    await page.getByRole('menuitem', { name: 'Export all' }).click()
  }
  const dialogs: [name: string, open: () => Promise<void>][] = [
    ['Settings', () => parley.settings.opener.click()],
    ['Before sending', () => new Sending(page).open()],
    ['Outline', () => parley.outline.opener.click()],
    ['Code', () => first.choose('Code of this request')],
    ['Share', () => page.locator('header').getByRole('button', { name: 'Share' }).click()],
    ['Import conversations', async () => files.openImport()],
    ['Export', exportAll],
    ['Flight record', () => first.button(/^Inspect/).click()],
    ['Compare', () => first.button('Compare').click()],
  ]
  await parley.composer.field.fill('Still here?')
  for (const [name, open] of dialogs)
    await test.step(name, async () => {
      await open()
      const dialog = page.getByRole('dialog', { name, exact: true })
      await expect(failed(dialog)).toContainText('planted')
      await dialog.getByRole('button', { name: 'Close' }).click()
      await expect(dialog).toHaveCount(0)
    })
  await parley.composer.field.press('Enter')
  await parley.thread.reply(2).has('done', 'Still here?')

  await test.step('the panes beside', async () => {
    await poison(page, 'Library', 'ParametersPane')
    await page.reload()
    await expect(failed()).toHaveCount(3)
    await expect(failed(page.getByRole('complementary'))).toContainText('planted')
    await parley.send('And now?')
    await parley.thread.reply(3).has('done', 'And now?')
  })

  await test.step('the thread', async () => {
    await poison(page, 'MessageList')
    await page.reload()
    await expect(failed(page.getByRole('main'))).toHaveCount(1)
    await parley.composer.field.fill('Still here?')
    await failed(page.getByRole('main')).getByRole('link', { name: 'Export or repair' }).click()
    const recovery = new Recovery(page)
    const text = await recovery.exported()
    for (const words of ['Precious words', 'Odd words', 'And now?']) expect(text).toContain(`"${words}"`)
  })
})
