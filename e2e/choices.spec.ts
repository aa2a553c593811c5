import { expect, model, test } from './fixtures'
import { Sending } from './pages/Sending'

const three = { stream: true, n: 3 }

test('three choices stream side by side, and one is taken', async ({ page, parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('choices', { tokens: 6, after: '12,24', gate: 'some,end' }),
    defaults: three,
  })
  await parley.send('Three.')
  await endpoint.reached('some')
  const reply = parley.thread.reply()
  await reply.has('streaming', /^Choice 1:/)
  await expect(reply.choice(1, 3)).toBeVisible()
  await reply.button('Compare').click()
  const { compare } = parley
  await expect(compare.columns).toHaveCount(3)
  for (const place of [1, 2, 3]) {
    await expect(compare.column(place)).toHaveAttribute('aria-busy', 'true')
    await expect(compare.column(place)).toContainText(`Choice ${place}: and`)
    await expect(compare.take(place)).toBeDisabled()
    await expect(compare.marked(place)).toHaveCount(0)
  }
  const before = (await compare.column(2).innerText()).length
  endpoint.release('some')
  await endpoint.reached('end')
  await expect.poll(async () => (await compare.column(2).innerText()).length).toBeGreaterThan(before)
  endpoint.release('end')

  // Whole, they are compared with the one that was on screen.
  await expect(compare.marked(2)).toHaveText(['2'])
  await expect(compare.marked(3)).toHaveText(['3'])
  await expect(compare.marked(1)).toHaveCount(0)
  await compare.against.selectOption('Choice 2')
  await expect(compare.marked(1)).toHaveText(['1'])
  await expect(compare.marked(2)).toHaveCount(0)
  await compare.mark.uncheck()
  await expect(compare.marked(1)).toHaveCount(0)

  await compare.take(3).click()
  await expect(compare.dialog).toBeHidden()
  await reply.has('done', /^Choice 3:/)
  await expect(reply.choice(3, 3)).toBeVisible()
  await expect(reply.article).toBeFocused()
  await expect(reply.article).toHaveAccessibleName('assistant, message 2 of 2, choice 3 of 3')
  await page.reload()
  await reply.has('done', /^Choice 3:/)
})

test('the columns show all of a choice, as it comes and when it has come', async ({ parley, endpoint }) => {
  const defaults = { stream: true, n: 4, stream_options: { include_usage: true } }
  const chosen = { model: model('choices-mixed', { after: 20, gate: 'gate' }), defaults }
  await parley.open({ baseURL: endpoint.baseURL, ...chosen })
  await parley.send('Four.')
  await endpoint.reached()
  await parley.thread.reply().button('Compare').click()
  const { compare } = parley
  const part = (place: number, name: string) => compare.column(place).locator(`[data-part=${name}]`)
  await expect(part(1, 'reasoning')).toHaveText(/^The user/)
  await expect(part(1, 'reasoning')).toBeVisible()
  await expect(part(2, 'tool_calls')).toContainText('Calls get_weather')
  await expect(part(3, 'tool_calls')).toContainText('{"ci')
  await expect(part(4, 'refusal')).toContainText('I cannot')
  endpoint.release()

  await expect(compare.dialog.locator('[aria-busy]')).toHaveCount(0)
  await expect(compare.dialog.getByRole('status')).toHaveText('4 replies finished')
  await expect(part(1, 'body')).toHaveText('Two and two are four.')
  await expect(part(1, 'reasoning')).toBeHidden()
  await compare.column(1).getByRole('button', { name: 'Reasoning' }).click()
  await expect(part(1, 'reasoning')).toContainText('I will say so.')
  await compare.against.selectOption('Choice 2')
  await expect(compare.marked(3)).toHaveText(['Zürich 🏔️'])
  await expect(compare.marked(4)).toHaveText(['I cannot help with that.'])
  for (const place of [1, 2, 3, 4])
    await expect(compare.column(place)).toContainText(/ in · .* out.* for all 4 choices/)
})

