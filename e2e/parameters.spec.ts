import type { Locator } from '@playwright/test'
import type { Endpoint } from './endpoint'
import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'
import type { RecordedRequest } from './server/Tenant'

const tells = model('story', { tokens: 3 })
const messages = [{ role: 'user', content: 'Hello.' }]
const plain = { model: tells, messages, stream: true }

const bodyOf = (request: RecordedRequest | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request?.body ?? {}))

/** Sends one message and returns the body of the request that it made. */
async function sent(parley: Parley, endpoint: Endpoint): Promise<Record<string, unknown>> {
  const before = (await endpoint.completions()).length
  await parley.send('Hello.')
  await expect.poll(async () => (await endpoint.completions()).length).toBe(before + 1)
  await expect(parley.thread.busy).toHaveCount(0)
  return bodyOf((await endpoint.completions()).at(-1))
}

test('what nobody has set is not sent, and looks it', async ({ parley, endpoint }) => {
  // This server refuses every field that it need not have.
  const strict = model('strict', { tokens: 3 })
  await parley.open({ baseURL: endpoint.baseURL, model: strict })
  const { parameters } = parley
  for (const name of ['max_tokens', 'temperature', 'top_p', 'n'] as const) {
    await expect(parameters.number(name)).toHaveValue('')
    await expect(parameters.number(name)).toHaveAttribute('placeholder', 'not sent')
    await expect(parameters.unset(name)).toHaveCount(0)
  }
  for (const type of ['text', 'json_object'] as const)
    await expect(parameters.responseFormat(type)).not.toBeChecked()

  // Each field shows its name, what it does and its range.
  const { pane } = parameters
  const fields = ['model', 'messages', 'max_tokens', 'temperature', 'top_p', 'n', 'stream', 'response_format']
  for (const name of fields) await expect(pane.getByText(name, { exact: true })).toBeVisible()
  await expect(parameters.slider('temperature')).toHaveAccessibleDescription(/^0 to 2/)
  await expect(parameters.slider('top_p')).toHaveAccessibleDescription(/^0 to 1/)
  await expect(pane.getByText(/1 or more/)).toBeVisible()
  await expect(pane.getByText(/1 to 128 choices/)).toBeVisible()

  expect(await sent(parley, endpoint)).toEqual({ ...plain, model: strict })
  await parley.thread.reply().has('done', 'The lamp at')
})

test('what is on and what is chosen shows where the system chooses the colours', async ({ page, parley }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await parley.open({ defaults: { stream: true, response_format: { type: 'text' } } })
  const { pane } = parley.parameters
  const colourOf = (locator: Locator) =>
    locator.evaluate((element) => getComputedStyle(element).backgroundColor)
  const stream = pane.getByRole('switch')
  const track = stream.locator('span').first()
  const on = await colourOf(track)
  await stream.click()
  await expect(stream).not.toBeChecked()
  expect(await colourOf(track)).not.toBe(on)
  expect(await colourOf(stream.locator('span').last())).not.toBe(await colourOf(track))
  const choices = pane.getByRole('radiogroup').first().locator('label')
  expect(await colourOf(choices.nth(0))).not.toBe(await colourOf(choices.nth(1)))

  // The built-in models take fewer choices than the API.
  await expect(parley.parameters.number('n')).toHaveAccessibleDescription(/^1 to 16 choices/)
})

const settings: [string, Record<string, unknown>, (parley: Parley) => Promise<void>][] = [
  [
    'a typed max_tokens',
    { max_tokens: 256 },
    ({ parameters }) => parameters.number('max_tokens').fill('256'),
  ],
  [
    'a typed temperature',
    { temperature: 0.35 },
    ({ parameters }) => parameters.number('temperature').fill('0.35'),
  ],
  [
    'a temperature with a comma',
    { temperature: 0.5 },
    ({ parameters }) => parameters.number('temperature').fill('0,5'),
  ],
  [
    'the coldest temperature',
    { temperature: 0 },
    ({ parameters }) => parameters.slider('temperature').press('Home'),
  ],
  [
    'the hottest temperature',
    { temperature: 2 },
    ({ parameters }) => parameters.slider('temperature').press('End'),
  ],
  [
    'a stepped temperature',
    { temperature: 1.01 },
    ({ parameters }) => parameters.slider('temperature').press('ArrowRight'),
  ],
  [
    'a temperature where its slider rests',
    { temperature: 1 },
    ({ parameters }) => parameters.slider('temperature').click(),
  ],
  ['a typed top_p', { top_p: 0.1 }, ({ parameters }) => parameters.number('top_p').fill('.1')],
  ['a stepped top_p', { top_p: 0.99 }, ({ parameters }) => parameters.slider('top_p').press('ArrowLeft')],
  ['a typed n', { n: 3 }, ({ parameters }) => parameters.number('n').fill('3')],
  ['a stepped n', { n: 2 }, ({ parameters }) => parameters.number('n').press('ArrowUp')],
  ['stream switched off', { stream: false }, ({ parameters }) => parameters.stream.press('Space')],
  [
    'text',
    { response_format: { type: 'text' } },
    ({ parameters }) => parameters.responseFormat('text').press('Space'),
  ],
  [
    'a JSON object',
    { response_format: { type: 'json_object' } },
    ({ parameters }) => parameters.responseFormat('json_object').check(),
  ],
  ['another model', { model: 'say?text=Yes' }, ({ parameters }) => parameters.chooseModel('say?text=Yes')],
]

