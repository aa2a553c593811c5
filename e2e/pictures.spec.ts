import { faults } from './faults'
import { expect, model, test } from './fixtures'

const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const text = `![one](https://pictures.example/1.png) ![two](https://pictures.example/2.png)

![else](https://elsewhere.example/3.png) ![plain](http://pictures.example/4.png)

[bank.com](https://evil.example/login) [here](https://bank.com@evil.example/) [a word](https://example.com/a)`

test('pictures come from where the reader has agreed, links say where they lead, Settings lists both', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  const asked: string[] = []
  await page.route(/^https:\/\/(pictures|elsewhere)\.example/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/png', body: dot })
  })
  guard.allowOrigin('https://pictures.example')
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text }) })
  await parley.send('Show me.')
  const reply = parley.thread.reply()
  const { body } = reply
  await reply.has('done')
  await expect(body.getByRole('img')).toHaveCount(0)
  await expect(body.getByRole('link', { name: /only images from https/ })).toBeVisible()
  expect(asked).toEqual([])

  // Where its words or its address tell of another place, the host stands behind the link.
  await expect(body.locator('.link-host')).toHaveText([
    ' (leads to evil.example)',
    ' (leads to evil.example)',
  ])
  const word = body.getByRole('link', { name: 'a word' })
  await word.focus()
  await page.keyboard.press('Shift')
  const shown = () => word.evaluate((link) => getComputedStyle(link, '::after').content)
  expect(await shown()).toContain('example.com')
  await expect(word).toHaveAttribute('data-host', 'example.com')
  // Pointing at it asks nobody for the address of its host.
  await expect(page.locator('meta[http-equiv="x-dns-prefetch-control"]')).toHaveAttribute('content', 'off')
  await expect(word).toHaveAttribute('rel', 'noopener noreferrer nofollow')

  await reply.button('Load image “two” from pictures.example').press('Enter')
  await expect(body.getByRole('img')).toHaveCount(2)
  await expect.poll(() => asked.length).toBe(2)
  await expect(reply.button('Load image “else” from elsewhere.example')).toBeVisible()

  await page.reload()
  await expect(reply.button('Load image “one” from pictures.example')).toBeVisible()
  expect(asked).toHaveLength(2)
  await reply.button('Always load images from pictures.example').first().click()
  await expect(body.getByRole('img')).toHaveCount(2)
  await page.reload()
  await expect(body.getByRole('img')).toHaveCount(2)

  await parley.settings.open()
  const network = parley.settings.dialog.locator('[data-part=network]')
  const rows = network.getByRole('row')
  await expect(rows.filter({ hasText: 'https://pictures.example' })).toContainText(
    'pictures that you asked for',
  )
  await expect(rows.filter({ hasText: endpoint.origin })).toContainText('an endpoint')
  await expect(rows.filter({ hasText: new URL(page.url()).origin })).toContainText('own files')
  await expect(rows.filter({ hasText: 'unknown' })).toHaveCount(0)
  expect(await faults(page, { inside: '[data-part=network]' })).toEqual([])
  await network.getByRole('button', { name: 'Stop loading pictures from https://pictures.example' }).click()
  await parley.settings.closeButton.click()
  await expect(body.getByRole('img')).toHaveCount(0)
  await page.reload()
  await expect(reply.button('Load image “one” from pictures.example')).toBeVisible()
})
