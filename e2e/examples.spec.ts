import { expect, test } from './fixtures'
import { watchReplies } from './watchReplies'

const tutor = /^A tutor in two turns/
const story = /^A story, streamed/
const facts = /^Facts as JSON/

test('the built-in endpoint answers every example', async ({ page, parley }) => {
  await parley.open()
  const { thread } = parley

  await test.step('the tutor answers the second turn in the light of the first', async () => {
    await parley.button(tutor).click()
    await thread.message('system').has('done', 'You are a concise Python tutor.')
    await thread.message('user', 0).has('done', 'What is a list comprehension?')
    await thread.reply(0).has('done', /list comprehension/i)
    await thread.message('user', 1).has('done', 'Can you show me an example?')
    // Nothing in the second question says of what: that is known from the first.
    await thread.reply(1).has('done', /\[[^\]]+ for \w+ in [^\]]+\]/)
    await expect(thread.reply(1).body).toContainText('guide is a search program, not a language model')
    await expect(thread.messages).toHaveCount(5)
  })

  await test.step('the story is streamed', async () => {
    await parley.library.begin()
    const looks = await watchReplies(page)
    await parley.button(story).click()
    await thread.reply().has('done', /(\S+\s+){20}/)
    const texts = (await looks()).filter(({ status }) => status === 'streaming').map(({ text }) => text)
    expect(new Set(texts).size).toBeGreaterThan(2)
    await expect(thread.reply().article).toContainText('babble')
  })

  await test.step('the extractor fills the fields of the example', async () => {
    await parley.library.begin()
    await parley.button(facts).click()
    await thread.reply().has('done', /name[^}]*John Smith[^}]*age[^}]*35[^}]*city[^}]*Seattle/)
  })

  await test.step('the extractor reads a sentence that it has not seen', async () => {
    await parley.library.begin()
    await parley.parameters.responseFormat('json_object').check()
    await parley.send(
      'Extract name, age, and city from: "Maria Lopez is 28 years old and lives in Madrid." Return JSON.',
    )
    await thread.reply().has('done', /name[^}]*Maria Lopez[^}]*age[^}]*28[^}]*city[^}]*Madrid/)
  })
})

test('on an endpoint added by hand the requests are those of the documentation', async ({
  parley,
  endpoint,
}) => {
  await parley.open()
  await parley.settings.add({ name: 'By hand', baseURL: endpoint.baseURL })
  await expect(parley.button(tutor)).toContainText('gpt-4o-mini')
  await parley.button(tutor).click()
  await parley.thread.reply(1).has('done', /list comprehension/)
  await parley.library.begin()
  await parley.button(story).click()
  await parley.thread.reply().has('done', 'An answer to Tell me a short story.')
  await parley.library.begin()
  await parley.button(facts).click()
  await parley.thread.reply().has('done', /John Smith[^}]*35[^}]*Seattle/)

  const model = 'gpt-4o-mini'
  const messages = [
    { role: 'system', content: 'You are a concise Python tutor.' },
    { role: 'user', content: 'What is a list comprehension?' },
  ]
  const answer = { role: 'assistant', content: 'An answer to **What is a list comprehension?**' }
  const sentence = '"John Smith is 35 years old and lives in Seattle."'
  const extract = `Extract name, age, and city from: ${sentence}. Return JSON.`
  expect((await endpoint.completions()).map(({ body }) => body)).toEqual([
    { model, messages },
    { model, messages: [...messages, answer, { role: 'user', content: 'Can you show me an example?' }] },
    { model, messages: [{ role: 'user', content: 'Tell me a short story.' }], stream: true },
    { model, messages: [{ role: 'user', content: extract }], response_format: { type: 'json_object' } },
  ])
})

test('a server that is known not to have the model is asked for the one chosen there', async ({
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.under('models-bare-list') })
  await expect(parley.parameters.model).toHaveAccessibleDescription(/1 listed/)
  await expect(parley.button(story)).toContainText('gpt-4o-mini')
  await parley.parameters.chooseModel('bare-list')
  await expect(parley.button(story)).toContainText('bare-list')
  await parley.button(story).click()
  await parley.thread.reply().has('failed')
  expect((await endpoint.completions())[0]?.body).toMatchObject({ model: 'bare-list', stream: true })
})
