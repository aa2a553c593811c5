import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'
import { type Seed, seed, seedTwoTurns } from './seed'

const echoes = model('echo', { only: 'last' })

const start = ['user: one', 'assistant: one', 'user: two', 'assistant: two']

test.beforeEach(({ parley, endpoint }) => parley.open({ baseURL: endpoint.baseURL, model: echoes }))

async function begin(page: Page, parley: Parley, id: string): Promise<void> {
  await seedTwoTurns(page, echoes, id)
  await parley.thread.reads(...start)
}

test('a question is edited here, and what follows stays, or as a new branch', async ({
  page,
  parley,
  endpoint,
}) => {
  await begin(page, parley, 'here')
  const question = parley.thread.message('user')
  await test.step('it is left as it was with Escape', async () => {
    await question.edit('uno')
    await question.editor.press('Escape')
    await parley.thread.reads(...start)
    await expect(parley.undo).toHaveCount(0)
  })

  await question.edit('uno')
  await question.button('Save here').click()
  await parley.thread.reads('user: uno', ...start.slice(1))
  await expect(question.choice(1, 1)).toHaveCount(0)
  expect(await endpoint.completions()).toHaveLength(0)

  await page.reload()
  await parley.thread.reads('user: uno', ...start.slice(1))
  await parley.send('three')
  await parley.thread.reply(2).has('done', 'three')
  expect((await endpoint.completions())[0]?.body).toMatchObject({
    messages: [
      { role: 'user', content: 'uno' },
      { role: 'assistant', content: 'one' },
      { content: 'two' },
      { content: 'two' },
      { content: 'three' },
    ],
  })

  await test.step('as a new branch, and the old one keeps all that follows', async () => {
    await begin(page, parley, 'branch')
    await question.edit('uno')
    await question.button('Send as a new branch').click()
    await parley.thread.reads('user: uno', 'assistant: uno')
    await expect(question.choice(2, 2)).toBeVisible()
    expect((await endpoint.completions()).at(-1)?.body).toMatchObject({ messages: [{ content: 'uno' }] })
    await question.button('Previous choice').click()
    await parley.thread.reads(...start)
  })
})

test('an answer is edited, here and as a new branch, which asks nobody', async ({
  page,
  parley,
  endpoint,
}) => {
  await begin(page, parley, 'answer')
  const reply = parley.thread.reply()
  await reply.edit('**better**')
  await reply.button('Save here').click()
  const edited = ['user: one', 'assistant: better', ...start.slice(2)]
  await parley.thread.reads(...edited)

  await reply.edit('best')
  await reply.button('Save as a new branch').click()
  await parley.thread.reads('user: one', 'assistant: best')
  await expect(reply.choice(2, 2)).toBeVisible()
  expect(await endpoint.completions()).toHaveLength(0)

  await parley.send('three')
  await parley.thread.reads('user: one', 'assistant: best', 'user: three', 'assistant: three')
  await reply.button('Previous choice').click()
  await parley.thread.reads(...edited)
  await parley.send('four')
  await parley.thread.reply(2).has('done', 'four')
  expect((await endpoint.completions()).map(({ body }) => body)).toMatchObject([
    { messages: [{ content: 'one' }, { role: 'assistant', content: 'best' }, { content: 'three' }] },
    { messages: [{ content: 'one' }, { role: 'assistant', content: '**better**' }, {}, {}, {}] },
  ])
})

test('a role is changed where it stands, or with the words', async ({ page, parley, endpoint }) => {
  await begin(page, parley, 'place')
  for (const role of ['system', 'developer', 'tool', 'assistant', 'user']) {
    const first = parley.thread.messages.first()
    await first.getByRole('button', { name: /^Role: / }).click()
    await expect(first.getByRole('menuitemradio', { checked: true })).toBeFocused()
    await first.getByRole('menuitemradio', { name: role }).click()
    await parley.thread.reads(`${role}: one`, ...start.slice(1))
  }
  await parley.thread.message('user').changeRole('developer')
  await page.reload()
  await parley.thread.reads('developer: one', ...start.slice(1))
  await parley.send('three')
  await parley.thread.reply(2).has('done')
  expect((await endpoint.completions())[0]?.body).toMatchObject({
    messages: [{ role: 'developer', content: 'one' }, { role: 'assistant' }, {}, {}, {}],
  })

  await test.step('with the words, here and as a new branch', async () => {
    await begin(page, parley, 'words')
    const reply = parley.thread.reply()
    await reply.edit('uno')
    await reply.article.getByRole('combobox', { name: 'Role' }).selectOption('system')
    await reply.button('Save here').click()
    await parley.thread.reads('user: one', 'system: uno', ...start.slice(2))

    const system = parley.thread.message('system')
    await system.edit('what?')
    await system.article.getByRole('combobox', { name: 'Role' }).selectOption('user')
    await system.button('Send as a new branch').click()
    await parley.thread.reads('user: one', 'user: what?', 'assistant: what?')
    await parley.thread.message('user', 1).button('Previous choice').click()
    await parley.thread.reads('user: one', 'system: uno', ...start.slice(2))
  })
})

test('what can be done with a reply covers nothing of it, also where nobody had it from a server', async ({
  page,
  parley,
}) => {
  const code = (id: string, parent: string | null): Seed => ({
    id,
    parent,
    role: 'assistant',
    content: '```js\nconst words = 1\n```',
  })
  await seed(page, [code('a', null), code('b', 'a')])
  const reply = parley.thread.reply(1)
  await reply.article.hover()
  await expect(reply.article.locator('.code-tools')).toBeVisible()
  // A press fails where something else would take it.
  for (const button of await reply.article.getByRole('button').all()) await button.click({ trial: true })
  await reply.article.locator('.code-tools').getByRole('button', { name: 'Copy' }).click()
  await expect(reply.article.locator('.code-tools')).toContainText('Copied')
  await reply.button(/^Edit/).click()
  await expect(reply.editor).toHaveValue('```js\nconst words = 1\n```')
})
