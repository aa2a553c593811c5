import type { Endpoint } from './endpoint'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { storyTokens } from './server/tokens'

const story = (tokens: number) => [...storyTokens(tokens)].join('')
const question = { role: 'user', content: 'A story.' }
const limited = { stream: true, max_tokens: 6 }
const begins = 'Goes on from these words (prefill), beside this answer.'
const asks = 'This endpoint does not go on from given words: a new turn asks for the rest.'

const bodies = async (endpoint: Endpoint) => (await endpoint.completions()).map(({ body }) => body)

for (const [prefill, inMessage, beside] of [
  ['trailing', {}, {}],
  ['prefix', { prefix: true }, {}],
  ['continue_final_message', {}, { continue_final_message: true, add_generation_prompt: false }],
] as const)
  test(`an answer cut by the limit goes on: ${prefill}`, async ({ page, parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, prefill, model: 'length', defaults: limited })
    await parley.send('A story.')
    const reply = parley.thread.reply()
    await reply.has('done', story(6))
    await expect(reply.article).toContainText('Cut off at the token limit (finish_reason: length).')
    await expect(reply.button('Continue')).toHaveAccessibleDescription(begins)
    await reply.button('Continue').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('done', story(6) + story(6))
    expect((await bodies(endpoint))[1]).toEqual({
      model: 'length',
      ...limited,
      messages: [question, { role: 'assistant', content: story(6), ...inMessage }],
      ...beside,
    })
    // What is left is the same for all.
    if (prefill !== 'trailing') return
    await reply.button('Previous choice').click()
    await reply.has('done', story(6))

    // And once more, from the longer one.
    await reply.button('Next choice').click()
    await reply.button('Continue').click()
    await expect(reply.choice(3, 3)).toBeVisible()
    await reply.has('done', story(6) + story(6) + story(6))
    await page.reload()
    await reply.has('done', story(6) + story(6) + story(6))
  })

test('where the endpoint cannot, a new turn asks for the rest', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, prefill: 'no', model: 'length', defaults: limited })
  await parley.send('A story.')
  const reply = parley.thread.reply()
  await reply.has('done', story(6))
  await expect(reply.button('Continue')).toHaveAccessibleDescription(asks)
  await reply.button('Continue').click()
  await parley.thread.reply(1).has('done', story(6))
  const request = 'Continue exactly where you stopped. Do not repeat anything.'
  await parley.thread.reads(
    'user: A story.',
    `assistant: ${story(6)}`,
    `user: ${request}`,
    `assistant: ${story(6)}`,
  )
  expect((await bodies(endpoint))[1]).toEqual({
    model: 'length',
    ...limited,
    messages: [question, { role: 'assistant', content: story(6) }, { role: 'user', content: request }],
  })

  await test.step('there the beginning of an answer is only added', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(model('story', { tokens: 3 }))
    await parley.send('A story.')
    await parley.thread.reply().has('done')
    await parley.composer.role.selectOption('assistant')
    await expect(parley.composer.sendButton).toHaveCount(0)
    await parley.composer.field.fill('And that was that.')
    await parley.composer.addButton.click()
    await parley.thread.reads('user: A story.', `assistant: ${story(3)}`, 'assistant: And that was that.')
    expect(await bodies(endpoint)).toHaveLength(3)
  })
})

test('an answer goes on that was interrupted, was stopped, or ended in an error', async ({
  page,
  parley,
  endpoint,
}) => {
  const held = (gate: string) => model('held', { tokens: 8, gate })
  await parley.open({ baseURL: endpoint.baseURL, prefill: 'trailing', model: held('loaded') })
  const reply = parley.thread.reply()

  await test.step('by a reload', async () => {
    await parley.send('A story.')
    await reply.has('streaming', story(3))
    await expect.poll(async () => JSON.stringify(await kept(page, 'messages'))).toContain(story(3))
    await page.reload()
    await reply.has('interrupted', story(3))
    endpoint.release('loaded')
    await reply.button('Continue').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('done', story(3) + story(8))
  })

  await test.step('stopped, it grows behind its old words', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(held('stopped'))
    await parley.send('A story.')
    await reply.has('streaming', story(3))
    await parley.composer.stopButton.click()
    await reply.has('stopped', story(3))
    await reply.button('Continue').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('streaming', story(3) + story(3))
    endpoint.release('stopped')
    await reply.has('done', story(3) + story(8))
    await expect(reply.button('Continue')).toHaveCount(0)
    expect((await bodies(endpoint)).at(-1)).toMatchObject({
      messages: [question, { role: 'assistant', content: story(3) }],
    })
  })

  await test.step('in an error', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel('error-in-stream')
    await parley.send('A story.')
    await reply.has('failed', story(5))
    await reply.error.getByRole('button', { name: 'Continue' }).click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('failed', story(5) + story(5))
    expect((await bodies(endpoint)).at(-1)).toMatchObject({
      messages: [question, { role: 'assistant', content: story(5) }],
    })
  })
})

