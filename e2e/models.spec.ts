import type { Endpoint } from './endpoint'
import { expect, test } from './fixtures'

const lists = async (endpoint: Endpoint) =>
  (await endpoint.requests()).filter(({ method, path }) => method === 'GET' && path.endsWith('/models'))

test('the list of models is asked for once, and again when the reader says so', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.under('models-many') })
  await expect(parley.parameters.model).toHaveAccessibleDescription(/1,000 listed/)
  await parley.parameters.model.fill('0042')
  await page.getByRole('option', { name: 'model-0042' }).click()
  await expect(parley.parameters.model).toHaveValue('model-0042')
  expect(await lists(endpoint)).toHaveLength(1)

  await parley.parameters.refreshModels.click()
  await expect.poll(async () => (await lists(endpoint)).length).toBe(2)

  await test.step('the list can be walked with the keys', async () => {
    await parley.parameters.model.fill('model-01')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const list = page.getByRole('listbox', { name: 'model' })
    await expect(list.getByRole('option', { selected: true })).toHaveText('model-0101')
    await page.keyboard.press('Enter')
    await expect(parley.parameters.model).toHaveValue('model-0101')
    await expect(list).toBeHidden()
  })

  await test.step('Escape leaves the model as it was', async () => {
    await parley.parameters.model.fill('something else')
    await page.keyboard.press('Escape')
    await expect(parley.parameters.model).toHaveValue('model-0101')
  })
})

test('any name can be typed where there is no list, and odd ones are text that can be chosen', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  const rules = ['models-empty', 'models-401', 'models-404', 'models-500', 'models-html', 'models-gone']
  const others = [...rules, 'models-odd']
  await parley.open({ others: Object.fromEntries(others.map((rule) => [rule, endpoint.under(rule)])) })
  for (const rule of rules)
    await test.step(rule, async () => {
      await parley.library.begin()
      await parley.parameters.endpoint.selectOption(rule)
      await expect(parley.parameters.model).toHaveAccessibleDescription(
        rule === 'models-empty'
          ? /0 listed/
          : /The list of models could not be loaded. Any name can be typed./,
      )
      await parley.parameters.chooseModel('say?text=I am here')
      await parley.send('Are you there?')
      await parley.thread.reply().has('done', 'I am here')
    })

  await parley.library.begin()
  await parley.parameters.endpoint.selectOption('models-odd')
  await expect(parley.parameters.model).toHaveAccessibleDescription(/\d listed/)
  await parley.parameters.model.click()
  await expect(page.getByRole('option', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'only-an-id' })).toHaveCount(1)
  await page.getByRole('option', { name: '/srv/models/tiny model Q4_K_M.gguf' }).click()
  await expect(parley.parameters.model).toHaveValue('/srv/models/tiny model Q4_K_M.gguf')
})

test('each endpoint remembers its own model', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'story?tokens=3' })
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await parley.parameters.endpoint.selectOption('Built in')
  await expect(parley.parameters.model).toHaveValue('guide')
  await parley.parameters.endpoint.selectOption('Test server')
  await expect(parley.parameters.model).toHaveValue('story?tokens=3')
})
