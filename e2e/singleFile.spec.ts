import type { Page } from '@playwright/test'
import { detect } from './detector'
import { expect, model, test } from './fixtures'
import { Files, given } from './pages/Files'
import { Share } from './pages/Share'
import { hostileFile, hostileLink } from './payloads/carriers'

const file = new URL('../dist/parley.html', import.meta.url)

/** What is asked for besides the page itself, from now on; also of the disk. */
function othersAsked(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const address = request.url()
    if (!/^(data|blob):/.test(address) && address !== file.href) asked.push(address)
  })
  return asked
}

test('parley.html runs from the disk, and keeps what was said', async ({ page, parley, endpoint }) => {
  const asked = othersAsked(page)
  await parley.open({}, file.href)
  await parley.send('What is a token?')
  const reply = parley.thread.reply()
  await reply.has('done', /token/)
  expect(asked).toEqual([])

  await page.reload()
  await parley.thread.reply().has('done', /token/)

  // A link from here has no address, which a code or another program would need.
  const share = new Share(page)
  await share.open()
  await expect(share.link).toHaveValue(/^#\/s\//)
  const code = share.dialog.getByRole('button', { name: 'QR code' })
  await expect(code).toHaveAttribute('aria-disabled', 'true')
  await expect(code).toHaveAccessibleDescription(/^A code needs the address/)
  await page.keyboard.press('Escape')

  // A server, and the worker that colours code, which stands in the page too.
  await parley.settings.add({ name: 'Test server', baseURL: endpoint.baseURL })
  await parley.parameters.chooseModel(model('code', { lines: 3 }))
  await parley.send('Code, please.')
  await parley.thread.reply(1).has('done')
  await expect(parley.thread.reply(1).body.locator('.code-line [class^=tint]').first()).toBeVisible()
})

test('attacks in links and files stay words on the disk too', async ({ page, parley }) => {
  // The origin of a page from the disk.
  const holes = await detect(page, ['null'])
  const asked = othersAsked(page)
  await parley.open({}, file.href)
  await page.evaluate((hash) => (location.hash = hash), `/s/${await hostileLink(12)}`)
  await expect(parley.thread.messages).toHaveCount(12)
  await page.getByText('Parameters model').click()
  await expect(page.locator('[data-part=parameters] pre')).toContainText('"model"')
  await page.getByRole('button', { name: 'Run again on your own endpoint' }).first().click()
  await expect(page.getByRole('region', { name: 'Run again' })).toBeVisible()
  expect(await holes()).toEqual([])

  await page.evaluate(() => (location.hash = '/'))
  const files = new Files(page)
  await files.openImport()
  await files.choose(given('<img src=x onerror=alert(1)>.json', hostileFile(10)))
  await expect(files.rows).toHaveCount(10)
  await files.confirm.click()
  await expect(files.importDialog).toHaveCount(0)
  await page.evaluate(() => (location.hash = '/c/filed-3'))
  await expect(parley.thread.messages).toHaveCount(1)
  expect(await holes()).toEqual([])
  expect(asked).toEqual([])
  expect(page.url()).toBe(`${file.href}#/c/filed-3`)
  // It would have been seen here as well.
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('iframe')))
  await expect.poll(holes).toContainEqual(expect.stringMatching(/^a frame is open/))
})