test('how each choice ended is said beside it', async ({ parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  const defaults = { stream: true, max_tokens: 3 }
  await parley.open({ baseURL: endpoint.baseURL, model: 'error-in-stream', defaults })
  await parley.send('Hello.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await parley.parameters.chooseModel('length')
  await reply.button('Ask for this reply again').click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done')
  await reply.button('Compare').click()
  const { compare } = parley
  await expect(compare.column(1).locator('[data-part=error]')).toContainText('The engine fell over')
  await expect(compare.column(1).locator('[data-part=body]')).toHaveText(/\w/)
  await expect(compare.column(2).locator('[data-part=ending]')).toHaveText(/^Cut off at the token limit/)
  await expect(compare.column(2)).toContainText('length')
  // Nothing is read out merely because the columns are shown.
  await expect(compare.dialog.getByRole('alert')).toHaveCount(0)
})

test('a server that refuses n is asked once for each choice', async ({ page, parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('choices-refused', { tokens: 2 }),
    defaults: { ...three, temperature: 1 },
  })
  await parley.send('Three.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await expect(reply.error).toContainText('Only one completion choice is allowed')
  await expect(reply.error).toContainText('Parley can send 3 requests at once instead')
  await expect(reply.error).toContainText('billed, 3 times')
  expect(await endpoint.completions()).toHaveLength(1)

  await reply.button('Send 3 requests').click()
  await expect(reply.choice(1, 3)).toBeVisible()
  await expect(parley.thread.busy).toHaveCount(0)
  await reply.has('done', /^Choice 1:/)
  const [first, ...others] = (await endpoint.completions()).map(({ body }) => body)
  expect(first).toHaveProperty('n', 3)
  const alone = {
    model: model('choices-refused', { tokens: 2 }),
    messages: [{ role: 'user', content: 'Three.' }],
    stream: true,
    temperature: 1,
  }
  expect(others).toEqual([alone, alone, alone])
  await reply.button('Next choice').click()
  await reply.button('Next choice').click()
  await expect(reply.choice(3, 3)).toBeVisible()
  await reply.has('done', /^Choice 1:/)

  // From now on it is known before sending, and shown as it will be sent.
  await parley.composer.field.fill('More.')
  const sending = new Sending(page)
  await expect(sending.line).toHaveText(/^3 requests, each about \d+ tokens$/)
  await sending.open()
  await expect(sending.part('requests')).toHaveText(/^Sent in 3 requests, one for each choice: about \d+/)
  expect(await sending.json()).not.toHaveProperty('n')
})

test('the three answers to three requests stream at once', async ({ parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('choices-refused', { tokens: 4, after: 2, gate: 'gate' }),
    defaults: three,
  })
  await parley.send('Three.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await reply.button('Send 3 requests').click()
  await endpoint.reached('gate', 3)
  await reply.has('streaming')
  await reply.button('Compare').click()
  for (const place of [1, 2, 3])
    await expect(parley.compare.column(place)).toHaveAttribute('aria-busy', 'true')
  endpoint.release()
  await expect(parley.compare.dialog.locator('[aria-busy]')).toHaveCount(0)
  await expect(parley.compare.take(3)).toBeEnabled()
})

test('a server that sends fewer choices is asked for the rest; one that is removed is not missed', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('choices-ignored', { tokens: 2 }),
    defaults: three,
  })
  await parley.send('Three.')
  const reply = parley.thread.reply()
  await reply.has('done')
  await expect(reply.article).toContainText('Asked for 3 choices; the server sent 1.')
  await page.reload()
  await expect(reply.article).toContainText('Asked for 3 choices; the server sent 1.')
  await reply.button('Ask for 2 more, in 2 requests').click()
  await expect(reply.choice(2, 3)).toBeVisible()
  await expect(parley.thread.busy).toHaveCount(0)
  const [first, ...others] = (await endpoint.completions()).map(({ body }) => body)
  expect(first).toHaveProperty('n', 3)
  expect(others).toHaveLength(2)
  for (const body of others) expect(body).not.toHaveProperty('n')
  await reply.button('Previous choice').click()
  await expect(reply.choice(1, 3)).toBeVisible()
  await expect(reply.article).not.toContainText('Asked for 3 choices')

  await parley.library.begin()
  await parley.parameters.chooseModel(model('choices', { tokens: 2 }))
  await parley.send('Three.')
  await expect(reply.choice(1, 3)).toBeVisible()
  await reply.has('done')
  await reply.choose('Remove')
  await expect(reply.article).toContainText('Choice')
  await expect(reply.choice(2, 2).or(reply.choice(1, 2))).toBeVisible()
  await expect(reply.article).not.toContainText('Asked for')
})
