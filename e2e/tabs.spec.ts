import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Parley } from './pages/Parley'
import { seedTwoTurns } from './seed'
import { storyTokens } from './server/tokens'

/** Ends the page's process, as a lack of memory would. */
async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // It cannot answer any more.
  session.send('Page.crash').catch(() => {})
  await crashed
}

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

  // What is undone in one leaves alone what the other has done since.
  await parley.thread.message('user', 1).choose('Remove with all that follows')
  await expect(other.thread.messages).toHaveCount(2)
  await other.send('Beside what was removed')
  await parley.thread.reply(1).has('done', 'Beside what was removed')
  await parley.undo.click()
  for (const { thread } of [parley, other]) {
    await thread.reply(2).has('done', 'An answer from the second')
    await expect(thread.message('user', 1).choice(1, 2)).toBeVisible()
  }
  await parley.thread.message('user', 1).button('Next choice').click()
  await parley.thread.reply(1).has('done', 'Beside what was removed')
  await expect(parley.thread.messages).toHaveCount(4)
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
  // It is told before the other tab can hear it, and there is no more to tell for now.
  await expect.poll(async () => JSON.stringify(await kept(page, 'messages'))).toContain(story(10))

  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply().has('streaming', story(10))
  endpoint.release('early')
  await other.thread.reply().has('streaming', story(20))
  endpoint.release('late')
  await other.thread.reply().has('done', story(30))
  await parley.thread.reply().has('done', story(30))
})

for (const [name, leave] of [
  ['closed', (page: Page) => page.close()],
  ['crashed', crash],
] as const)
  test(`choices whose tab has ${name} are interrupted in the other, with all that came`, async ({
    page,
    context,
    parley,
    endpoint,
  }) => {
    const name = model('choices', { tokens: 6, after: 12, gate: 'some' })
    const defaults = { stream: true, n: 3, logprobs: true }
    await parley.open({ baseURL: endpoint.baseURL, model: name, defaults })
    await parley.send('Three.')
    await endpoint.reached('some')
    const other = new Parley(await context.newPage())
    await other.page.goto(page.url())
    const reply = other.thread.reply()
    await expect(reply.choice(1, 3)).toBeVisible()
    await reply.has('streaming', 'Choice 1: and')

    await leave(page)
    await reply.has('interrupted', 'Choice 1: and')
    await expect(other.thread.busy).toHaveCount(0)
    await reply.button('Next choice').click()
    await reply.has('interrupted', /^Choice 2:/)
    await other.page.reload()
    await reply.has('interrupted', /^Choice 2:/)
    endpoint.release('some')
    await reply.button('Retry').click()
    await expect(reply.choice(4, 6)).toBeVisible()
    await reply.has('done', /^Choice 1:/)
  })

test('what another tab is receiving comes back whole when its removal is undone', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  const name = model('held', { tokens: 30, after: '10,20', gate: 'early,late' })
  await parley.open({ baseURL: endpoint.baseURL, model: name })
  await parley.send('Precious')
  await parley.thread.reply().has('streaming', story(10))
  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  await other.thread.reply().has('streaming', story(10))
  endpoint.release('early')
  await parley.thread.reply().has('streaming', story(20))

  await other.library.choose('Remove', 'Precious')
  await other.notice('was removed').hover()
  await expect(parley.library.entries).toHaveCount(0)
  await other.button('Undo').click()
  await other.library.entry('Precious').click()
  await other.thread.reply().has('stopped', story(20))
  await other.page.reload()
  await other.thread.reply().has('stopped', story(20))

  // A question that is removed under a reply that another tab receives: that is hung up, and can be brought back.
  await page.goto(other.page.url())
  await parley.thread.reply().button('Ask for this reply again').click()
  await parley.thread.reply().has('streaming', story(20))
  await expect(other.thread.busy).toHaveCount(1)
  await other.thread.message('user').choose('Remove with all that follows')
  await expect(parley.thread.messages).toHaveCount(0)
  await expect.poll(async () => (await endpoint.completions()).at(-1)?.hungUp).toBe(true)
  await other.undo.click()
  await other.thread.reply().has('stopped', story(20))
  await parley.thread.reply().has('stopped', story(20))
})

test('two tabs that write in one message lose no word', async ({ page, context, parley, endpoint }) => {
  const echoes = model('echo', { only: 'last' })
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await seedTwoTurns(page, echoes)
  const other = new Parley(await context.newPage())
  await other.page.goto(page.url())
  const both = [parley, other] as const
  const questions = both.map((one) => one.thread.message('user', 0))
  const [mine, theirs] = [questions[0]!, questions[1]!]
  const words = async () => {
    const messages: { role: string; content: string }[] = JSON.parse(
      JSON.stringify(await kept(page, 'messages')),
    )
    return messages.filter(({ role }) => role === 'user').map(({ content }) => content)
  }

  const halfWritten = async () => JSON.stringify(await kept(page, 'drafts'))
  await mine.edit('first')
  await expect.poll(halfWritten).toContain('first')
  await theirs.edit('second')
  await expect.poll(halfWritten).toContain('second')
  await mine.button('Save here').click()
  // What is told later is heard later.
  await parley.thread.message('user', 1).edit('dos')
  await parley.thread.message('user', 1).button('Save here').click()
  await expect(other.thread.message('user', 1).body).toHaveText('dos')
  // What is half written in one stays, also when the other is done.
  await expect.poll(halfWritten).toContain('second')
  await other.page.reload()
  await expect(theirs.editor).toHaveValue('second')
  await theirs.button('Save here').click()
  await expect(other.notice('changed meanwhile')).toBeVisible()
  for (const question of questions) {
    await expect(question.body).toHaveText('second')
    await expect(question.choice(2, 2)).toBeVisible()
  }
  await expect(theirs.article).toBeFocused()
  await other.undo.click()
  for (const one of both) await expect(one.thread.messages).toHaveCount(4)
  for (const question of questions) await expect(question.body).toHaveText('first')
  await expect.poll(async () => (await words()).toSorted()).toEqual(['dos', 'first'])

  // Whose words count is the same everywhere; the others stand beside them, once.
  await Promise.all([mine.edit('uno'), theirs.edit('un')])
  const saves = await Promise.all(questions.map((question) => question.button('Save here').elementHandle()))
  await Promise.all(saves.map((save) => save.dispatchEvent('click')))
  await expect.poll(async () => (await words()).toSorted()).toEqual(['dos', 'un', 'uno'])
  await Promise.all(both.map((one) => one.page.reload()))
  for (const question of questions) await expect(question.article).toHaveAttribute('data-choice', /\/2$/)
  expect(await theirs.body.innerText()).toBe(await mine.body.innerText())
  expect((await words()).toSorted()).toEqual(['dos', 'un', 'uno'])

  // What is half written in each comes back in each.
  for (const [at, it] of both.entries()) {
    await it.composer.field.fill(`half ${at}`)
    await expect.poll(halfWritten).toContain(`half ${at}`)
  }
  for (const [at, it] of both.entries()) {
    await it.page.reload()
    await expect(it.composer.field).toHaveValue(`half ${at}`)
    await it.composer.field.fill('')
  }
  await expect.poll(halfWritten).not.toContain('half')
  await page.reload()
  await expect(mine.article).toBeVisible()
  await expect(parley.composer.field).toHaveValue('')
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
