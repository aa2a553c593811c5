import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'

const start = ['user: one', 'assistant: one', 'user: two', 'assistant: two']

test.beforeEach(async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  for (const [at, text] of ['one', 'two'].entries()) {
    await parley.send(text)
    await parley.thread.reply(at).has('done', text)
  }
})

interface Edit {
  name: string
  make: (parley: Parley) => Promise<void>
  path: string[]
}

const inserted = async (parley: Parley, where: 'before' | 'after') => {
  await parley.thread.message('user', 1).choose(`Insert ${where}`)
  await parley.thread.newMessage.getByRole('textbox').fill('new')
  await parley.thread.newMessage.getByRole('button', { name: 'Save here' }).click()
}

const edits: Edit[] = [
  {
    name: 'words',
    make: async ({ thread }) => {
      await thread.message('user').edit('uno')
      await thread.message('user').button('Save here').click()
    },
    path: ['user: uno', ...start.slice(1)],
  },
  {
    name: 'a branch',
    make: async ({ thread }) => {
      await thread.reply().edit('uno')
      await thread.reply().button('Save as a new branch').click()
    },
    path: ['user: one', 'assistant: uno'],
  },
  {
    name: 'a role',
    make: ({ thread }) => thread.message('user').changeRole('system'),
    path: ['system: one', ...start.slice(1)],
  },
  {
    name: 'an insertion before',
    make: (parley) => inserted(parley, 'before'),
    path: [...start.slice(0, 2), 'assistant: new', ...start.slice(2)],
  },
  {
    name: 'an insertion after',
    make: (parley) => inserted(parley, 'after'),
    path: [...start.slice(0, 3), 'assistant: new', ...start.slice(3)],
  },
  {
    name: 'a move',
    make: ({ thread }) => thread.message('user', 1).choose('Move up'),
    path: ['user: one', 'user: two', 'assistant: one', 'assistant: two'],
  },
  {
    name: 'a removal',
    make: ({ thread }) => thread.reply().choose('Remove'),
    path: ['user: one', 'user: two', 'assistant: two'],
  },
  {
    name: 'the removal of a branch',
    make: ({ thread }) => thread.reply().choose('Remove with all that follows'),
    path: ['user: one'],
  },
]

for (const { name, make, path } of edits)
  test(`${name}: undone and done again, by button and by key`, async ({ page, parley }) => {
    await make(parley)
    await parley.thread.reads(...path)
    await parley.undo.click()
    await parley.thread.reads(...start)
    await parley.redo.click()
    await parley.thread.reads(...path)
    await page.keyboard.press('Alt+ArrowUp')
    await page.keyboard.press('ControlOrMeta+z')
    await parley.thread.reads(...start)
    await page.keyboard.press('ControlOrMeta+Shift+Z')
    await parley.thread.reads(...path)
    await page.keyboard.press('ControlOrMeta+z')
    await parley.thread.reads(...start)
    await page.keyboard.press('ControlOrMeta+y')
    await parley.thread.reads(...path)
    await page.reload()
    await parley.thread.reads(...path)
  })

test('a message that is muted', async ({ parley }) => {
  const reply = parley.thread.reply()
  await reply.choose('Do not send')
  await expect(reply.article).toContainText('Kept, but not sent.')
  await parley.undo.click()
  await expect(reply.article).not.toContainText('Kept, but not sent.')
  await parley.redo.click()
  await expect(reply.article).toContainText('Kept, but not sent.')
})

test('a reply and the message before it', async ({ page, parley }) => {
  await parley.undo.click()
  await parley.thread.reads(...start.slice(0, 3))
  await parley.undo.click()
  await parley.thread.reads(...start.slice(0, 2))
  await parley.redo.click()
  await parley.redo.click()
  await parley.thread.reads(...start)
  await expect(parley.redo).toBeDisabled()
  await parley.undo.click()
  await page.reload()
  await parley.thread.reads(...start.slice(0, 3))
  // What can be undone lasts as long as the page.
  await expect(parley.undo).toHaveCount(0)
})

test('every step back to the beginning, and forth again', async ({ parley }) => {
  await parley.thread.message('user', 1).choose('Move up')
  await parley.thread.message('user').changeRole('system')
  await parley.thread.reply().choose('Remove')
  const end = ['system: one', 'user: two', 'assistant: two']
  await parley.thread.reads(...end)
  for (let step = 0; step < 7; step++) await parley.undo.click()
  await parley.thread.reads()
  await expect(parley.undo).toBeDisabled()
  for (let step = 0; step < 7; step++) await parley.redo.click()
  await parley.thread.reads(...end)
  await expect(parley.redo).toBeDisabled()
})

test('the path that was seen comes back', async ({ parley }) => {
  const first = parley.thread.message('user')
  await first.edit('uno')
  await first.button('Send as a new branch').click()
  await parley.thread.reads('user: uno', 'assistant: uno')
  await first.button('Previous choice').click()
  await parley.thread.reads(...start)
  await parley.thread.reply().choose('Remove')
  await first.button('Next choice').click()
  await parley.thread.reads('user: uno', 'assistant: uno')
  await parley.undo.click()
  await parley.thread.reads(...start)
})

test('a new edit leaves nothing to redo', async ({ parley }) => {
  await parley.thread.reply().choose('Remove')
  await parley.undo.click()
  await expect(parley.redo).toBeEnabled()
  await parley.thread.message('user').changeRole('system')
  await expect(parley.redo).toBeDisabled()
})

test('while a message is written, Ctrl+Z is its own', async ({ page, parley }) => {
  await parley.thread.reply().choose('Remove')
  await parley.composer.field.pressSequentially('words')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(parley.composer.field).not.toHaveValue('words')
  await parley.thread.reads('user: one', 'user: two', 'assistant: two')
})

test('while a dialog lies over the page, nothing behind it is undone', async ({ page, parley }) => {
  await parley.outline.opener.click()
  await expect(parley.outline.dialog).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('Escape')
  await expect(parley.outline.dialog).toBeHidden()
  await parley.thread.reads(...start)
})

test('a title given since stays', async ({ page, parley }) => {
  await parley.thread.reply().choose('Remove')
  await parley.library.rename('one', 'A better name')
  await expect(page).toHaveTitle('A better name – Parley')
  await parley.undo.click()
  await parley.thread.reads(...start)
  await expect(page).toHaveTitle('A better name – Parley')
})

test('nothing is undone while a reply is written', async ({ parley, endpoint }) => {
  await parley.parameters.chooseModel(model('held'))
  await parley.send('three')
  await endpoint.reached()
  await expect(parley.undo).toBeDisabled()
  endpoint.release()
  await parley.thread.reply(2).has('done')
  await expect(parley.undo).toBeEnabled()
})
