import { expect, model, test } from './fixtures'

test('an endpoint is added by hand, and answers', async ({ parley, endpoint }) => {
  await parley.open()
  await parley.button('Add an endpoint').first().click()
  const { form, dialog } = parley.settings
  await form.baseURL.fill(`${endpoint.baseURL}/chat/completions`)
  await form.name.fill('By hand')
  await form.addHeader.click()
  await form.headerName.fill('X-Team')
  await form.headerValue.fill('blue')
  await form.save.click()
  await expect(dialog).toBeHidden()
  await expect(parley.parameters.endpoint.getByRole('option', { selected: true })).toHaveText('By hand')
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('Hello.')
  await parley.thread.reply().has('done', 'The lamp at')
  const [request] = await endpoint.completions()
  expect(request?.path).toMatch(/\/v1\/chat\/completions$/)
  expect(request?.headers).toMatchObject({ 'x-team': 'blue', 'content-type': 'application/json' })
  expect(request?.headers).not.toHaveProperty('authorization')

  await test.step('without headers of the reader’s own none is sent that a strict server refuses', async () => {
    await parley.settings.add({
      name: 'Strict',
      baseURL: endpoint.under('plain-headers'),
      key: 'test-key-123',
    })
    await parley.library.begin()
    await parley.parameters.chooseModel(model('story', { tokens: 3 }))
    await parley.send('Hello.')
    await parley.thread.reply().has('done', 'The lamp at')
    expect((await endpoint.completions())[1]?.headers).toHaveProperty('authorization')
  })
})

test('an endpoint is edited in its place', async ({ parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.under('models-404'), model: model('story', { tokens: 3 }) })
  await parley.settings.edit('Test server')
  await expect(parley.settings.form.preset).toHaveCount(0)
  await parley.settings.form.baseURL.fill(endpoint.baseURL)
  await parley.settings.form.name.fill('Mended')
  await parley.settings.form.save.click()
  await expect(parley.settings.endpoint('Mended')).toContainText(endpoint.baseURL)
  await expect(parley.settings.endpoint('Test server')).toHaveCount(0)
  await parley.settings.closeButton.click()
  await parley.send('Hello.')
  await parley.thread.reply().has('done', 'The lamp at')
})

const wrong: [string, string][] = [
  ['', 'A base URL is needed, such as http://localhost:11434/v1.'],
  ['not an address', 'This is not a web address.'],
  ['ftp://example.com/v1', 'Only http and https addresses can be called from a page.'],
  ['javascript:alert(1)', 'Only http and https addresses can be called from a page.'],
  ['https://me:secret@example.com/v1', 'Leave user names and passwords out of the address'],
]

test('a preset fills the form, what cannot be called is refused, and the test says what it proves', async ({
  parley,
  endpoint,
  guard,
  baseURL,
}) => {
  await parley.open()
  await parley.settings.open()
  await parley.settings.addEndpoint.click()
  const { form, dialog } = parley.settings
  await form.preset.selectOption('OpenAI')
  await expect(form.baseURL).toHaveValue('https://api.openai.com/v1')
  await expect(form.name).toHaveValue('OpenAI')
  await form.preset.selectOption('Ollama')
  await expect(form.baseURL).toHaveValue('http://localhost:11434/v1')
  await expect(dialog).toContainText(`OLLAMA_ORIGINS=${baseURL}`)
  await form.preset.selectOption('Anthropic')
  await expect(form.headerName).toHaveValue('anthropic-dangerous-direct-browser-access')
  await form.cancel.click()

  // A key that was typed for one origin does not get to another; who types it first may take their time with the address.
  await parley.settings.addEndpoint.click()
  await form.key.fill('a-key')
  await form.baseURL.pressSequentially('api.one.example')
  await form.name.focus()
  await form.baseURL.fill('https://api.two.example')
  await form.baseURL.fill('https://api.one.example/v1')
  await form.name.focus()
  await expect(form.key).toHaveValue('a-key')
  await form.preset.selectOption('OpenRouter')
  await expect(form.key).toHaveValue('')
  await expect(form.keyDropped).toContainText('https://api.one.example.')
  await form.key.fill('a-key')
  await expect(form.keyDropped).toHaveCount(0)
  await form.baseURL.fill('https://api.two.example')
  await form.baseURL.press('Enter')
  await expect(form.key).toBeFocused()
  await expect(form.key).toHaveValue('')
  await expect(form.keyDropped).toContainText('https://openrouter.ai.')
  await form.cancel.click()

  // The built-in endpoint cannot be removed or edited.
  const row = parley.settings.endpoint('Built in')
  await expect(row).toContainText('No key, no network.')
  await expect(row.getByRole('button', { name: /Edit|Remove/ })).toHaveCount(0)

  await parley.settings.addEndpoint.click()
  for (const [address, sentence] of wrong)
    await test.step(address, async () => {
      await form.baseURL.fill(address)
      await form.save.click()
      await expect(form.problem).toContainText(sentence)
      await expect(form.baseURL).toBeFocused()
      await expect(form.baseURL).toHaveAttribute('aria-invalid', 'true')
    })
  await form.baseURL.fill(endpoint.baseURL)
  await form.addHeader.click()
  await form.headerName.fill('X Team')
  await form.headerValue.fill('blue')
  await form.save.click()
  await expect(form.problem).toHaveText('“X Team” is not a header that a page can send.')
  await form.cancel.click()
  await expect(parley.settings.addEndpoint).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Edit/ })).toHaveCount(0)

  guard.allowFailedLoads()
  await parley.settings.addEndpoint.click()
  await form.baseURL.fill(endpoint.under('models-many'))
  await form.test.click()
  await expect(form.verdict).toContainText('lists 1000 models. This does not prove that the key works')
  // What was tested has been saved: there is nothing to cancel until more is typed.
  await expect(form.leave).toHaveText('Done')
  await form.name.fill('Typed since')
  await expect(form.leave).toHaveText('Cancel changes since the test')
  await form.baseURL.fill(endpoint.under('models-401'))
  await form.test.click()
  await expect(form.verdict).toContainText('It did not answer as hoped. Invalid API Key')
  await form.baseURL.fill(endpoint.under('no-cors'))
  await form.test.click()
  await expect(form.verdict).toContainText('It did not answer as hoped. The server could not be reached.')
  await form.name.fill('Never saved')
  await form.leave.click()
  await expect(parley.settings.endpoint('Typed since')).toContainText('no-cors')
})

