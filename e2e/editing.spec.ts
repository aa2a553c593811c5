import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'

const echoes = model('echo', { only: 'last' })

/** Two turns, each answered with its own words. */
async function talk(parley: Parley): Promise<void> {
  for (const [at, text] of ['one', 'two'].entries()) {
    await parley.send(text)
    await parley.thread.reply(at).has('done', text)
  }
}

test.describe('a question', () => {
  test('is edited here, and what follows stays', async ({ page, parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    const question = parley.thread.message('user')
    await question.edit('uno')
    await question.button('Save here').click()
    await parley.thread.reads('user: uno', 'assistant: one', 'user: two', 'assistant: two')
    await expect(question.choice(1, 1)).toHaveCount(0)
    expect(await endpoint.completions()).toHaveLength(2)

    await page.reload()
    await parley.thread.reads('user: uno', 'assistant: one', 'user: two', 'assistant: two')
    await parley.send('three')
    await parley.thread.reply(2).has('done', 'three')
    expect((await endpoint.completions())[2]?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'uno' },
        { role: 'assistant', content: 'one' },
        { content: 'two' },
        { content: 'two' },
        { content: 'three' },
      ],
    })
  })

  test('is edited as a new branch, and the old one keeps all that follows', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    const question = parley.thread.message('user')
    await question.edit('uno')
    await question.button('Send as a new branch').click()
    await parley.thread.reads('user: uno', 'assistant: uno')
    await question.button('Previous choice').click()
    await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
  })

  test('is left as it was with Escape', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await parley.send('one')
    await parley.thread.reply().has('done')
    const question = parley.thread.message('user')
    await question.edit('uno')
    await question.editor.press('Escape')
    await parley.thread.reads('user: one', 'assistant: one')
    await expect(parley.undo).toBeEnabled()
    await parley.undo.click()
    await parley.thread.reads('user: one')
  })
})

test.describe('an answer', () => {
  test('is edited here', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    await parley.thread.reply().edit('**better**')
    await parley.thread.reply().button('Save here').click()
    await parley.thread.reads('user: one', 'assistant: better', 'user: two', 'assistant: two')
    expect(await endpoint.completions()).toHaveLength(2)
  })

  test('is edited as a new branch, which asks nobody', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    const reply = parley.thread.reply()
    await reply.edit('better')
    await reply.button('Save as a new branch').click()
    await parley.thread.reads('user: one', 'assistant: better')
    await expect(reply.choice(2, 2)).toBeVisible()
    expect(await endpoint.completions()).toHaveLength(2)

    await parley.send('three')
    await parley.thread.reads('user: one', 'assistant: better', 'user: three', 'assistant: three')
    expect((await endpoint.completions())[2]?.body).toMatchObject({
      messages: [{ content: 'one' }, { role: 'assistant', content: 'better' }, { content: 'three' }],
    })
    await reply.button('Previous choice').click()
    await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
  })
})

test.describe('a role', () => {
  test('is changed where it stands', async ({ page, parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    for (const role of ['system', 'developer', 'tool', 'assistant', 'user']) {
      const first = parley.thread.messages.first()
      await first.getByRole('button', { name: /^Role: / }).click()
      await expect(first.getByRole('menuitemradio', { checked: true })).toBeFocused()
      await first.getByRole('menuitemradio', { name: role }).click()
      await parley.thread.reads(`${role}: one`, 'assistant: one', 'user: two', 'assistant: two')
    }
    await parley.thread.message('user').changeRole('developer')
    await page.reload()
    await parley.thread.reads('developer: one', 'assistant: one', 'user: two', 'assistant: two')
    await parley.send('three')
    await parley.thread.reply(2).has('done')
    expect((await endpoint.completions())[2]?.body).toMatchObject({
      messages: [{ role: 'developer', content: 'one' }, { role: 'assistant' }, {}, {}, {}],
    })
  })

  test('is changed with the words, here and as a new branch', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: echoes })
    await talk(parley)
    const reply = parley.thread.reply()
    await reply.edit('uno')
    await reply.article.getByRole('combobox', { name: 'Role' }).selectOption('system')
    await reply.button('Save here').click()
    await parley.thread.reads('user: one', 'system: uno', 'user: two', 'assistant: two')

    const system = parley.thread.message('system')
    await system.edit('what?')
    await system.article.getByRole('combobox', { name: 'Role' }).selectOption('user')
    await system.button('Send as a new branch').click()
    await parley.thread.reads('user: one', 'user: what?', 'assistant: what?')
    await parley.thread.message('user', 1).button('Previous choice').click()
    await parley.thread.reads('user: one', 'system: uno', 'user: two', 'assistant: two')
  })
})
