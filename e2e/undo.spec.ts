import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'
import { seedTwoTurns } from './seed'

const start = ['user: one', 'assistant: one', 'user: two', 'assistant: two']
const echoes = model('echo', { only: 'last' })

const begin = (page: Page, id: string) => seedTwoTurns(page, echoes, id)

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

test('every edit is undone and done again, by button and by key', async ({ page, parley, endpoint }) => {
  test.slow()
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  for (const [at, { name, make, path }] of edits.entries())
    await test.step(name, async () => {
      await begin(page, `edit-${at}`)
      await parley.thread.reads(...start)
      await make(parley)
      await parley.thread.reads(...path)
      await parley.undo.click()
      await parley.thread.reads(...start)
      await parley.redo.click()
      await parley.thread.reads(...path)
      // Keys do what the buttons do, whatever the step.
      if (at > 0) return
      await page.keyboard.press('Alt+ArrowUp')
      await page.keyboard.press('ControlOrMeta+z')
      await parley.thread.reads(...start)
      await page.keyboard.press('ControlOrMeta+Shift+Z')
      await parley.thread.reads(...path)
      await page.keyboard.press('ControlOrMeta+z')
      await parley.thread.reads(...start)
      await page.keyboard.press('ControlOrMeta+y')
      await parley.thread.reads(...path)
    })

  await page.reload()
  for (const [at, { name, path }] of edits.entries())
    await test.step(`${name}, after a reload`, async () => {
      await page.goto(`/#/c/edit-${at}`)
      await parley.thread.reads(...path)
    })

  await test.step('a message that is muted', async () => {
    await begin(page, 'muted')
    const reply = parley.thread.reply()
    await reply.choose('Do not send')
    await expect(reply.article).toContainText('Kept, but not sent.')
    await parley.undo.click()
    await expect(reply.article).not.toContainText('Kept, but not sent.')
    await parley.redo.click()
    await expect(reply.article).toContainText('Kept, but not sent.')
  })
})

test('all that was said and done is undone step by step, and what has no step stays', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  for (const [at, text] of ['one', 'two'].entries()) {
    await parley.send(text)
    await parley.thread.reply(at).has('done', text)
  }
  await test.step('a reply and the message before it', async () => {
    await parley.undo.click()
    await parley.thread.reads(...start.slice(0, 3))
    await parley.undo.click()
    await parley.thread.reads(...start.slice(0, 2))
    await parley.redo.click()
    await parley.redo.click()
    await parley.thread.reads(...start)
    await expect(parley.redo).toBeDisabled()
  })

  const end = ['system: one', 'user: two', 'assistant: two']
  await test.step('every step back to the beginning, and forth again', async () => {
    await parley.thread.message('user', 1).choose('Move up')
    await parley.thread.message('user').changeRole('system')
    await parley.thread.reply().choose('Remove')
    await parley.thread.reads(...end)
    for (let step = 0; step < 7; step++) await parley.undo.click()
    await parley.thread.reads()
    await expect(parley.undo).toBeDisabled()
    for (let step = 0; step < 7; step++) await parley.redo.click()
    await parley.thread.reads(...end)
    await expect(parley.redo).toBeDisabled()
  })

  await test.step('a title given since stays', async () => {
    await parley.library.rename('one', 'A better name')
    await expect(page).toHaveTitle('A better name – Parley')
    await parley.undo.click()
    await parley.thread.reads('system: one', 'user: two', 'assistant: one', 'assistant: two')
    await expect(page).toHaveTitle('A better name – Parley')
    await parley.redo.click()
    await parley.thread.reads(...end)
  })

  await test.step('nothing is undone while a reply is written', async () => {
    await parley.parameters.chooseModel('held')
    await parley.send('three')
    await endpoint.reached()
    await expect(parley.undo).toBeDisabled()
    endpoint.release()
    await parley.thread.reply(1).has('done')
    await expect(parley.undo).toBeEnabled()
  })

  await test.step('what can be undone lasts as long as the page', async () => {
    await parley.undo.click()
    await parley.thread.reads(...end, 'user: three')
    await page.reload()
    await parley.thread.reads(...end, 'user: three')
    await expect(parley.undo).toHaveCount(0)
  })
})

test('undo goes back to what was seen, and only from where it is meant', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  const removed = ['user: one', 'user: two', 'assistant: two']

  await test.step('the path that was seen comes back', async () => {
    await begin(page, 'path')
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

  await test.step('while a message is written, Ctrl+Z is its own', async () => {
    await begin(page, 'keys')
    await parley.thread.reply().choose('Remove')
    await parley.thread.reads(...removed)
    await parley.composer.field.pressSequentially('words')
    await page.keyboard.press('ControlOrMeta+z')
    await expect(parley.composer.field).not.toHaveValue('words')
    await parley.thread.reads(...removed)
  })

  await test.step('while a dialog lies over the page, nothing behind it is undone', async () => {
    await parley.outline.opener.click()
    await expect(parley.outline.dialog).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await page.keyboard.press('Escape')
    await expect(parley.outline.dialog).toBeHidden()
    await parley.thread.reads(...removed)
  })

  await test.step('a new edit leaves nothing to redo', async () => {
    await parley.undo.click()
    await expect(parley.redo).toBeEnabled()
    await parley.thread.message('user').changeRole('system')
    await expect(parley.redo).toBeDisabled()
  })
})
