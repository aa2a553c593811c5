import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures'

const file = new URL('../dist/parley.html', import.meta.url)

test('parley.html runs from the disk, and keeps what was said', async ({ page, parley }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await parley.open({}, file.href)
  await parley.send('What is a token?')
  const reply = parley.thread.reply()
  await reply.has('streaming', /\w/)
  await reply.has('done', /token/)

  // A worker that stands in the page colours code; the tokenisers are left out, and say so by their absence.
  await parley.composer.field.fill('```js\nconst answer = 42\n```')
  await parley.parameters.chooseModel('babble')
  await parley.settings.open()
  await expect(parley.settings.addEndpoint).toBeVisible()
  await parley.settings.closeButton.click()

  await page.reload()
  await parley.thread.reply().has('done', /token/)
  const elsewhere = asked.filter(
    (address) => !/^(data|blob):/.test(address) && !address.startsWith(file.href),
  )
  expect(elsewhere, fileURLToPath(file)).toEqual([])
})
