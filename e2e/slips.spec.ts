import { expect, model, test } from './fixtures'
import { seedTwoTurns } from './seed'

test('what is pressed by mistake, or for something else, takes nothing away', async ({
  page,
  parley,
  endpoint,
}) => {
  await page.clock.install()
  await parley.open({ baseURL: endpoint.baseURL, model: 'echo' })
  await seedTwoTurns(page, model('echo'), 'slips')
  await page.reload()
  const { thread, library } = parley

  await test.step('Escape belongs to the input method that is composing', async () => {
    const reply = thread.reply()
    await reply.edit('half written')
    const field = reply.article.getByRole('textbox')
    await field.dispatchEvent('keydown', {
      key: 'Escape',
      isComposing: true,
      bubbles: true,
      cancelable: true,
    })
    await expect(field).toHaveValue('half written')
    await field.press('Escape')
    await expect(field).toHaveCount(0)
  })

  await test.step('Alt and an arrow open a list to choose from', async () => {
    const roles = page.locator('form select').first()
    await roles.focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Escape')
    await expect(roles).toBeFocused()
  })

  await test.step('words are selected past the edge of a dialog, which stays', async () => {
    const [title] = await library.entries.allTextContents()
    await library.choose('Tags…', title!)
    const dialog = page.getByRole('dialog')
    const field = dialog.getByRole('textbox')
    await field.fill('half a tag')
    // What is said while it is open is said in it.
    await expect(dialog.locator('[role=status].sr-only')).toHaveCount(1)
    const { x, y } = (await field.boundingBox())!
    await page.mouse.move(x + 5, y + 5)
    await page.mouse.down()
    await page.mouse.move(5, 5, { steps: 3 })
    await page.mouse.up()
    await expect(field).toHaveValue('half a tag')
    await page.mouse.click(5, 5)
    await expect(dialog).toHaveCount(0)
    await expect(page.locator('[role=status].sr-only')).toHaveCount(1)
  })

  await test.step('what can be taken back stays while it has the focus', async () => {
    const [title] = await library.entries.allTextContents()
    await library.choose('Remove', title!)
    const undo = page.getByRole('group', { name: 'Notices' }).getByRole('button', { name: 'Undo' })
    await undo.focus()
    await page.clock.fastForward(60_000)
    await expect(undo).toBeFocused()
    await undo.blur()
    await page.clock.fastForward(60_000)
    await expect(undo).toHaveCount(0)
  })
})
