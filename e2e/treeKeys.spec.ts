import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'
import { seedTwoTurns } from './seed'
import { walkTo } from './walkTo'

// No test in this file touches the mouse: from the page's first moment on, keys are enough.

const echoes = model('echo', { only: 'last' })
const start = ['user: one', 'assistant: one', 'user: two', 'assistant: two']

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))

/** A thread of two turns that nobody has touched, with the focus in the composer. */
async function begin(page: Page, parley: Parley, id: string): Promise<void> {
  await seedTwoTurns(page, echoes, id)
  await parley.thread.reads(...start)
  await parley.composer.field.focus()
}

test.describe('in a thread of two turns', () => {
  test.beforeEach(({ parley, endpoint }) => parley.open({ baseURL: endpoint.baseURL, model: echoes }))

  test('keys lead from message to message, into a menu, a role and the outline', async ({ page, parley }) => {
    await test.step('Alt and arrows lead into the thread, through it and out again', async () => {
      await begin(page, parley, 'walk')
      const { messages } = parley.thread
      for (const at of [3, 2, 1, 0]) {
        await press(page, 'Alt+ArrowUp')
        await expect(messages.nth(at)).toBeFocused()
      }
      await press(page, 'ArrowDown')
      await expect(messages.nth(1)).toBeFocused()
      await press(page, 'ArrowDown', 'ArrowDown', 'ArrowUp')
      await expect(messages.nth(2)).toBeFocused()
      await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown')
      await expect(parley.composer.field).toBeFocused()
    })

    await test.step('a menu goes to what is typed, and gives the focus back', async () => {
      const question = parley.thread.message('user', 1)
      await press(page, 'Alt+ArrowUp', 'ArrowUp')
      await walkTo(page, question.button('More for this user message'))
      await press(page, 'Enter')
      const item = (name: string) => question.article.getByRole('menuitem', { name, exact: true })
      await expect(item('Ask for a reply here')).toBeFocused()
      await press(page, 'r')
      await expect(item('Remove')).toBeFocused()
      await press(page, 'End')
      await expect(item('Remove with all that follows')).toBeFocused()
      await press(page, 'Home')
      await expect(item('Ask for a reply here')).toBeFocused()
      await press(page, 'Escape')
      await expect(question.button('More for this user message')).toBeFocused()
      await parley.thread.reads(...start)
    })

    await test.step('a role is changed with arrows', async () => {
      await begin(page, parley, 'role')
      await press(page, 'Alt+ArrowUp', 'ArrowUp', 'Tab')
      await expect(parley.thread.message('user', 1).button('Role: user. Change it')).toBeFocused()
      await press(page, 'Enter', 'Home', 'Enter')
      await parley.thread.reads(start[0]!, start[1]!, 'system: two', start[3]!)
      await expect(parley.thread.message('system').button('Role: system. Change it')).toBeFocused()
    })

    await test.step('undo, redo and the outline are within reach', async () => {
      await begin(page, parley, 'undo')
      await press(page, 'Alt+ArrowUp', 'Delete')
      await parley.thread.reads(...start.slice(0, 3))
      await walkTo(page, parley.undo, 'Shift+Tab')
      await press(page, 'Enter')
      await parley.thread.reads(...start)
      await walkTo(page, parley.outline.opener)
      await press(page, 'Enter')
      const lines = parley.outline.dialog.locator('[data-line]')
      await expect(lines.last()).toBeFocused()
      await press(page, 'Home', 'ArrowDown', 'ArrowDown')
      await expect(lines.nth(2)).toBeFocused()
      await press(page, 'Enter')
      await expect(parley.outline.dialog).toBeHidden()
      await expect(parley.thread.message('user', 1).article).toBeFocused()
      await walkTo(page, parley.outline.opener, 'Shift+Tab')
      await press(page, 'Enter')
      await expect(parley.outline.dialog).toBeVisible()
      await press(page, 'Escape')
      await expect(parley.outline.opener).toBeFocused()
    })
  })

  test('keys edit, copy, mute, remove and ask again', async ({ page, context, parley }) => {
    await test.step('e edits, here and as a new branch, and the focus stays with the message', async () => {
      await begin(page, parley, 'edit')
      await press(page, 'Alt+ArrowUp', 'ArrowUp', 'e')
      const question = parley.thread.message('user', 1)
      await expect(question.editor).toBeFocused()
      await press(page, 'Escape')
      await expect(question.article).toBeFocused()

      await press(page, 'e', 'ControlOrMeta+a')
      await page.keyboard.type('dos')
      await walkTo(page, question.button('Save here'))
      await press(page, 'Enter')
      await parley.thread.reads('user: one', 'assistant: one', 'user: dos', 'assistant: two')
      await expect(question.article).toBeFocused()

      await press(page, 'e', 'ControlOrMeta+a')
      await page.keyboard.type('tres')
      await press(page, 'ControlOrMeta+Enter')
      await parley.thread.reads('user: one', 'assistant: one', 'user: tres', 'assistant: tres')
      await expect(question.article).toBeFocused()
      await press(page, 'ArrowLeft')
      await parley.thread.reads('user: one', 'assistant: one', 'user: dos', 'assistant: two')
      await expect(question.article).toBeFocused()
      await press(page, 'ArrowRight')
      await parley.thread.reads('user: one', 'assistant: one', 'user: tres', 'assistant: tres')
    })

    await test.step('c copies, m mutes, Delete removes', async () => {
      await begin(page, parley, 'copy')
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await press(page, 'Alt+ArrowUp', 'Alt+ArrowUp', 'c')
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('two')
      const question = parley.thread.message('user', 1)
      await press(page, 'm')
      await expect(question.article).toContainText('Kept, but not sent.')
      await expect(question.article).toHaveAccessibleName('user, message 3 of 4, not sent')
      await expect(page.getByRole('status').filter({ hasText: 'Not sent any more' })).toBeAttached()
      await press(page, 'm')
      await expect(question.article).not.toContainText('Kept, but not sent.')
      await press(page, 'Delete')
      await parley.thread.reads('user: one', 'assistant: one', 'assistant: two')
      await expect(parley.thread.reply(1).article).toBeFocused()
      await press(page, 'ControlOrMeta+z')
      await parley.thread.reads(...start)
      await press(page, 'ControlOrMeta+Shift+z')
      await parley.thread.reads('user: one', 'assistant: one', 'assistant: two')
    })

    await test.step('r asks for a reply, and the arrows go between what came', async () => {
      await begin(page, parley, 'again')
      await press(page, 'Alt+ArrowUp', 'r')
      const reply = parley.thread.reply(1)
      await expect(reply.choice(2, 2)).toBeVisible()
      await reply.has('done', 'two')
      await expect(reply.article).toBeFocused()
      await press(page, 'ArrowLeft')
      await expect(reply.choice(1, 2)).toBeVisible()
      await expect(reply.article).toBeFocused()
      await press(page, 'ArrowUp', 'r')
      await expect(reply.choice(3, 3)).toBeVisible()
      await reply.has('done', 'two')
      await expect(parley.thread.message('user', 1).article).toBeFocused()
    })
  })

  test('the menu of a message inserts, moves, mutes, forks and removes', async ({ page, parley }) => {
    await begin(page, parley, 'menu')
    const question = parley.thread.message('user', 1)
    const open = async () => {
      await walkTo(page, question.button('More for this user message'))
      await press(page, 'Enter')
      await expect(question.article.getByRole('menu')).toBeVisible()
    }
    const item = async (name: string) => {
      const wanted = question.article.getByRole('menuitem', { name, exact: true })
      for (let steps = 0; steps < 12; steps++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) break
        await press(page, 'ArrowDown')
      }
      await expect(wanted).toBeFocused()
      await press(page, 'Enter')
    }
    await press(page, 'Alt+ArrowUp', 'ArrowUp')
    await open()
    await item('Insert before')
    await expect(parley.thread.newMessage.getByRole('textbox')).toBeFocused()
    await page.keyboard.type('between')
    await press(page, 'ControlOrMeta+Enter')
    await parley.thread.reads(start[0]!, start[1]!, 'assistant: between', start[2]!, start[3]!)
    await expect(parley.thread.reply(1).article).toBeFocused()

    await press(page, 'ArrowDown')
    await open()
    await item('Move up')
    await parley.thread.reads(start[0]!, start[1]!, start[2]!, 'assistant: between', start[3]!)
    await expect(question.button('More for this user message')).toBeFocused()
    await press(page, 'Enter')
    await item('Do not send')
    await expect(question.article).toContainText('Kept, but not sent.')
    await press(page, 'Enter')
    await item('Remove with all that follows')
    await parley.thread.reads(start[0]!, start[1]!)
    await press(page, 'ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+z')
    await parley.thread.reads(...start)

    await press(page, 'Alt+ArrowUp', 'ArrowUp')
    await open()
    await item('Fork into a new conversation')
    await parley.thread.reads(...start.slice(0, 3))
    await expect(page).toHaveTitle('one (fork) – Parley')
  })
})

