import { expect, model, test } from './fixtures'

const says = model('say', { text: 'Yes.' })

test('a system message written before the start goes first', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: says })
  await page.getByRole('textbox', { name: 'Add a system message' }).fill('You are a pirate.')
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await parley.thread.message('system').has('done', 'You are a pirate.')
  await expect(parley.thread.messages.first()).toHaveAttribute('data-role', 'system')
  expect((await endpoint.completions())[0]?.body).toMatchObject({
    messages: [
      { role: 'system', content: 'You are a pirate.' },
      { role: 'user', content: 'Hello.' },
    ],
  })

  await parley.library.begin()
  await expect(page.getByRole('textbox', { name: 'Add a system message' })).toHaveValue('')
})

test('a system message can be added later, and is changed in its place', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: says })
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await parley.button('Add a system message').click()
  await page.getByRole('textbox', { name: 'Text of the system message' }).fill('Be brief.')
  await parley.button('Save here').click()
  const system = parley.thread.message('system')
  await system.has('done', 'Be brief.')
  await expect(parley.thread.messages.first()).toHaveAttribute('data-role', 'system')
  await parley.send('Again.')
  await parley.thread.reply(1).has('done')

  await system.article.hover()
  await system.button('Edit this system message').click()
  await system.editor.fill('Be long.')
  await system.button('Save here').click()
  await system.has('done', 'Be long.')
  await page.reload()
  await system.has('done', 'Be long.')
  await parley.send('Once more.')
  await parley.thread.reply(2).has('done')

  const [, second, third] = (await endpoint.completions()).map(({ body }) => body)
  const turn = (content: string) => ({ role: 'user', content })
  const yes = { role: 'assistant', content: 'Yes.' }
  expect(second).toMatchObject({
    messages: [{ role: 'system', content: 'Be brief.' }, turn('Hello.'), yes, turn('Again.')],
  })
  expect(third).toMatchObject({
    messages: [
      { role: 'system', content: 'Be long.' },
      turn('Hello.'),
      yes,
      turn('Again.'),
      yes,
      turn('Once more.'),
    ],
  })
})

test('Escape leaves a message as it was', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: says })
  await page.getByRole('textbox', { name: 'Add a system message' }).fill('You are a pirate.')
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  const system = parley.thread.message('system')
  await system.article.hover()
  await system.button('Edit this system message').click()
  await system.editor.fill('Something else')
  await system.editor.press('Escape')
  await system.has('done', 'You are a pirate.')
})
