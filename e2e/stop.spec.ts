import { expect, model, test } from './fixtures'

test('Stop keeps what came, says so, and hangs up', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'endless' })
  await parley.send('Go on for ever.')
  const reply = parley.thread.reply()
  await reply.has('streaming', /^The lamp at/)
  await parley.composer.stopButton.click()
  await reply.has('stopped', /^The lamp at/)
  await expect(reply.article).toContainText('Stopped. What came is kept.')
  await expect(parley.composer.stopButton).toHaveCount(0)
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)

  await test.step('stopped before a word came, it can be asked again', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(model('late-headers', { tokens: 3 }))
    await parley.send('Hello?')
    await endpoint.reached()
    await parley.composer.stopButton.click()
    await reply.has('stopped')
    await expect.poll(async () => (await endpoint.completions())[1]?.hungUp).toBe(true)
    endpoint.release()
    await reply.button('Retry').click()
    await expect(parley.thread.busy).toHaveCount(0)
    await reply.has('done', 'The lamp at')
  })
})

test('Escape stops too, and the next message works', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('held', { tokens: 12 }) })
  await parley.send('Begin.')
  await endpoint.reached()
  await parley.thread.reply().has('streaming', 'The lamp at')
  // It closes what lies over the page before it stops anything.
  await parley.settings.open()
  await expect(parley.settings.dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(parley.settings.dialog).toBeHidden()
  await parley.thread.reply().has('streaming', 'The lamp at')
  await page.keyboard.press('Escape')
  await parley.thread.reply().has('stopped', 'The lamp at')
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)

  // It is still stopped after a reload.
  await page.reload()
  await parley.thread.reply().has('stopped', 'The lamp at')

  endpoint.release()
  await parley.send('And once more.')
  await parley.thread.reply(1).has('done', /^The lamp at the end of the pier/)
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      { role: 'user', content: 'Begin.' },
      { role: 'assistant', content: 'The lamp at' },
      { role: 'user', content: 'And once more.' },
    ],
  })
})

test('Stop stops every choice', async ({ parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('choices', { tokens: 30, after: 20, gate: 'gate' }),
    defaults: { stream: true, n: 2 },
  })
  await parley.send('Two.')
  await endpoint.reached()
  const reply = parley.thread.reply()
  await expect(reply.choice(1, 2)).toBeVisible()
  // All that the server has said by then.
  await reply.has('streaming', 'Choice 1: and so on and on and so')
  await parley.composer.stopButton.click()
  await reply.has('stopped', 'Choice 1: and so on and on and so')
  await reply.button('Next choice').click()
  await reply.has('stopped', /^Choice 2: and/)
})

test('while a reply streams, the next message waits, and another conversation can be had', async ({
  parley,
  endpoint,
}) => {
  const held = (gate: string) => model('held', { tokens: 6, gate })
  await parley.open({ baseURL: endpoint.baseURL, model: held('one') })

  await test.step('in sight, and is sent after it', async () => {
    await parley.send('First.')
    await endpoint.reached('one')
    await parley.send('Second.')
    await expect(parley.composer.queued).toBeVisible()
    await expect(parley.composer.field).toHaveValue('Second.')
    expect(await endpoint.completions()).toHaveLength(1)

    endpoint.release('one')
    await parley.thread.reply(1).has('done')
    await expect(parley.composer.queued).toHaveCount(0)
    await expect(parley.composer.field).toHaveValue('')
    expect((await endpoint.completions()).map(({ body }) => body)).toMatchObject([
      { messages: [{ content: 'First.' }] },
      { messages: [{ content: 'First.' }, { role: 'assistant' }, { content: 'Second.' }] },
    ])
  })

  await test.step('it can be held back, and Stop sends nothing', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(held('two'))
    await parley.send('First.')
    await endpoint.reached('two')
    // An empty message does not wait.
    await parley.composer.field.press('Enter')
    await expect(parley.composer.queued).toHaveCount(0)
    await parley.send('Second.')
    await parley.composer.unqueueButton.click()
    await expect(parley.composer.queued).toHaveCount(0)
    endpoint.release('two')
    await parley.thread.reply().has('done')
    await expect(parley.composer.sendButton).toBeEnabled()
    await expect(parley.composer.field).toHaveValue('Second.')
    await expect(parley.thread.messages).toHaveCount(2)
    expect(await endpoint.completions()).toHaveLength(3)

    endpoint.shut('two')
    await parley.composer.sendButton.click()
    await endpoint.reached('two')
    await parley.send('Third.')
    await expect(parley.composer.queued).toBeVisible()
    await parley.composer.stopButton.click()
    await parley.thread.reply(1).has('stopped')
    await expect(parley.composer.field).toHaveValue('Third.')
    await expect(parley.composer.queued).toHaveCount(0)
    await expect(parley.composer.sendButton).toBeEnabled()
    expect(await endpoint.completions()).toHaveLength(4)
  })

  await test.step('another conversation can be had', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(held('three'))
    await parley.send('Slow one.')
    await endpoint.reached('three')
    await parley.library.begin()
    await parley.parameters.chooseModel('say?text=Quick.')
    await parley.send('Quick one.')
    await parley.thread.reply().has('done', 'Quick.')
    await expect(parley.library.list.getByRole('img', { name: 'replying' })).toHaveCount(1)
    endpoint.release('three')
    await expect(parley.library.list.getByRole('img', { name: 'replying' })).toHaveCount(0)
    await parley.library.entry(/^Slow one/).click()
    await parley.thread.reply().has('done', /^The lamp at the end/)
  })
})