test('where a server refuses to go on, a new turn is a click away, and remembered', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  // llama.cpp says `stop` although the limit cut the answer: that is said, and the answer can be continued.
  const defaults = { stream: true, max_tokens: 6 }
  await parley.open({ baseURL: endpoint.baseURL, prefill: 'trailing', model: 'length-as-stop', defaults })
  await parley.send('A story.')
  const reply = parley.thread.reply()
  await reply.has('done', story(6))
  await expect(reply.article).toContainText('Probably cut off')

  const refusing = model('error', {
    status: 400,
    message: 'This model does not support assistant message prefill.',
  })
  await parley.parameters.chooseModel(refusing)
  await reply.button('Continue').click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('failed', story(6))
  await expect(reply.error).toContainText('A new turn can ask for the rest instead')
  await expect(reply.button('Continue')).toHaveCount(0)
  await parley.parameters.chooseModel('length-as-stop')
  await reply.button('Continue in a new turn').click()
  await parley.thread.reply(1).has('done', story(6))
  const request = 'Continue exactly where you stopped. Do not repeat anything.'
  await parley.thread.reads(
    'user: A story.',
    `assistant: ${story(6)}`,
    `user: ${request}`,
    `assistant: ${story(6)}`,
  )
  await expect(reply.choice(2, 2)).toHaveCount(0)

  await parley.parameters.chooseModel(refusing)
  await page.reload()
  await expect(parley.thread.reply(1).button('Continue')).toHaveAccessibleDescription(asks)
  const { form } = parley.settings
  await parley.settings.edit('Test server')
  await expect(form.learnt).toContainText(`Does not go on from given words: ${refusing}`)
  await form.learnt.getByRole('button', { name: /^Forget/ }).click()
  await expect(form.learnt).toHaveCount(0)
  await parley.settings.closeButton.click()
  await expect(parley.thread.reply(1).button('Continue')).toHaveAccessibleDescription(begins)

  // White space at the end is another matter: nobody takes it away unasked.
  await parley.parameters.chooseModel(
    model('error', { status: 400, message: 'final assistant content cannot end with trailing whitespace' }),
  )
  await parley.composer.role.selectOption('assistant')
  await parley.composer.field.fill('Well, ')
  await parley.composer.field.press('Enter')
  const spaced = parley.thread.reply(2)
  await spaced.has('failed')
  await expect(spaced.button('Continue in a new turn')).toHaveCount(0)
  await spaced.button('Begin without it').click()
  await expect(spaced.button('Begin without it')).toHaveCount(0)
  await spaced.has('failed')
  const sent = (await bodies(endpoint)).slice(-2).map((body) => JSON.stringify(body))
  expect(sent[0]).toContain('"content":"Well, "')
  expect(sent[1]).toContain('"content":"Well,"')
})

test('a continuation asks for one choice, whatever n is', async ({ parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    prefill: 'trailing',
    model: model('choices', { tokens: 6 }),
    defaults: { ...limited, n: 2 },
  })
  await parley.send('A story.')
  const reply = parley.thread.reply()
  await expect(reply.choice(1, 2)).toBeVisible()
  await reply.has('done', /^Choice 1:/)
  await reply.button('Continue').click()
  await expect(reply.choice(3, 3)).toBeVisible()
  await reply.has('done', /^Choice 1:.*Choice 1:/s)
  expect((await bodies(endpoint))[1]).not.toHaveProperty('n')
})

