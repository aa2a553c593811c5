import { readFileSync } from 'node:fs'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Fields } from './pages/Fields'
import { Presets } from './pages/Presets'

const tells = model('story', { tokens: 3 })
const other = model('say', { text: 'Yes' })
const terse = {
  stream: true,
  temperature: 0.2,
  stop: ['\n'],
}

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
})
const presetFile = (...presets: unknown[]) =>
  file('presets.json', { format: 'parley-presets', version: 1, presets })

test('a preset is saved, and set again in another conversation', async ({ page, parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: tells,
    defaults: terse,
    defaultExtraBody: { top_k: 5 },
  })
  const presets = new Presets(page)
  await page.getByRole('textbox', { name: 'Add a system message' }).fill('Be brief.')
  await presets.open()
  await presets.name.fill('Terse')
  await presets.name.press('Enter')
  await expect(presets.entry('Terse')).toContainText('temperature, stop, extra body, the system message')
  await page.keyboard.press('Escape')
  await expect(presets.dialog).toHaveCount(0)

  // Another conversation with other things set: they go, and these come.
  await page.getByRole('textbox', { name: 'Add a system message' }).fill('')
  await presets.choose('Reset all')
  await parley.parameters.number('temperature').fill('')
  await parley.parameters.number('top_p').fill('0.5')
  await parley.parameters.chooseModel(other)
  await parley.send('First.')
  await parley.thread.reply().has('done')
  await presets.choose('Apply “Terse”')
  await expect(presets.done('“Terse” is set.')).toBeVisible()
  await expect(parley.parameters.number('top_p')).toHaveValue('')
  await expect(parley.thread.message('system').body).toHaveText('Be brief.')
  await parley.send('Second.')
  await parley.thread.reply(1).has('done')
  const [first, second] = (await endpoint.completions()).map(({ body }) => body)
  expect(first).toMatchObject({ model: other, top_p: 0.5 })
  expect(second).toEqual({
    model: tells,
    ...terse,
    top_k: 5,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'First.' },
      { role: 'assistant', content: 'Yes' },
      { role: 'user', content: 'Second.' },
    ],
  })
})

test('applying replaces the system message that is there, and can be undone', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  const presets = new Presets(page)
  const system = page.getByRole('textbox', { name: 'Add a system message' })
  await system.fill('Be brief.')
  await presets.save('Brief')
  await system.fill('Be long.')
  await parley.parameters.number('n').fill('2')
  await presets.choose('Apply “Brief”')
  await expect(system).toHaveValue('Be brief.')
  await expect(parley.parameters.number('n')).toHaveValue('')
  await presets.undo.click()
  await expect(system).toHaveValue('Be long.')
  await expect(parley.parameters.number('n')).toHaveValue('2')

  await parley.parameters.unset('n').click()
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await presets.choose('Apply “Brief”')
  await expect(parley.thread.message('system').body).toHaveText('Be brief.')
  await presets.undo.click()
  await expect(parley.thread.message('system').body).toHaveText('Be long.')
  await expect(parley.thread.messages).toHaveCount(3)
})

test('the model comes along, or stays, as the reader likes', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  const presets = new Presets(page)
  await presets.save('Story')
  await parley.parameters.chooseModel(other)
  await presets.open()
  await presets.entry('Story').getByRole('checkbox').uncheck()
  await presets.entry('Story').getByRole('button', { name: 'Apply “Story”' }).click()
  await expect(presets.dialog).toHaveCount(0)
  await expect(parley.parameters.model).toHaveValue(other)
  await page.reload()
  await parley.parameters.chooseModel(other)
  await presets.open()
  await expect(presets.entry('Story').getByRole('checkbox')).not.toBeChecked()
  await presets.entry('Story').getByRole('checkbox').check()
  await presets.entry('Story').getByRole('button', { name: 'Apply “Story”' }).click()
  await expect(parley.parameters.model).toHaveValue(tells)
})

test('presets are renamed, replaced and removed, and a removed one comes back', async ({ page, parley }) => {
  await parley.open()
  const presets = new Presets(page)
  await presets.open()
  for (const name of ['One', 'Two', 'One']) {
    await presets.name.fill(name)
    await presets.name.press('Enter')
  }
  await expect(presets.entries).toHaveCount(3)
  await expect(presets.entry('One 2')).toBeVisible()

  await presets.act('One 2', 'Rename')
  await page.getByLabel('New name for the preset “One 2”').fill('Three')
  await page.keyboard.press('Enter')
  await expect(presets.entry('Three')).toBeVisible()
  await presets.act('Three', 'Rename')
  await page.getByLabel('New name for the preset “Three”').fill('Never')
  await page.keyboard.press('Escape')
  await expect(presets.dialog).toBeVisible()
  await expect(presets.entry('Three')).toBeVisible()

  await presets.act('Two', 'Remove')
  await expect(presets.entries).toHaveCount(2)
  await expect(presets.done('“Two” was removed.')).toBeVisible()
  await presets.undo.click()
  await expect(presets.entries).toHaveCount(3)

  await page.keyboard.press('Escape')
  await parley.parameters.number('temperature').fill('1.3')
  await presets.open()
  await presets.act('One', 'Replace with what is set now')
  await expect(presets.entry('One')).toContainText('temperature')
  await presets.undo.click()
  await expect(presets.entry('One')).not.toContainText('temperature')

  await presets.act('Two', 'Remove')
  await page.reload()
  await presets.open()
  await expect(presets.entries).toHaveCount(2)
})

