import { expect, model, test } from './fixtures'

test('turns are sent in their order, asked for again, and copied as they were written', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
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

  await test.step('an answer can be asked for again, and both are kept', async () => {
    const reply = parley.thread.reply(2)
    await reply.article.hover()
    await reply.button('Ask for this reply again').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('done', 'three')
    await page.reload()
    await expect(reply.choice(2, 2)).toBeVisible()
    const [first, second] = (await endpoint.completions()).slice(-2).map(({ body }) => body)
    expect(second).toEqual(first)
  })

  await test.step('a message can be copied as it was written', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await parley.parameters.chooseModel(model('say', { text: 'Two *and* two' }))
    await parley.send('Say it.')
    const reply = parley.thread.reply(3)
    await reply.has('done', 'Two and two')
    await reply.article.hover()
    // It says so for two seconds: who looks must have begun before.
    const said = expect(reply.button('Copied')).toBeVisible()
    await reply.button('Copy this assistant message').click()
    await said
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Two *and* two')
  })
})
