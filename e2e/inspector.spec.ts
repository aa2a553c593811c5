import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Inspector } from './pages/Inspector'

test('a request is looked at while its answer comes, and after a reload', async ({
  page,
  parley,
  endpoint,
}) => {
  const held = model('held', { tokens: 30, after: 3 })
  await parley.open({ baseURL: endpoint.baseURL, model: held, stallSeconds: 0 })
  const inspector = new Inspector(page)
  const reply = parley.thread.reply()
  await parley.send('Tell me a story.')
  await endpoint.reached()
  await reply.has('streaming')
  await page.keyboard.press('Control+i')
  await expect(inspector.dialog).toContainText('is being received')
  await expect(inspector.status).toHaveText(/^200/)
  await expect(inspector.dialog).toContainText('4 of 4 events')
  endpoint.release()
  await expect(inspector.dialog).toContainText('finished')
  await expect(inspector.dialog).toContainText(/3\d of 3\d events/)
  await inspector.events.first().getByRole('button').click()
  await expect(inspector.events.first()).toContainText('"chat.completion.chunk"')
  expect(await faults(page, { inside: 'dialog' })).toEqual([])
  await page.keyboard.press('Escape')
  const answer = await reply.body.innerText()

  await expect.poll(async () => (await kept(page, 'flights')).length).toBe(1)
  await page.reload()
  await reply.has('done')
  await reply.button(/^Inspect/).click()
  await inspector.dialog.getByRole('searchbox').fill('[done]')
  await expect(inspector.events).toHaveCount(1)
  await expect(inspector.events.getByRole('button')).toHaveAccessibleName(/ end data: /)
  await inspector.section('Request').check()
  const [sent] = await endpoint.completions()
  await inspector.dialog.getByRole('checkbox', { name: 'Lay out' }).uncheck()
  await expect(inspector.dialog.getByLabel('Body')).toHaveText(JSON.stringify(sent?.body))
  await inspector.section('Timeline').check()
  await expect(inspector.dialog.getByRole('img')).toHaveAccessibleName(/a second over/)
  await expect(inspector.dialog.getByRole('row', { name: /^First token/ })).toBeVisible()
  expect(await faults(page, { inside: 'dialog' })).toEqual([])

  await inspector.section('Replay').check()
  await expect(inspector.replayed).toHaveText(answer, { useInnerText: true })
  await inspector.dialog.getByRole('slider').press('Home')
  await expect(inspector.replayed).toHaveCount(0)
  await inspector.dialog.getByRole('combobox', { name: 'Speed' }).selectOption('100')
  await inspector.button('Play').click()
  await expect(inspector.replayed).toHaveText(answer, { useInnerText: true })
  expect(await faults(page, { inside: 'dialog' })).toEqual([])
  expect(await endpoint.completions()).toHaveLength(1)
})

test('no record and no file of one holds a key that the server quotes', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  const key = 'a-key-of-no-known-shape'
  const inspector = new Inspector(page)
  await parley.open()
  await parley.settings.add({ name: 'Locked', baseURL: endpoint.baseURL, key })
  await parley.parameters.chooseModel('error-401-whole-key')
  await parley.send('Let me in.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await page.setViewportSize({ width: 390, height: 844 })
  await reply.button(/^Inspect/).click()
  await expect(inspector.status).toHaveText(/^401/)
  await expect(inspector.events).toHaveCount(1)
  expect(await faults(page, { inside: 'dialog', themes: ['light'] })).toEqual([])
  await inspector.section('Request').check()
  await expect(inspector.dialog).toContainText('Bearer ***')
  await inspector.section('Response').check()
  const body = inspector.dialog.getByLabel('Body')
  await expect(body).toContainText('****')
  expect(await inspector.dialog.innerHTML()).not.toContain(key)
  for (const form of ['JSON', 'HAR'] as const) {
    const text = await inspector.saved(form)
    expect(() => JSON.parse(text)).not.toThrow()
    expect(text).toContain('****')
    expect(text).not.toContain(key)
  }
})