test.describe('the beginning of an answer, given by the reader,', () => {
  test('is where the answer goes on', async ({ page, parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, prefill: 'prefix', model: model('story', { tokens: 3 }) })
    await parley.send('A story.')
    await parley.thread.reply().has('done')
    await parley.composer.role.selectOption('user')
    await parley.composer.field.fill('Another.')
    await parley.composer.role.selectOption('assistant')
    await expect(parley.composer.field).toHaveAccessibleDescription('The answer goes on from these words')
    await parley.send('Once upon a time:')
    const reply = parley.thread.reply(1)
    await reply.has('done', `Once upon a time:${story(3)}`)
    expect((await bodies(endpoint))[1]).toMatchObject({
      messages: [{}, {}, { role: 'assistant', content: 'Once upon a time:', prefix: true }],
    })
    await page.reload()
    await reply.has('done', `Once upon a time:${story(3)}`)

    // Asked for again, it begins with the same words.
    await reply.article.hover()
    await reply.button('Ask for this reply again').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await reply.has('done', `Once upon a time:${story(3)}`)
    const [, second, third] = await bodies(endpoint)
    expect(third).toEqual(second)
  })

  test('may begin a conversation, and is seen while the rest is waited for', async ({ parley, endpoint }) => {
    await parley.open({
      baseURL: endpoint.baseURL,
      prefill: 'trailing',
      model: model('story', { tokens: 3 }),
    })
    await parley.composer.role.selectOption('assistant')
    await parley.send('Once upon a time:')
    await parley.thread.reads(`assistant: Once upon a time:${story(3)}`)
    expect((await bodies(endpoint))[0]).toMatchObject({
      messages: [{ role: 'assistant', content: 'Once upon a time:' }],
    })

    await parley.library.begin()
    await parley.parameters.chooseModel(model('late-headers', { tokens: 3 }))
    await parley.composer.role.selectOption('assistant')
    await parley.send('Once **upon**')
    const reply = parley.thread.reply()
    await reply.has('waiting', 'Once upon')
    await expect(reply.body.getByRole('img', { name: 'Waiting for the first token' })).toBeAttached()
    await endpoint.reached()
    endpoint.release()
    await reply.has('done', /^Once upon.*The lamp/)
  })
})

test('messages of any role are added without asking for a reply', async ({ parley, endpoint }) => {
  await parley.open({
    baseURL: endpoint.baseURL,
    prefill: 'trailing',
    model: model('echo', { only: 'last' }),
  })
  await parley.send('one')
  await parley.thread.reply().has('done', 'one')
  const roles = ['system', 'developer', 'tool', 'assistant']
  for (const role of roles) {
    await parley.composer.role.selectOption(role)
    await parley.composer.field.fill(`as ${role}`)
    await parley.composer.addButton.click()
    await expect(parley.composer.field).toHaveValue('')
  }
  await parley.thread.reads('user: one', 'assistant: one', ...roles.map((role) => `${role}: as ${role}`))
  expect(await bodies(endpoint)).toHaveLength(1)
  await parley.composer.role.selectOption('user')
  await expect(parley.composer.addButton).toHaveCount(0)
  await parley.send('two')
  await parley.thread.reply(2).has('done', 'two')
  expect((await bodies(endpoint))[1]).toMatchObject({
    messages: [{}, {}, ...roles.map((role) => ({ role, content: `as ${role}` })), { content: 'two' }],
  })
})

test('how an endpoint continues an answer is chosen in its form', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'length', defaults: limited })
  await parley.send('A story.')
  const reply = parley.thread.reply()
  await reply.has('done', story(6))
  await expect(reply.button('Continue')).toHaveAccessibleDescription(asks)

  const { form } = parley.settings
  await parley.settings.edit('Test server')
  await expect(form.prefill.locator('option:checked')).toHaveText('As known of the address: not possible')
  await form.prefill.selectOption('prefix')
  await parley.settings.saveAndClose()
  await expect(reply.button('Continue')).toHaveAccessibleDescription(begins)
  await reply.button('Continue').click()
  await reply.has('done', story(6) + story(6))
  expect((await bodies(endpoint))[1]).toHaveProperty('messages.1.prefix', true)

  // What was chosen is kept; with what is known chosen again, nothing is.
  const settings = () => page.evaluate(() => localStorage.getItem('parley.settings'))
  expect(await settings()).toContain('"prefill":"prefix"')
  await page.reload()
  await parley.settings.edit('Test server')
  await expect(form.prefill).toHaveValue('prefix')
  await form.prefill.selectOption('')
  await form.save.click()
  await expect.poll(settings).not.toContain('prefill')

  // What is known of an address shows as it is typed.
  await parley.settings.addEndpoint.click()
  const known = form.prefill.locator('option').first()
  await expect(known).toHaveText('As known of the address: not possible')
  for (const [address, style] of [
    ['http://localhost:11434/v1', 'the last assistant message is continued as it is'],
    ['https://api.mistral.ai/v1', 'with prefix: true on the last message'],
    ['http://localhost:8000/v1', 'with continue_final_message: true'],
    ['https://api.openai.com/v1', 'not possible'],
  ] as const) {
    await form.baseURL.fill(address)
    await expect(known).toHaveText(`As known of the address: ${style}`)
  }
})
