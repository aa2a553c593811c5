import { expect, test } from './fixtures'
import { watchReplies } from './watchReplies'

test('a newcomer has a streamed answer in two actions', async ({ page, parley, baseURL }) => {
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  await parley.open()
  await expect(page.getByText('Neither is an AI, and nothing leaves this page.')).toBeVisible()
  await expect(parley.composer.field).toBeFocused()
  const looks = await watchReplies(page)
  await page.keyboard.type('What does temperature do?')
  await page.keyboard.press('Enter')

  const reply = parley.thread.reply()
  await reply.has('done', /temperature/i)
  const growing = (await looks()).filter(({ status, busy }) => status === 'streaming' && busy)
  expect(new Set(growing.map(({ text }) => text)).size).toBeGreaterThan(2)
  await expect(reply.body).toContainText('guide is a search program, not a language model')
  await expect(parley.thread.busy).toHaveCount(0)
  await expect(parley.composer.field).toBeFocused()

  // No request leaves the origin of the page.
  expect(addresses.length).toBeGreaterThan(3)
  expect(addresses.filter((address) => !address.startsWith(`${baseURL}/`))).toEqual([])
})

test('the built-in models know the parameters', async ({ parley }) => {
  await parley.open()
  await parley.parameters.chooseModel('babble')
  await parley.parameters.number('n').fill('2')
  await parley.parameters.number('max_tokens').fill('6')
  await parley.send('Tell me something.')
  const reply = parley.thread.reply()
  await reply.has('done', /\w/)
  await expect(reply.choice(1, 2)).toBeVisible()
  await expect(reply.article).toContainText('Cut off at the token limit (finish_reason: length).')

  // An unknown model is refused as the API would.
  await parley.parameters.chooseModel('gpt-9')
  await parley.send('Hello?')
  const refused = parley.thread.reply(1)
  await refused.has('failed')
  await expect(refused.error).toContainText('gpt-9')
  await expect(refused.error).toContainText('model_not_found')
})
