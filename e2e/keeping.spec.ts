import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { storyTokens } from './server/tokens'

const story = (tokens: number) => [...storyTokens(tokens)].join('')
const short = model('story', { tokens: 3 })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** What storage has of the replies, as texts. */
async function keptReplies(page: Page): Promise<unknown[]> {
  const messages = await kept(page, 'messages')
  return messages.flatMap((message) =>
    isRecord(message) && message['role'] === 'assistant' ? [message['content']] : [],
  )
}

test('a reload in the middle of a reply keeps what came, and says so', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('held', { tokens: 40, after: 20 }) })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await endpoint.reached()
  await reply.has('streaming', story(20))
  await expect.poll(() => keptReplies(page)).toEqual([story(20)])

  await page.reload()
  await reply.has('interrupted', story(20))
  await expect(reply.article).toContainText('Interrupted: the page was closed or reloaded')
  await expect(parley.thread.busy).toHaveCount(0)
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)

  endpoint.release()
  await reply.button('Retry').click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done', story(40))
  await page.reload()
  await reply.has('done', story(40))

  await test.step('also before the first word', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(model('late-headers', { gate: 'headers' }))
    await parley.send('Hello?')
    await endpoint.reached('headers')
    await expect.poll(() => keptReplies(page)).toContain('')
    await page.reload()
    await reply.has('interrupted')
    await parley.thread.message('user').has('done', 'Hello?')
  })
})

test('conversations are listed after a reload, the newest first', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: short })
  for (const title of ['The first one', 'The second one']) {
    await parley.library.begin()
    await parley.send(title)
    await parley.thread.reply().has('done')
  }
  await expect(parley.library.entries).toHaveText(['The second one', 'The first one'])
  await page.reload()
  await expect(parley.library.entries).toHaveText(['The second one', 'The first one'])
  await parley.library.entry('The first one').click()
  await parley.thread.message('user').has('done', 'The first one')
  await parley.thread.reply().has('done', 'The lamp at')
})

test('drafts survive a reload, each in its conversation', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: short })
  await parley.send('One')
  await parley.thread.reply().has('done')
  await parley.composer.field.fill('A thought for later')
  await parley.library.begin()
  await expect(parley.composer.field).toHaveValue('')
  await parley.composer.field.fill('Another beginning')
  await expect
    .poll(async () => new Set(await kept(page, 'drafts')))
    .toEqual(new Set(['A thought for later', 'Another beginning']))
  await page.reload()
  await expect(parley.composer.field).toHaveValue('Another beginning')
  await parley.library.entry('One').click()
  await expect(parley.composer.field).toHaveValue('A thought for later')
})

test('a conversation that is removed can be brought back', async ({ page, parley, endpoint }) => {
  await page.clock.install()
  await parley.open({ baseURL: endpoint.baseURL, model: short })
  await parley.send('Precious')
  await parley.thread.reply().has('done')
  await parley.library.choose('Remove', 'Precious')
  await expect(parley.library.entries).toHaveCount(0)
  // What was done is said for a while, and as long as the pointer is there.
  await parley.notice('“Precious” was removed.').hover()
  await page.clock.fastForward(60_000)
  await expect(page.getByRole('heading', { name: 'What shall we ask?' })).toBeVisible()
  await expect.poll(async () => (await kept(page, 'messages')).length).toBe(0)

  await parley.button('Undo').click()
  await parley.library.entry('Precious').click()
  await parley.thread.message('user').has('done', 'Precious')
  await parley.thread.reply().has('done', 'The lamp at')
  await expect.poll(async () => (await kept(page, 'messages')).length).toBe(2)
  await page.reload()
  await parley.thread.reply().has('done', 'The lamp at')
})

test('what is removed stays removed, and its reply is hung up', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'held' })
  await parley.send('Unwanted')
  await endpoint.reached()
  await parley.thread.reply().has('streaming', 'The lamp at')
  await parley.library.choose('Remove', 'Unwanted')
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)
  await expect.poll(async () => (await kept(page, 'conversations')).length).toBe(0)
  await page.reload()
  await expect(parley.library.list).toContainText('Conversations you begin are listed here.')
  expect(await kept(page, 'messages')).toEqual([])
})

test('a conversation can be renamed, and keeps its name', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: short })
  await parley.send('Plain name')
  await parley.thread.reply().has('done')
  await parley.library.rename('Plain name', 'A better name')
  await expect(parley.library.entries).toHaveText(['A better name'])
  await expect(page).toHaveTitle('A better name – Parley')
  await page.reload()
  await expect(parley.library.entries).toHaveText(['A better name'])
  await parley.send('Something else entirely')
  await parley.thread.reply(1).has('done')
  await expect(page).toHaveTitle('A better name – Parley')
})

test('each conversation has its address, and back and forward go between them', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: short })
  await expect(page).toHaveTitle('Parley')
  await parley.send('Alpha')
  await parley.thread.reply().has('done')
  await expect(page).toHaveURL(/#\/c\/[\w-]+$/)
  await expect(page).toHaveTitle('Alpha – Parley')
  const alpha = page.url()
  await parley.library.begin()
  await expect(page).toHaveTitle('Parley')
  await parley.send('Beta')
  await parley.thread.reply().has('done')
  await expect(page).toHaveTitle('Beta – Parley')

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'What shall we ask?' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(alpha)
  await parley.thread.message('user').has('done', 'Alpha')
  await expect(page).toHaveTitle('Alpha – Parley')
  await page.goForward()
  await page.goForward()
  await parley.thread.message('user').has('done', 'Beta')
  await expect(parley.library.entry('Beta')).toHaveAttribute('aria-current', 'page')
})

test('an unknown address says so, shows a way on, and what is written there begins a conversation', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'echo' }, '/#/c/nothing-here')
  await expect(page.getByRole('heading', { name: 'There is no conversation at this address' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conversation not found')
  await expect(page).toHaveTitle('Conversation not found – Parley')
  await expect(parley.outline.opener).toHaveCount(0)
  await page.getByRole('main').getByRole('link', { name: 'New conversation' }).last().click()
  await expect(page.getByRole('heading', { name: 'What shall we ask?' })).toBeVisible()
  await expect(parley.composer.field).toBeVisible()

  await page.goto('/#/c/nothing-here')
  await expect(page.getByRole('heading', { name: 'There is no conversation at this address' })).toBeVisible()
  await expect(parley.composer.hint).toHaveText('Enter sends this in a new conversation')
  await parley.parameters.number('temperature').fill('0.5')
  await parley.composer.role.selectOption('developer')
  await parley.send('Is anybody here?')
  await parley.thread.reply().has('done', 'developer: Is anybody here?')
  expect((await endpoint.completions())[0]?.body).toMatchObject({ temperature: 0.5 })
  // In whose name it is written stays, as from message to message of one conversation.
  await expect(parley.composer.role).toHaveValue('developer')
  await expect(parley.composer.field).toHaveValue('')
  await page.goto('/#/c/nothing-here')
  await expect(parley.composer.field).toHaveValue('')
})
