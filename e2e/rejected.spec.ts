import { AxeBuilder } from '@axe-core/playwright'
import { expect, model, test } from './fixtures'
import { Fields } from './pages/Fields'

const strict = model('strict', { tokens: 3 })

/** A server that refuses with these words, whatever it is asked. */
const refusing = (message: string, options: Record<string, string | number> = {}) =>
  model('error', { status: 400, message, ...options })

test.beforeEach(({ guard }) => guard.allowFailedLoads())

test('a field that the server names is marked with its words, and is left out with one click', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: strict })
  const seed = await new Fields(page).row('seed').open()
  await seed.number.fill('7')
  await expect(seed.refusal).toHaveCount(0)
  await parley.send('Hello.')
  await parley.thread.reply().has('failed')
  await expect(seed.refusal).toContainText('Unrecognized request arguments supplied: seed')
  await expect(seed.refusal).toContainText(/Refused at \d/)
  await expect(seed.refusal).toContainText(strict)

  await seed.button('Leave it out').click()
  await expect(seed.refusal).toHaveCount(0)
  await expect(seed.line).toContainText('not sent')
  await parley.thread.reply().button('Retry').click()
  await parley.thread.reply().has('done')
  expect((await endpoint.completions()).at(-1)?.body).not.toHaveProperty('seed')
})

test('max_tokens is renamed with its value, in both directions, and only when asked', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('strict', { tokens: 3, also: 'max_completion_tokens' }),
    defaults: { stream: true, max_tokens: 64 },
  })
  const fields = new Fields(page)
  const short = fields.row('max_tokens')
  await parley.send('Hello.')
  await parley.thread.reply().has('failed')
  await expect(short.refusal).toBeVisible()
  await expect(parley.parameters.number('max_tokens')).toHaveValue('64')

  await short.button('Rename to max_completion_tokens').click()
  await expect(parley.parameters.number('max_tokens')).toHaveValue('')
  await expect(fields.row('max_completion_tokens').line).toContainText('64')
  await parley.thread.reply().button('Retry').click()
  await parley.thread.reply().has('done')
  const body = (await endpoint.completions()).at(-1)?.body
  expect(body).toMatchObject({ max_completion_tokens: 64 })
  expect(body).not.toHaveProperty('max_tokens')

  await parley.parameters.chooseModel(model('strict', { tokens: 3, also: 'max_tokens' }))
  await parley.send('And back.')
  await parley.thread.reply(1).has('failed')
  await fields.row('max_completion_tokens').button('Rename to max_tokens').click()
  await expect(parley.parameters.number('max_tokens')).toHaveValue('64')
})

test('the other name is not offered while it is in use', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, max_tokens: 64, max_completion_tokens: 32 }
  await parley.open({ baseURL: endpoint.baseURL, model: strict, defaults })
  await parley.send('Hello.')
  await parley.thread.reply().has('failed')
  const fields = new Fields(page)
  for (const name of ['max_tokens', 'max_completion_tokens']) {
    await expect(fields.row(name).refusal).toContainText('supplied: max_tokens, max_completion_tokens')
    await expect(fields.row(name).refusal.getByRole('button')).toHaveText(['Leave it out', 'Send anyway'])
  }
})

test('the endpoint is remembered: the mark is there before sending', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: strict })
  const seed = new Fields(page).row('seed')
  await (await seed.open()).number.fill('7')
  await parley.send('Hello.')
  await parley.thread.reply().has('failed')
  await expect(seed.refusal).toBeVisible()

  await page.reload()
  await parley.library.newConversation.click()
  await expect(seed.refusal).toHaveCount(0)
  await (await seed.open()).number.fill('8')
  await expect(seed.refusal).toContainText('Unrecognized request arguments supplied: seed')

  // Another endpoint has not refused it.
  await parley.parameters.endpoint.selectOption('built-in')
  await expect(seed.refusal).toHaveCount(0)
  await parley.parameters.endpoint.selectOption('test')
  await expect(seed.refusal).toBeVisible()

  await seed.button('Send anyway').click()
  await expect(seed.refusal).toHaveCount(0)
  await page.reload()
  await (await seed.open()).number.fill('8')
  await expect(seed.number).toHaveValue('8')
  await expect(seed.refusal).toHaveCount(0)
  expect(await endpoint.completions()).toHaveLength(1)
})

