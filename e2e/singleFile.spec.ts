import { expect, model, test } from './fixtures'

const file = new URL('../dist/parley.html', import.meta.url)

test('parley.html runs from the disk, and keeps what was said', async ({ page, parley, endpoint }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await parley.open({}, file.href)
  await parley.send('What is a token?')
  const reply = parley.thread.reply()
  await reply.has('done', /token/)
  expect(asked.filter((address) => !/^(data|blob):/.test(address) && address !== file.href)).toEqual([])

  await page.reload()
  await parley.thread.reply().has('done', /token/)

  // A server, and the worker that colours code, which stands in the page too.
  await parley.settings.add({ name: 'Test server', baseURL: endpoint.baseURL })
  await parley.parameters.chooseModel(model('code', { lines: 3 }))
  await parley.send('Code, please.')
  await parley.thread.reply(1).has('done')
  await expect(parley.thread.reply(1).body.locator('.code-line [class^=tint]').first()).toBeVisible()
})