test('each field arrives as it was set, and nothing besides', async ({ parley, endpoint }) => {
  test.slow()
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  for (const [what, field, set] of settings)
    await test.step(what, async () => {
      await set(parley)
      expect(await sent(parley, endpoint)).toEqual({ ...plain, ...field })
      await parley.library.begin()
      await expect(parley.thread.messages).toHaveCount(0)
    })

  await test.step('an emptied box', async () => {
    await parley.parameters.chooseModel(tells)
    await parley.parameters.number('n').fill('4')
    await expect(parley.parameters.unset('n')).toBeVisible()
    await parley.parameters.number('n').fill('')
    expect(await sent(parley, endpoint)).toEqual(plain)
  })
})

test('what is unset again is no longer sent', async ({ parley, endpoint, guard }) => {
  const defaults = {
    stream: true,
    max_tokens: 20,
    temperature: 0.2,
    top_p: 0.3,
    n: 2,
    response_format: { type: 'text' },
  }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  expect(await sent(parley, endpoint)).toEqual({ model: tells, messages, ...defaults })
  const { parameters } = parley
  for (const name of ['max_tokens', 'temperature', 'top_p', 'n', 'response_format'] as const)
    await parameters.unset(name).click()
  expect(Object.keys(await sent(parley, endpoint)).toSorted()).toEqual(['messages', 'model', 'stream'])
  await parameters.unset('stream').click()
  expect(Object.keys(await sent(parley, endpoint)).toSorted()).toEqual(['messages', 'model'])

  guard.allowFailedLoads()
  await parameters.unset('model').click()
  expect(Object.keys(await sent(parley, endpoint))).toEqual(['messages'])
})

test('token counts are asked for with the stream alone; what is changed while it comes counts for the next', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  await page.getByRole('checkbox', { name: /include_usage/ }).check()
  expect(await sent(parley, endpoint)).toEqual({ ...plain, stream_options: { include_usage: true } })
  await expect(parley.thread.reply().article).toContainText(/\d+ in · 3 out/)
  await parley.parameters.stream.click()
  const body = await sent(parley, endpoint)
  expect(body).toMatchObject({ stream: false })
  expect(body).not.toHaveProperty('stream_options')

  await parley.library.begin()
  await parley.parameters.chooseModel('held')
  await parley.send('Hello.')
  await endpoint.reached()
  await parley.parameters.number('temperature').fill('0.9')
  endpoint.release()
  await parley.thread.reply().has('done')
  await parley.send('And now.')
  await parley.thread.reply(1).has('done')
  const [first, second] = (await endpoint.completions()).slice(-2).map(({ body }) => body)
  expect(first).not.toHaveProperty('temperature')
  expect(second).toMatchObject({ temperature: 0.9 })
})

const refused: ['max_tokens' | 'temperature' | 'top_p' | 'n', string, string][] = [
  ['temperature', '2.1', 'The API takes 0 to 2.'],
  ['temperature', '-1', 'The API takes 0 to 2.'],
  ['temperature', 'warm', 'The API takes 0 to 2.'],
  ['top_p', '1.5', 'The API takes 0 to 1.'],
  ['n', '0', 'The API takes 1 to 128.'],
  ['n', '2.5', 'The API takes 1 to 128.'],
  ['max_tokens', '0', 'The API takes 1 to ∞.'],
]

test('a number that the API does not take changes nothing', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, temperature: 1, top_p: 1, n: 1, max_tokens: 1 }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  for (const [name, text, sentence] of refused)
    await test.step(`${name}: ${text}`, async () => {
      const field = parley.parameters.number(name)
      await field.fill(text)
      await expect(page.getByRole('alert')).toHaveText(sentence)
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await field.blur()
      await expect(field).toHaveValue('1')
      await expect(page.getByRole('alert')).toHaveCount(0)
    })
  expect(await sent(parley, endpoint)).toEqual({ ...plain, ...defaults })
})

test('parameters belong to their conversation and survive a reload', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  await parley.parameters.number('temperature').fill('0.7')
  await parley.send('The warm one.')
  await parley.thread.reply().has('done')

  await parley.library.begin()
  await expect(parley.parameters.number('temperature')).toHaveValue('')
  await parley.parameters.number('top_p').fill('0.4')
  await parley.send('The narrow one.')
  await parley.thread.reply().has('done')

  await parley.library.entry('The warm one.').click()
  await expect(parley.parameters.number('temperature')).toHaveValue('0.7')
  await expect(parley.parameters.number('top_p')).toHaveValue('')

  await page.reload()
  await expect(parley.parameters.number('temperature')).toHaveValue('0.7')
  await parley.library.entry('The narrow one.').click()
  await expect(parley.parameters.number('top_p')).toHaveValue('0.4')
  await parley.send('Narrow still.')
  await parley.thread.reply(1).has('done')
  expect((await endpoint.completions()).map(({ body }) => body)).toMatchObject([
    { temperature: 0.7 },
    { top_p: 0.4 },
    { top_p: 0.4 },
  ])
  expect((await endpoint.completions())[1]?.body).not.toHaveProperty('temperature')
})
