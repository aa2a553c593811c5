import { expect, model, test } from './fixtures'
import { type Seed, seed } from './seed'

const said = (id: string, parent: string | null, at: number): Seed => ({
  id,
  parent,
  role: at % 2 ? 'assistant' : 'user',
  content: `This is ${id}.`,
})

test('every branch is listed, with what is on screen marked', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  await parley.send('one')
  await parley.thread.reply().has('done', 'one')
  await parley.send('two')
  await parley.thread.reply(1).has('done', 'two')
  await parley.thread.message('user', 1).edit('dos')
  await parley.thread.message('user', 1).button('Send as a new branch').click()
  await parley.thread.reads('user: one', 'assistant: one', 'user: dos', 'assistant: dos')

  await parley.outline.opener.click()
  await expect(parley.outline.dialog).toContainText('6 messages, with every branch.')
  const lines = parley.outline.dialog.locator('[data-line]')
  await expect(lines).toHaveText([
    'userone',
    'assistantone',
    'user1 / 2two',
    'assistanttwo',
    'user2 / 2dos',
    'assistantdos',
  ])
  await expect(lines.and(page.locator('[aria-current]'))).toHaveText([
    'userone',
    'assistantone',
    'user2 / 2dos',
    'assistantdos',
  ])
  await lines.nth(3).click()
  await expect(parley.outline.dialog).toBeHidden()
  await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
  await expect(parley.thread.reply(1).article).toBeFocused()
  await page.reload()
  await parley.thread.reads('user: one', 'assistant: one', 'user: two', 'assistant: two')
})

test('of 10,000 messages only those in sight are drawn, the arrows go from line to line, and to a message', async ({
  page,
  parley,
  endpoint,
}) => {
  // A trunk of 20, then 20 branches of 499 each.
  const trunk = Array.from({ length: 20 }, (_, at) => said(`t${at}`, at ? `t${at - 1}` : null, at))
  const branches = Array.from({ length: 20 }, (_, branch) =>
    Array.from({ length: 499 }, (_, at) => {
      const message = said(`b${branch}-${at}`, at ? `b${branch}-${at - 1}` : 't19', at)
      // The last branch is not as high as the others.
      return branch === 19 ? message : { ...message, content: `This is b${branch}-${at}.\n\nWith more.` }
    }),
  )

  await parley.open({ baseURL: endpoint.baseURL, model: 'echo' })
  await seed(page, [...trunk, ...branches.flat()])
  await expect(parley.thread.messages.last()).toContainText('This is b19-498.')
  await parley.outline.opener.click()
  await expect(parley.outline.dialog).toContainText('10000 messages, with every branch.')

  const lines = parley.outline.dialog.locator('[data-line]')
  expect(await lines.count()).toBeLessThan(100)
  const line = (at: number) => parley.outline.dialog.locator(`[data-line="${at}"]`)
  await expect(line(9999)).toBeFocused()
  await expect(line(9999)).toHaveAttribute('aria-level', '2')
  // One stop for Tab, wherever the arrows have been.
  await expect(parley.outline.dialog.locator('[role=treeitem][tabindex="0"]')).toHaveCount(1)
  await page.keyboard.press('PageUp')
  await expect(line(9999)).not.toBeFocused()
  await expect(parley.outline.dialog.locator(':focus')).toHaveAttribute('data-line', /^99/)
  await page.keyboard.press('Home')
  await expect(line(0)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(line(20)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(line(19)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(line(0)).toBeFocused()
  for (const at of [1, 2, 3]) {
    await page.keyboard.press('ArrowDown')
    await expect(line(at)).toBeFocused()
  }
  await page.keyboard.press('ArrowUp')
  await expect(line(2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(line(9999)).toBeFocused()
  await expect(line(9999)).toHaveText('userThis is b19-498.')
  await page.keyboard.press('ArrowUp')
  await expect(line(9998)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(line(0)).toBeFocused()

  // A line brings its path on screen, at its message.
  for (let at = 1; at <= 60; at++) {
    await page.keyboard.press('ArrowDown')
    await expect(line(at)).toBeFocused()
  }
  await expect(line(60)).toContainText('This is b0-40.')
  await page.keyboard.press('Enter')
  await expect(parley.outline.dialog).toBeHidden()
  const wanted = parley.thread.messages.filter({ hasText: 'This is b0-40.' })
  await expect(wanted).toBeFocused()
  await expect(wanted).toBeInViewport()
  // The next key goes on from there.
  await page.keyboard.press('ArrowDown')
  await expect(parley.thread.messages.filter({ hasText: 'This is b0-41.' })).toBeFocused()
})