test('a secret among the headers does not go to another address without a word', async ({
  parley,
  endpoint,
}) => {
  await parley.open()
  await parley.settings.open()
  await parley.settings.addEndpoint.click()
  const { form } = parley.settings
  await form.baseURL.fill(endpoint.baseURL)
  await form.name.fill('One')
  await form.addHeader.click()
  await form.headerName.fill('X-Team')
  await form.headerValue.fill('blue')
  await form.save.click()
  await parley.settings.closeButton.click()

  await parley.settings.edit('One')
  await form.baseURL.fill('https://api.two.example/v1')
  await expect(form.headersMoved).toHaveCount(0)
  await form.headerName.fill('X-Api-Key')
  await expect(form.headersMoved).toContainText(`meant for ${new URL(endpoint.baseURL).origin},`)
  await form.baseURL.fill(`${endpoint.baseURL}/more`)
  await expect(form.headersMoved).toHaveCount(0)
})

test('an endpoint is removed after one question, its conversations stay', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 3 }) })
  await parley.send('Keep me.')
  await parley.thread.reply().has('done')
  const questions: string[] = []
  let answer = false
  page.on('dialog', (dialog) => {
    questions.push(dialog.message())
    void (answer ? dialog.accept() : dialog.dismiss())
  })
  await parley.settings.open()
  const remove = parley.settings.dialog.getByRole('button', { name: 'Remove Test server' })
  await remove.click()
  await expect(parley.settings.endpoint('Test server')).toHaveCount(1)
  answer = true
  await remove.click()
  await expect(parley.settings.endpoint('Test server')).toHaveCount(0)
  expect(questions).toEqual(Array(2).fill('Remove Test server and its key? Conversations stay.'))
  await parley.settings.closeButton.click()

  await parley.thread.reply().has('done', 'The lamp at')
  await parley.send('Anyone?')
  await expect(parley.thread.reply(1).error).toContainText(
    'The endpoint of this conversation has been removed.',
  )
})

test('an endpoint that is not in use can be taken into use', async ({ parley, endpoint }) => {
  await parley.open()
  // Without a name it is called after its host.
  await parley.settings.add({ name: '', baseURL: endpoint.baseURL })
  await parley.settings.open()
  const mine = parley.settings.endpoint(new URL(endpoint.origin).host)
  await parley.settings.endpoint('Built in').getByRole('button', { name: 'Use' }).click()
  await expect(parley.settings.endpoint('Built in')).toContainText('In use for new conversations')
  await expect(mine.getByRole('button', { name: 'Use' })).toBeVisible()
  await parley.settings.closeButton.click()
  await expect(parley.parameters.model).toHaveValue('guide')
})