test('presets go into a file and come back beside those that are there', async ({ page, parley }) => {
  await parley.open({ defaults: terse })
  const presets = new Presets(page)
  await presets.save('Terse')
  await presets.open()
  const one = page.waitForEvent('download')
  await presets.act('Terse', 'Export')
  expect((await one).suggestedFilename()).toBe('Terse.json')
  const all = page.waitForEvent('download')
  await presets.dialog.getByRole('button', { name: 'Export all' }).click()
  const written: unknown = JSON.parse(readFileSync(await (await all).path(), 'utf8'))
  expect(written).toEqual({
    format: 'parley-presets',
    version: 1,
    presets: [{ name: 'Terse', parameters: { model: 'guide', ...terse }, withModel: true }],
  })
  await presets.chooser.setInputFiles(file('again.json', written))
  await expect(presets.done('1 preset was added.')).toBeVisible()
  await expect(presets.entries).toHaveCount(2)
  await expect(presets.entry('Terse 2')).toContainText('temperature, stop')
})

const bad: [string, ReturnType<typeof file>, string][] = [
  ['no JSON', file('a.json', '{'), 'This file is not JSON'],
  ['other JSON', file('a.json', { messages: [] }), 'holds no presets of Parley'],
  ['nothing in it', presetFile(), 'There is no preset in this file.'],
  ['a bad preset', presetFile({ name: 'Good', parameters: {} }, { name: 'Bad' }), 'Preset 2 of this file'],
  ['a newer file', file('a.json', { format: 'parley-presets', version: 9, presets: [] }), 'A newer Parley'],
]
test('a file that holds no presets adds nothing, and says why; what it holds is text', async ({
  page,
  parley,
}) => {
  await parley.open()
  const presets = new Presets(page)
  await presets.open()
  for (const [what, upload, sentence] of bad)
    await test.step(what, async () => {
      await presets.chooser.setInputFiles(upload)
      await expect(presets.done(sentence)).toBeVisible()
      await expect(presets.entries).toHaveCount(0)
    })
  const name = '<img src=x onerror=alert(1)>'
  await presets.chooser.setInputFiles(
    presetFile({ name, parameters: { '<script>': 1, ['__proto__']: 2 }, system: '<b>' }),
  )
  await expect(presets.entry(name)).toBeVisible()
  await expect(presets.dialog.locator('img')).toHaveCount(0)
})

test('what is set can be what new conversations begin with', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  const presets = new Presets(page)
  await parley.parameters.number('temperature').fill('0.4')
  const extra = await new Fields(page).row('extra body').open()
  await extra.textbox.fill('{"top_k": 3}')
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await presets.choose('Use for new conversations')
  await expect(presets.done('New conversations begin with these fields.')).toBeVisible()
  await parley.library.begin()
  await expect(parley.parameters.number('temperature')).toHaveValue('0.4')
  await page.reload()
  await parley.send('Hello again.')
  await parley.thread.reply().has('done')
  expect((await endpoint.completions())[1]?.body).toMatchObject({ model: tells, temperature: 0.4, top_k: 3 })
})

test('reset unsets what a new conversation would not have, and can be undone', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  const presets = new Presets(page)
  await parley.parameters.number('temperature').fill('0.4')
  const fields = new Fields(page)
  await (await fields.row('extra body').open()).textbox.fill('{"top_k": 3}')
  await presets.choose('Reset all')
  await expect(parley.parameters.number('temperature')).toHaveValue('')
  await expect(fields.row('extra body').unset).toHaveCount(0)
  await expect(parley.parameters.model).toHaveValue(tells)
  await presets.undo.click()
  await expect(parley.parameters.number('temperature')).toHaveValue('0.4')
  await expect(fields.row('extra body').line).toContainText('{"top_k":3}')
})

test('another tab knows the presets of this one', async ({ page, parley, context }) => {
  await parley.open()
  const second = await context.newPage()
  await second.goto('/')
  const there = new Presets(second)
  await there.open()
  await expect(there.entries).toHaveCount(0)
  await new Presets(page).save('Shared')
  await expect(there.entry('Shared')).toBeVisible()
})

test('axe finds nothing in the presets, on a wide page or a narrow one', async ({ page, parley }) => {
  await page.setViewportSize({ width: 1280, height: 844 })
  await parley.open()
  const presets = new Presets(page)
  await presets.save('One')
  await presets.open()
  await presets.act('One', 'Replace with what is set now')
  await expect(presets.undo).toBeVisible()
  expect(await faults(page, { inside: 'dialog' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(presets.dialog).toHaveCount(0)

  await page.setViewportSize({ width: 390, height: 844 })
  await parley.button('Show parameters').click()
  await presets.open()
  await presets.act('One', 'Replace with what is set now')
  await expect(presets.undo).toBeVisible()
  expect(await faults(page, { inside: 'dialog' })).toEqual([])
  // The drawer is still there when the dialog that lay over it has gone.
  await page.keyboard.press('Escape')
  await expect(presets.dialog).toHaveCount(0)
  await expect(presets.button).toBeFocused()
})
