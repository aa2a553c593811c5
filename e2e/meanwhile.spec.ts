import { expect, model, test } from './fixtures'

// What a reader does while a reply is being written must not be lost, nor change its meaning.

const held = model('held', { tokens: 6, after: 2 })

test('a queued message keeps the role in which it was written, and a key sends it not away', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: held })
  await parley.send('Begin.')
  await endpoint.reached()
  await parley.composer.role.selectOption('system')
  await parley.composer.field.fill('Be brief.')
  await parley.composer.field.press('Enter')
  await expect(parley.composer.queued).toBeVisible()
  await parley.thread.message('user').article.focus()
  await page.keyboard.press('r')
  await expect(parley.composer.queued).toBeVisible()
  endpoint.release()
  await parley.thread.reply(1).has('done')
  const [, second] = await endpoint.completions()
  expect(second?.body).toMatchObject({ messages: [{}, {}, { role: 'system', content: 'Be brief.' }] })
})

test('an editor that is open waits with its words', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: held })
  await parley.send('Begin.')
  const question = parley.thread.message('user')
  endpoint.release()
  await parley.thread.reply().has('done')
  endpoint.shut()
  await question.edit('Other words')
  await parley.send('And more.')
  await endpoint.reached()
  await expect(question.button('Save here')).toBeDisabled()
  await question.editor.press('Control+Enter')
  await expect(question.editor).toHaveValue('Other words')
  endpoint.release()
  await parley.thread.reply(1).has('done')
  await question.button('Save here').click()
  await question.has('done', 'Other words')
})
