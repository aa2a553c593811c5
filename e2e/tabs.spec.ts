import { expect, model, test } from './fixtures'
import { Parley } from './pages/Parley'
import { storyTokens } from './server/tokens'

const story = (tokens: number) => [...storyTokens(tokens)].join('')

test('two tabs see each other’s messages', async ({ page, context, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  await parley.send('From the first tab')
  await parley.thread.reply().has('done', 'From the first tab')

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply().has('done', 'From the first tab')
  await parley.send('Another from the first')
  await other.thread.message('user', 1).has('done', 'Another from the first')
  await other.thread.reply(1).has('done', 'Another from the first')
  await other.send('An answer from the second')
  await parley.thread.reply(2).has('done', 'An answer from the second')
  expect((await endpoint.completions()).at(-1)?.body).toMatchObject({
    messages: [{}, {}, {}, {}, { content: 'An answer from the second' }],
  })
})

test('a reply that another tab receives is not interrupted, and grows here too', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  const name = model('held', { tokens: 30, after: '10,20', gate: 'early,late' })
  await parley.open({ baseURL: endpoint.baseURL, model: name })
  await parley.send('Tell me a story.')
  await endpoint.reached('early')
  await parley.thread.reply().has('streaming', story(10))

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await expect(other.thread.busy).toHaveCount(1)
  endpoint.release('early')
  await other.thread.reply().has('streaming', story(20))
  endpoint.release('late')
  await other.thread.reply().has('done', story(30))
  await parley.thread.reply().has('done', story(30))
})

test('what one tab removes or renames is removed and renamed in the other', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 3 }) })
  await parley.send('Shared')
  await parley.thread.reply().has('done')
  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply().has('done')
  await other.library.rename('Shared', 'Renamed')
  await expect(parley.library.entries).toHaveText(['Renamed'])
  await parley.library.choose('Remove', 'Renamed')
  await expect(other.library.entries).toHaveCount(0)
  await expect(other.page.getByText('There is no conversation at this address')).toBeVisible()
})

test('an endpoint and its key are known to the other tab', async ({ context, parley, endpoint }) => {
  await parley.open()
  const other = new Parley(await context.newPage())
  await other.open()
  await parley.settings.add({ name: 'Shared', baseURL: endpoint.baseURL, key: 'test-key-123' })
  await other.parameters.endpoint.selectOption('Shared')
  await other.parameters.chooseModel(model('secret-key', { tokens: 3 }))
  await other.send('Let me in.')
  await other.thread.reply().has('done', 'The lamp at')
})
