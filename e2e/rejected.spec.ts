import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Fields } from './pages/Fields'

const strict = model('strict', { tokens: 3 })

/** A server that refuses with these words, whatever it is asked. */
const refusing = (message: string, options: Record<string, string | number> = {}) =>
  model('error', { status: 400, message, ...options })

test.beforeEach(({ guard }) => guard.allowFailedLoads())

test('a field that the server names is marked with its words, remembered, and left out with one click', async ({
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

  // The mark is there before sending, and only where the field is set.
  await page.reload()
  await parley.library.begin()
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

  await parley.send('Hello again.')
  await parley.thread.reply().has('failed')
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
  const long = fields.row('max_completion_tokens')
  await expect(long.line).toContainText('64')
  await parley.thread.reply().button('Retry').click()
  await parley.thread.reply().has('done')
  const body = (await endpoint.completions()).at(-1)?.body
  expect(body).toMatchObject({ max_completion_tokens: 64 })
  expect(body).not.toHaveProperty('max_tokens')

  await parley.parameters.chooseModel(model('strict', { tokens: 3, also: 'max_tokens' }))
  await parley.send('And back.')
  await parley.thread.reply(1).has('failed')
  await long.button('Rename to max_tokens').click()
  await expect(parley.parameters.number('max_tokens')).toHaveValue('64')

  // The other name is not offered while it is in use.
  await (await long.open()).number.fill('32')
  await parley.parameters.chooseModel(strict)
  await parley.send('And both.')
  await parley.thread.reply(2).has('failed')
  for (const field of [short, long]) {
    await expect(field.refusal).toContainText('supplied: max_tokens, max_completion_tokens')
    await expect(field.refusal.getByRole('button')).toHaveText(['Leave it out', 'Send anyway'])
  }
})

test('what is marked is what the words mean, until it is taken after all', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: refusing("Conversation roles must alternate: got 'user' after 'user'."),
    defaults: { stream: true, temperature: 1.9, user: 'me', seed: 7, stop: ['x'] },
    defaultExtraBody: { top_k: 40, min_p: 0.1 },
  })
  const fields = new Fields(page)
  const marks = page.locator('[data-part=refused]')
  let turn = 0
  const fail = async (name?: string) => {
    if (name) await parley.parameters.chooseModel(name)
    await parley.send('Hello.')
    await parley.thread.reply(turn++).has('failed')
  }

  await test.step('a word that is also a field marks nothing', async () => {
    await fail()
    await fail('error-429-quota')
    await expect(marks).toHaveCount(0)
  })

  await test.step('a value that is refused is marked, another value is not', async () => {
    const temperature = fields.row('temperature')
    await fail('error-400')
    await expect(temperature.refusal).toContainText("Invalid value for 'temperature'")
    await parley.parameters.number('temperature').fill('0.5')
    await expect(temperature.refusal).toHaveCount(0)
    await parley.parameters.number('temperature').fill('1.9')
    await expect(temperature.refusal).toBeVisible()
  })

  await test.step('a field of the extra body is marked there', async () => {
    const extra = fields.row('extra body')
    await fail('error-422')
    await expect(extra.refusal).toContainText('top_k: extra fields not permitted')
    await extra.button('Leave it out').click()
    await expect(extra.refusal).toHaveCount(0)
    await expect(extra.line).toContainText('{"min_p":0.1}')
  })

  await test.step('a field that is named only in words is, and the words are text', async () => {
    const words = "Unsupported parameter: 'seed' <img src=x onerror=alert(1)> [a](javascript:alert(1))"
    await fail(refusing(words, { shape: 'message' }))
    const { refusal } = fields.row('seed')
    await expect(refusal).toContainText(words)
    await expect(refusal.locator('img, a')).toHaveCount(0)
    await expect(fields.row('user').refusal).toHaveCount(0)
  })

  await test.step('what the endpoint takes after all is forgiven', async () => {
    await expect(marks).toHaveCount(2)
    await parley.parameters.chooseModel(model('story', { tokens: 3 }))
    const last = parley.thread.reply(turn - 1)
    await last.button('Retry').click()
    await last.has('done')
    await expect(marks).toHaveCount(0)
  })
})

test('what an older day refused bears its date, and axe finds nothing in a mark', async ({
  page,
  parley,
  endpoint,
}) => {
  const refusal = { message: 'No seeds.', at: Date.UTC(2024, 10, 22, 12) }
  await page.addInitScript(
    (kept) => localStorage.setItem('parley.profiles', kept),
    JSON.stringify({ version: 1, profiles: { [`test ${endpoint.baseURL}`]: { fields: { seed: refusal } } } }),
  )
  const defaults = { max_tokens: 5, seed: 1 }
  await parley.open({ baseURL: endpoint.baseURL, model: strict, defaults })
  const fields = new Fields(page)
  await expect(fields.row('seed').refusal).toContainText(/Refused on .*22.*2024.*No seeds\./)
  await parley.send('Hello.')
  await expect(fields.row('seed').refusal).toContainText('supplied')
  await expect(fields.row('max_tokens').refusal).toBeVisible()
  await page.setViewportSize({ width: 1280, height: 3000 })
  expect(await faults(page, { inside: '[data-parameter]' })).toEqual([])
})

test('token counts that a server refuses are named, and without them it answers', async ({
  parley,
  endpoint,
}) => {
  const defaults = { stream: true, stream_options: { include_usage: true } }
  const asks = model('stream-options-refused', { tokens: 3 })
  await parley.open({ baseURL: endpoint.baseURL, model: asks, defaults })
  await parley.send('Hello.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await expect(reply.error).toContainText('Unknown parameter: stream_options')
  const field = parley.page.locator('[data-parameter=stream_options]')
  await field.getByRole('button', { name: 'Leave it out' }).click()
  await reply.button('Retry').click()
  await reply.has('done', 'The lamp at')
})
