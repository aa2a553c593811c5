import { expect, model, test } from './fixtures'
import { walkTo } from './walkTo'

test('the first stop leads past everything to the message box', async ({ page, parley }) => {
  await parley.open()
  const skip = parley.link('Skip to the message box')
  await walkTo(page, skip, 'Shift+Tab')
  const box = await skip.boundingBox()
  expect(box?.width).toBeGreaterThan(50)
  expect(box?.height).toBeGreaterThanOrEqual(24)
  await page.keyboard.press('Enter')
  await expect(parley.composer.field).toBeFocused()
})

test('a conversation can be had with the keyboard alone', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, n: 2 }
  await parley.open({ baseURL: endpoint.baseURL, model: model('choices', { tokens: 4 }), defaults })
  await expect(parley.composer.field).toBeFocused()
  await page.keyboard.type('Two of them, please.')
  await page.keyboard.press('Enter')
  const reply = parley.thread.reply()
  await reply.has('done', /^Choice 1:/)
  await expect(parley.composer.field).toBeFocused()

  await walkTo(page, reply.button('Ask for this reply again'), 'Shift+Tab')
  const actions = reply.button('Ask for this reply again').locator('..')
  await expect(actions).toHaveCSS('opacity', '1')

  await walkTo(page, reply.button('Next choice'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await reply.has('done', /^Choice 2:/)
  // The last choice has no next one: the focus stays with the switch.
  await expect(reply.button('Previous choice')).toBeFocused()
  await page.keyboard.press('Enter')
  await reply.has('done', /^Choice 1:/)

  const question = parley.thread.message('user')
  await walkTo(page, question.button('Edit this user message'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(question.editor).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question.editor).toHaveCount(0)
  await question.has('done', 'Two of them, please.')
})

test('the settings take the focus and give it back, as do an editor and a new title', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('say') })
  await test.step('the settings', async () => {
    await walkTo(page, parley.settings.opener, 'Shift+Tab')
    await page.keyboard.press('Enter')
    const { dialog } = parley.settings
    await expect(dialog).toBeVisible()
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true)
    // Every key is listed there.
    const keys = dialog.getByRole('heading', { name: 'Keyboard' }).locator('..')
    for (const key of ['Alt+↑, Alt+↓', 'Ctrl+Z', 'Ctrl+Shift+O', 'Esc', '←, →', 'E', 'C', 'R', 'M', 'Delete'])
      await expect(keys.getByText(key, { exact: true }).first()).toBeAttached()
    await walkTo(page, parley.settings.addEndpoint)
    await page.keyboard.press('Enter')
    await walkTo(page, parley.settings.form.baseURL)
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    await expect(parley.settings.opener).toBeFocused()
  })

  await test.step('an editor', async () => {
    await parley.send('Plain')
    await parley.thread.reply().has('done')
    const question = parley.thread.message('user')
    await walkTo(page, question.button('Edit this user message'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(question.editor).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(question.button('Edit this user message')).toBeFocused()
  })

  await test.step('a new title', async () => {
    await walkTo(page, parley.button('Actions for “Plain”'), 'Shift+Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeFocused()
    await page.keyboard.press('End')
    await expect(page.getByRole('menuitem', { name: 'Remove' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'New title for “Plain”' })).toBeFocused()
    await page.keyboard.type('Better')
    await page.keyboard.press('Enter')
    await expect(parley.library.entries).toHaveText(['Better'])
  })

  await test.step('a new conversation is a shortcut away', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+O')
    await expect(page.getByRole('heading', { name: 'What shall we ask?' })).toBeVisible()
    await expect(parley.composer.field).toBeFocused()
  })
})

test('on a phone the drawers give the focus back', async ({ page, parley }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await parley.open()
  for (const name of ['Show conversations', 'Show parameters']) {
    const opener = parley.button(name)
    await opener.focus()
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog')
    await expect(drawer).toBeVisible()
    expect(await drawer.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(opener).toBeFocused()
  }
})
