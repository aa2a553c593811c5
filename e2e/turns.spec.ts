import { expect, model, test } from './fixtures'

const echoes = model('echo', { only: 'last' })

test('several turns are sent in their order', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  for (const [at, text] of ['one', 'two', 'three'].entries()) {
    await parley.send(text)
    await parley.thread.reply(at).has('done', text)
  }
  const turn = (content: string) => [
    { role: 'user', content },
    { role: 'assistant', content },
  ]
  expect((await endpoint.completions()).at(-1)?.body).toMatchObject({
    messages: [...turn('one'), ...turn('two'), { role: 'user', content: 'three' }],
  })
})

test('an edited question begins a branch, and the old one stays', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('red')
  await parley.thread.reply().has('done', 'red')
  const question = parley.thread.message('user')
  await question.article.hover()
  await question.button('Edit this user message').click()
  await question.editor.fill('blue')
  await question.button('Send as a new branch').click()
  await parley.thread.reply().has('done', 'blue')
  await expect(question.choice(2, 2)).toBeVisible()
  await question.button('Previous choice').click()
  await question.has('done', 'red')
  await parley.thread.reply().has('done', 'red')
  expect((await endpoint.completions()).map(({ body }) => body)).toMatchObject([
    { messages: [{ content: 'red' }] },
    { messages: [{ content: 'blue' }] },
  ])
})

test('an answer can be asked for again, and both are kept', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('again and again')
  const reply = parley.thread.reply()
  await reply.has('done', 'again and again')
  await reply.article.hover()
  await reply.button('Ask for this reply again').click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done', 'again and again')
  await page.reload()
  await expect(reply.choice(2, 2)).toBeVisible()
  const [first, second] = (await endpoint.completions()).map(({ body }) => body)
  expect(second).toEqual(first)
})

test('an answer that is edited is sent as it reads now', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('first')
  const reply = parley.thread.reply()
  await reply.has('done', 'first')
  await reply.article.hover()
  await reply.button('Edit this assistant message').click()
  await reply.editor.fill('changed')
  await reply.button('Save here').click()
  await reply.has('done', 'changed')
  await parley.send('second')
  await parley.thread.reply(1).has('done', 'second')
  expect((await endpoint.completions()).at(-1)?.body).toMatchObject({
    messages: [{ content: 'first' }, { role: 'assistant', content: 'changed' }, { content: 'second' }],
  })
})

test('a message can be copied as it was written', async ({ page, context, parley, endpoint }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: 'Two *and* two' }) })
  await parley.send('Say it.')
  const reply = parley.thread.reply()
  await reply.has('done', 'Two and two')
  await reply.article.hover()
  await reply.button('Copy this assistant message').click()
  await expect(reply.button('Copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Two *and* two')
})
