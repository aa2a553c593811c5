import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'
import { seedTwoTurns } from './seed'

const echoes = model('echo', { only: 'last' })

const start = ['user: one', 'assistant: one', 'user: two', 'assistant: two']

test.beforeEach(async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await seedTwoTurns(page, echoes)
  await parley.thread.reads(...start)
})

async function write(parley: Parley, text: string, role?: string): Promise<void> {
  const row = parley.thread.newMessage
  await expect(row.getByRole('textbox')).toBeFocused()
  await row.getByRole('textbox').fill(text)
  if (role) await row.getByRole('combobox', { name: 'Role' }).selectOption(role)
  await row.getByRole('button', { name: 'Save here' }).click()
}

test('messages are inserted before and after any other, and one that is muted is not sent', async ({
  page,
  parley,
  endpoint,
}) => {
  await test.step('an insertion is left with Escape', async () => {
    await parley.thread.message('user').choose('Insert after')
    await parley.thread.newMessage.getByRole('textbox').fill('never mind')
    await parley.thread.newMessage.getByRole('textbox').press('Escape')
    await expect(parley.thread.newMessage).toHaveCount(0)
    await parley.thread.reads(...start)
  })

  await parley.thread.message('user').choose('Insert before')
  await write(parley, 'zero', 'system')
  await parley.thread.message('user').choose('Insert after')
  await write(parley, 'one and a half')
  await parley.thread.reply(2).choose('Insert after')
  await write(parley, 'three')
  const path = [
    'system: zero',
    'user: one',
    'assistant: one and a half',
    'assistant: one',
    'user: two',
    'assistant: two',
    'user: three',
  ]
  await parley.thread.reads(...path)
  expect(await endpoint.completions()).toHaveLength(0)
  await page.reload()
  await parley.thread.reads(...path)

  // The thread ends with a question now: nothing need be typed to send it.
  await parley.composer.sendButton.click()
  await parley.thread.reads(...path, 'assistant: three')
  expect((await endpoint.completions())[0]?.body).toMatchObject({
    messages: path.map((line) => {
      const [role, content] = line.split(': ')
      return { role, content }
    }),
  })

  await test.step('muted, it stays in sight', async () => {
    await seedTwoTurns(page, echoes, 'muted')
    await parley.thread.reads(...start)
    const reply = parley.thread.reply()
    await reply.choose('Do not send')
    await expect(reply.article).toContainText('Kept, but not sent.')
    await page.reload()
    await expect(reply.article).toContainText('Kept, but not sent.')
    await parley.send('three')
    await parley.thread.reply(2).has('done', 'three')
    expect((await endpoint.completions())[1]?.body).toMatchObject({
      messages: [
        { content: 'one' },
        { role: 'user', content: 'two' },
        { content: 'two' },
        { content: 'three' },
      ],
    })
    await reply.choose('Send again')
    await expect(reply.article).not.toContainText('Kept, but not sent.')
    await parley.send('four')
    await parley.thread.reply(3).has('done', 'four')
    expect((await endpoint.completions())[2]?.body).toHaveProperty('messages.length', 7)
  })
})

test('a message moves up and down, or is removed, and other branches stay as they were', async ({
  page,
  parley,
}) => {
  await test.step('the ends of the thread move no further', async () => {
    const first = parley.thread.message('user')
    await first.article.hover()
    await first.button(/^More for this/).click()
    await expect(first.article.getByRole('menuitem', { name: 'Move up' })).toBeDisabled()
    await expect(first.article.getByRole('menuitem', { name: 'Move down' })).toBeEnabled()
    await first.article.press('Escape')
    const last = parley.thread.reply(1)
    await last.article.hover()
    await last.button(/^More for this/).click()
    await expect(last.article.getByRole('menuitem', { name: 'Move up' })).toBeEnabled()
    await expect(last.article.getByRole('menuitem', { name: 'Move down' })).toBeDisabled()
    await last.article.press('Escape')
  })

  await test.step('a move', async () => {
    await parley.thread.message('user', 1).choose('Move up')
    await parley.thread.reads('user: one', 'user: two', 'assistant: one', 'assistant: two')
    await parley.thread.message('user', 1).choose('Move up')
    await parley.thread.reads('user: two', 'user: one', 'assistant: one', 'assistant: two')
    await parley.thread.message('user').choose('Move down')
    await parley.thread.reads('user: one', 'user: two', 'assistant: one', 'assistant: two')
    await page.reload()
    await parley.thread.reads('user: one', 'user: two', 'assistant: one', 'assistant: two')
  })

  await test.step('other branches', async () => {
    await seedTwoTurns(page, echoes, 'branches')
    // Another second question, whose branch has the first turn in common.
    await parley.thread.message('user', 1).edit('dos')
    await parley.thread.message('user', 1).button('Send as a new branch').click()
    await parley.thread.reads('user: one', 'assistant: one', 'user: dos', 'assistant: dos')
    await parley.thread.message('user', 1).choose('Move up')
    await parley.thread.reads('user: one', 'user: dos', 'assistant: one', 'assistant: dos')
    await parley.thread.message('user', 1).button('Previous choice').click()
    await parley.thread.reads(...start)
  })
  await seedTwoTurns(page, echoes, 'one')
  await parley.thread.reads(...start)
  await test.step('one, and what follows stays', async () => {
    await parley.thread.reply().choose('Remove')
    await parley.thread.reads('user: one', 'user: two', 'assistant: two')
    await page.reload()
    await parley.thread.reads('user: one', 'user: two', 'assistant: two')
  })

  await test.step('all that follows', async () => {
    await seedTwoTurns(page, echoes, 'removed')
    const second = parley.thread.message('user', 1)
    await second.edit('dos')
    await second.button('Send as a new branch').click()
    await parley.thread.reads('user: one', 'assistant: one', 'user: dos', 'assistant: dos')
    await second.choose('Remove with all that follows')
    await parley.thread.reads(...start)
    await expect(second.choice(1, 1)).toHaveCount(0)
    await parley.thread.reply().choose('Remove with all that follows')
    await parley.thread.reads('user: one')
    await page.reload()
    await parley.thread.reads('user: one')
  })
})
