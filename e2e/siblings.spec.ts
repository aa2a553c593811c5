import { expect, model, test } from './fixtures'
import { seedTwoTurns } from './seed'

const echoes = model('echo', { only: 'last' })

test('siblings are switched by buttons, the choice is remembered, and a fork of one misses no other', async ({
  page,
  parley,
  endpoint,
}) => {
  const defaults = { stream: true, n: 3 }
  await parley.open({ baseURL: endpoint.baseURL, model: model('choices', { tokens: 2 }), defaults })
  await parley.send('Three.')
  const reply = parley.thread.reply()
  await expect(reply.choice(1, 3)).toBeVisible()
  await reply.has('done', /^Choice 1:/)
  await expect(reply.button('Previous choice')).toBeDisabled()
  await reply.button('Next choice').click()
  await reply.has('done', /^Choice 2:/)
  await page.reload()
  await expect(reply.choice(2, 3)).toBeVisible()
  await reply.has('done', /^Choice 2:/)
  await reply.button('Next choice').click()
  await reply.has('done', /^Choice 3:/)
  await expect(reply.button('Next choice')).toBeDisabled()

  await parley.send('And on.')
  await parley.thread.reply(1).has('done')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      { content: 'Three.' },
      { content: expect.stringMatching(/^Choice 3:/) },
      { content: 'And on.' },
    ],
  })

  await parley.library.begin()
  await parley.send('Three more.')
  await expect(reply.choice(1, 3)).toBeVisible()
  await reply.has('done')
  await reply.choose('Fork into a new conversation')
  await expect(parley.library.entries).toHaveCount(3)
  await reply.has('done', /^Choice 1:/)
  await expect(reply.choice(1, 3)).toHaveCount(0)
  await expect(reply.article).not.toContainText('Asked for')
})

test('the switch keeps the focus beside others of the same size, and each branch remembers what was chosen', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('one')
  const question = parley.thread.message('user')
  const reply = parley.thread.reply()
  await reply.has('done', 'one')
  await question.edit('uno')
  await question.button('Send as a new branch').click()
  await reply.has('done', 'uno')
  await reply.article.hover()
  await reply.button('Ask for this reply again').click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done', 'uno')
  await expect(question.choice(2, 2)).toBeVisible()
  await reply.button('Previous choice').focus()
  await reply.button('Previous choice').press('Enter')
  await expect(reply.choice(1, 2)).toBeVisible()
  await expect(reply.button('Next choice')).toBeFocused()
  await reply.button('Next choice').press('Enter')
  await expect(reply.choice(2, 2)).toBeVisible()
  await expect(reply.button('Previous choice')).toBeFocused()

  await parley.library.begin()
  await parley.send('one')
  await reply.has('done', 'one')
  await reply.edit('first version')
  await reply.button('Save as a new branch').click()
  await reply.button('Previous choice').click()
  await question.edit('uno')
  await question.button('Send as a new branch').click()
  await parley.thread.reads('user: uno', 'assistant: uno')
  await page.reload()
  await question.button('Previous choice').click()
  await parley.thread.reads('user: one', 'assistant: one')
  await expect(reply.choice(1, 2)).toBeVisible()
  await reply.button('Next choice').click()
  await question.button('Next choice').click()
  await question.button('Previous choice').click()
  await parley.thread.reads('user: one', 'assistant: first version')
})

test('a reply is asked for in the middle of a thread, by its button or at its question', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await seedTwoTurns(page, echoes)
  const reply = parley.thread.reply()
  await reply.article.hover()
  await reply.button('Ask for this reply again').click()
  await parley.thread.reads('user: one', 'assistant: one')
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.button('Previous choice').click()
  await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
  await parley.thread.message('user').choose('Ask for a reply here')
  await parley.thread.reads('user: one', 'assistant: one')
  await expect(reply.choice(3, 3)).toBeVisible()
  const [first, second] = (await endpoint.completions()).map(({ body }) => body)
  expect(first).toMatchObject({ messages: [{ content: 'one' }] })
  expect(second).toEqual(first)
})

test('a path is forked into a conversation of its own', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  for (const [at, text] of ['one', 'two'].entries()) {
    await parley.send(text)
    await parley.thread.reply(at).has('done', text)
  }
  const original = page.url()
  await parley.thread.message('user', 1).choose('Fork into a new conversation')
  await parley.thread.reads('user: one', 'assistant: one', 'user: two')
  await expect(page).not.toHaveURL(original)
  await expect(page).toHaveTitle('one (fork) – Parley')
  await expect(parley.library.entries).toHaveText(['one (fork)', 'one'])

  await parley.thread.reply().choose('Remove')
  await parley.composer.sendButton.click()
  await parley.thread.reads('user: one', 'user: two', 'assistant: two')
  await page.reload()
  await parley.thread.reads('user: one', 'user: two', 'assistant: two')
  await parley.library.entry('one').click()
  await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
})