test('what an older day refused bears its date', async ({ page, parley, endpoint }) => {
  const refusal = { message: 'No seeds.', at: Date.UTC(2024, 10, 22, 12) }
  await page.addInitScript(
    (kept) => localStorage.setItem('parley.profiles', kept),
    JSON.stringify({ version: 1, profiles: { [`test ${endpoint.baseURL}`]: { fields: { seed: refusal } } } }),
  )
  await parley.open({ baseURL: endpoint.baseURL, model: strict, defaults: { seed: 1 } })
  await expect(new Fields(page).row('seed').refusal).toContainText(/Refused on .*22.*2024.*No seeds\./)
})

test('a field that the endpoint takes after all is forgiven', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: strict, defaults: { stream: true, seed: 7 } })
  const seed = new Fields(page).row('seed')
  await parley.send('Hello.')
  await expect(seed.refusal).toBeVisible()
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.thread.reply().button('Retry').click()
  await parley.thread.reply().has('done')
  await expect(seed.refusal).toHaveCount(0)
})

test('a value that is refused is marked, another value is not', async ({ page, parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: 'error-400',
    defaults: { stream: true, temperature: 1.9 },
  })
  const temperature = new Fields(page).row('temperature')
  await parley.send('Hello.')
  await expect(temperature.refusal).toContainText("Invalid value for 'temperature'")
  await parley.parameters.number('temperature').fill('0.5')
  await expect(temperature.refusal).toHaveCount(0)
  await parley.parameters.number('temperature').fill('1.9')
  await expect(temperature.refusal).toBeVisible()
})

test('a server that names the field only in words is understood', async ({ page, parley, endpoint }) => {
  const words = "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead."
  const defaults = { stream: true, max_tokens: 5, user: 'me' }
  await parley.open({ baseURL: endpoint.baseURL, model: refusing(words, { shape: 'message' }), defaults })
  const fields = new Fields(page)
  await parley.send('Hello.')
  await expect(fields.row('max_tokens').refusal).toContainText(words)
  await expect(fields.row('user').refusal).toHaveCount(0)
})

test('a word that is also a field marks nothing', async ({ page, parley, endpoint }) => {
  const words = "Conversation roles must alternate: got 'user' after 'user'."
  const defaults = { stream: true, user: 'me', stop: ['x'] }
  await parley.open({ baseURL: endpoint.baseURL, model: refusing(words), defaults })
  await parley.send('Hello.')
  await parley.thread.reply().has('failed')
  await parley.parameters.chooseModel('error-429-quota')
  await parley.send('Again.')
  await parley.thread.reply(1).has('failed')
  await expect(page.locator('[data-part=refused]')).toHaveCount(0)
})

test('a field of the extra body is marked there', async ({ page, parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: 'error-422',
    defaults: { stream: true },
    defaultExtraBody: { top_k: 40, min_p: 0.1 },
  })
  const extra = new Fields(page).row('extra body')
  await parley.send('Hello.')
  await expect(extra.refusal).toContainText('top_k: extra fields not permitted')
  await extra.button('Leave it out').click()
  await expect(extra.refusal).toHaveCount(0)
  await expect(extra.line).toContainText('{"min_p":0.1}')
})

test('the words of a server are text, whatever they hold', async ({ page, parley, endpoint }) => {
  const words = "Unsupported parameter: 'seed' <img src=x onerror=alert(1)> [a](javascript:alert(1))"
  await parley.open({ baseURL: endpoint.baseURL, model: refusing(words), defaults: { seed: 1 } })
  await parley.send('Hello.')
  const { refusal } = new Fields(page).row('seed')
  await expect(refusal).toContainText(words)
  await expect(refusal.locator('img, a')).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in a mark, ${theme}`, async ({ page, parley, endpoint }) => {
    await parley.open({
      theme,
      baseURL: endpoint.baseURL,
      model: strict,
      defaults: { max_tokens: 5, seed: 1 },
    })
    await parley.send('Hello.')
    const fields = new Fields(page)
    await expect(fields.row('seed').refusal).toBeVisible()
    await expect(fields.row('max_tokens').refusal).toBeVisible()
    await page.setViewportSize({ width: 1280, height: 3000 })
    const { violations } = await new AxeBuilder({ page }).include('[data-parameter]').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}
