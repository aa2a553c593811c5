import { expect, model, test } from './fixtures'

const answer = [
  'Before[^1] ![pic](https://b.example/c.png) [d.example](https://e.example)',
  '```mermaid\ngraph TD\n```',
  '| a | b |\n| --- | --- |\n| 1 | 2 |',
  'After\n\n[^1]: A note.',
].join('\n\n')

test('what is selected and copied in the thread is its words, and nothing of the tools or of the panes', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.setViewportSize({ width: 1440, height: 900 })
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: answer }) })
  await parley.send('Ask me.')
  const reply = parley.thread.reply()
  await reply.has('done')
  await expect(reply.article.getByRole('button', { name: 'Copy as CSV' })).toBeVisible()
  await reply.article.focus()
  await page.keyboard.press('ControlOrMeta+a')
  const linesOf = (text: string) => text.trim().split(/\s*\n\s*|\t/)
  const selected = async () => linesOf(await page.evaluate(() => String(getSelection())))
  const words = ['Before1', 'd.example', 'graph TD', 'a', 'b', '1', '2', 'After']
  await expect.poll(selected).toEqual(['Ask me.', ...words, 'A note.'])
  await page.keyboard.press('ControlOrMeta+c')
  const copied = async () => linesOf(await page.evaluate(() => navigator.clipboard.readText()))
  await expect.poll(copied).toEqual(['Ask me.', ...words, 'A note.'])

  const deselect = () => page.evaluate(() => getSelection()!.removeAllRanges())
  await deselect()
  // What is dragged over a tool goes on behind it.
  const [first, last] = [reply.body.getByText('Before'), reply.body.getByText('After')]
  const [from, to] = [(await first.boundingBox())!, (await last.boundingBox())!]
  await page.mouse.move(from.x + 1, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width - 1, to.y + to.height / 2, { steps: 3 })
  await page.mouse.up()
  expect(await selected()).toEqual(words)
  // What is sought in the page is found in a tool as before.
  await deselect()
  expect(await page.evaluate(() => Reflect.get(window, 'find').call(window, 'Wrap'))).toBe(true)

  // What a reader may want of it can still be selected.
  await reply.article.getByRole('button', { name: /details of this/i }).click()
  const details = reply.article.locator('[data-part=details]')
  await details.evaluate((box) => getSelection()!.selectAllChildren(box))
  expect(await selected()).toContain('finish_reason')
})