test('choices are compared and taken with keys', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, n: 3 }
  let keeperComes!: () => void
  const keeper = new Promise<void>((resolve) => (keeperComes = resolve))
  await page.route(/KeptFocus/, async (route) => {
    await keeper
    await route.continue()
  })
  await parley.open({ baseURL: endpoint.baseURL, model: model('choices', { tokens: 2 }), defaults })
  await page.keyboard.type('Three.')
  await press(page, 'Enter')
  const reply = parley.thread.reply()
  await expect.poll(() => endpoint.completions()).toHaveLength(1)
  await twoFrames(page)
  // What could be focused is not shown before there is what keeps the focus.
  expect(await parley.thread.messages.count()).toBe(0)
  keeperComes()
  await reply.has('done', /^Choice 1:/)
  await press(page, 'Alt+ArrowUp')
  // Keys come faster than frames.
  await page.evaluate(() => {
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft'])
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await reply.has('done', /^Choice 2:/)
  await expect(reply.article).toBeFocused()
  await walkTo(page, reply.button('Compare'))
  await press(page, 'Enter')
  await walkTo(page, parley.compare.take(3))
  await press(page, 'Enter')
  await reply.has('done', /^Choice 3:/)
  await expect(reply.article).toBeFocused()
  await press(page, 'ArrowLeft')
  await reply.has('done', /^Choice 2:/)
})

