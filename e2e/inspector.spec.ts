import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Files, given } from './pages/Files'
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

test('a record is held against another one, and one out of a file is read again', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: 'Hello, you.' }) })
  const inspector = new Inspector(page)
  const reply = parley.thread.reply()
  const recorded = async (count: number) =>
    expect.poll(async () => (await kept(page, 'flights')).length).toBe(count)
  await parley.send('Say hello.')
  await reply.has('done', 'Hello, you.')
  await recorded(1)
  await reply.button(/^Inspect/).click()
  await inspector.section('Differences').check()
  await expect(inspector.dialog).toContainText('There is no other record')
  await page.keyboard.press('Escape')
  await parley.parameters.chooseModel(model('say', { text: 'Hello, dear friend.' }))
  await reply.button('Ask for this reply again').click()
  await reply.has('done', 'Hello, dear friend.')
  await recorded(2)

  await reply.button(/^Inspect/).click()
  await inspector.section('Differences').check()
  await expect(inspector.against.locator('optgroup')).toHaveAttribute(
    'label',
    'Other answers to the same turn',
  )
  await expect(inspector.change('model').locator('del')).toHaveText('"say?text=Hello%2C+you."')
  await expect(inspector.change('model').locator('ins')).toHaveText('"say?text=Hello%2C+dear+friend."')
  await expect(inspector.change('messages')).toHaveCount(0)
  await expect(inspector.dialog.locator('[data-part=differences] ins')).toHaveText('dear friend')
  await expect(inspector.dialog.locator('[data-part=differences] del')).toHaveText('you')
  await expect(inspector.dialog.getByRole('row', { name: /^Status 200 200/ })).toBeVisible()
  await expect(inspector.dialog.getByRole('row', { name: /^In all [\d.]+ s [\d.]+ s/ })).toBeVisible()
  expect(await faults(page, { inside: 'dialog' })).toEqual([])

  const text = await inspector.saved('JSON')
  await inspector.open(given('odd.json', text.replace('"started": ', '"started": "x", "at": ')))
  await expect(inspector.dialog.getByRole('alert')).toContainText('not as it should be: started')
  await inspector.open(given('other.json', text.replaceAll('dear', 'good')))
  await inspector.section('Replay').check()
  await expect(inspector.replayed).toHaveText('Hello, good friend.', { useInnerText: true })
  await page.keyboard.press('Escape')

  const files = new Files(page)
  await files.openImport()
  await files.choose(
    given('broken.json', text.replace('"strand": 0', '"strand": -1')),
    given('one.json', text),
  )
  await expect(files.faults).toContainText(/broken\.json: .*\(strand\)/)
  await expect(files.rows).toHaveCount(2)
  expect(await faults(page, { inside: 'dialog', themes: ['light'] })).toEqual([])
  await files.importDialog.getByRole('button', { name: 'Inspect' }).click()
  await expect(inspector.status).toHaveText(/^200/)
  await inspector.section('Differences').check()
  await expect(inspector.against.locator('optgroup')).toHaveAttribute('label', 'Records from files')
  await expect(inspector.change('model').locator('del')).toContainText('good+friend')
  // It was looked at, and nothing has become of it.
  await page.keyboard.press('Escape')
  await expect(inspector.dialog).toHaveCount(0)
  await expect(parley.library.entries).toHaveCount(1)
  expect(await kept(page, 'flights')).toHaveLength(2)
})