test('an answer is continued with keys, and begun', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, max_tokens: 2 }
  await parley.open({ baseURL: endpoint.baseURL, prefill: 'trailing', model: 'length', defaults })
  await page.keyboard.type('A story.')
  await press(page, 'Enter')
  const reply = parley.thread.reply()
  await reply.has('done', 'The lamp')
  await walkTo(page, reply.button('Continue'), 'Shift+Tab')
  await press(page, 'Enter')
  await reply.has('done', 'The lampThe lamp')

  await press(page, 'Alt+ArrowDown')
  await walkTo(page, parley.composer.role)
  await page.keyboard.type('assistant')
  await expect(parley.composer.role).toHaveValue('assistant')
  await walkTo(page, parley.composer.field, 'Shift+Tab')
  await page.keyboard.type('Once:')
  await press(page, 'Enter')
  await parley.thread.reply(1).has('done', 'Once:The lamp')
})

test('tool calls are answered with keys', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-calls' })
  await page.keyboard.type('Weather?')
  await press(page, 'Enter')
  const reply = parley.thread.reply()
  await reply.has('done')
  await press(page, 'Alt+ArrowUp')
  await walkTo(page, reply.result('get_weather', 0))
  await page.keyboard.type('18')
  await press(page, 'Tab')
  await expect(reply.result('get_weather', 1)).toBeFocused()
  await page.keyboard.type('9')
  await walkTo(page, reply.button('Send 2 results'))
  await press(page, 'Enter')
  await parley.thread.reply(1).has('done', 'The tools said: 18 · 9')
})
