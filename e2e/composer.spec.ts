import { expect, model, test } from './fixtures'

const echoes = model('echo', { only: 'last' })

test('what is empty is not sent, lines break with Shift, and words go out as they were written', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  for (const blank of ['', '   ', '\n\n']) {
    await parley.composer.field.fill(blank)
    await expect(parley.composer.sendButton).toBeDisabled()
    await parley.composer.field.press('Enter')
  }
  await parley.send('Not blank.')
  await parley.thread.reply().has('done', 'Not blank.')
  expect(await endpoint.completions()).toHaveLength(1)
  await expect(parley.library.entries).toHaveCount(1)

  await test.step('Shift+Enter breaks the line, the button sends', async () => {
    await parley.library.begin()
    await parley.composer.field.focus()
    await page.keyboard.type('one')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('two')
    await expect(parley.composer.field).toHaveValue('one\ntwo')
    await parley.composer.sendButton.click()
    await parley.thread.reply().has('done')
    expect((await endpoint.completions())[1]?.body).toMatchObject({ messages: [{ content: 'one\ntwo' }] })
  })

  await test.step('what people write is shown as it is sent, not as Markdown', async () => {
    await parley.library.begin()
    await parley.send('**bold** <b>tag</b> # no heading')
    await parley.thread.message('user').has('done', '**bold** <b>tag</b> # no heading')
  })

  await test.step('half a character is never sent', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(model('well-formed', { tokens: 3 }))
    await parley.send('Half: \uD83D')
    await parley.thread.reply().has('done', 'The lamp at')
  })
})

test('Enter that chooses a word of an input method sends nothing', async ({
  page,
  context,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await expect(parley.composer.field).toBeFocused()
  const session = await context.newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
  await expect(parley.composer.field).toHaveValue('にほん')
  await page.keyboard.press('Enter')
  await session.send('Input.insertText', { text: '日本' })
  await expect(parley.composer.field).toHaveValue(/^日本/)
  await parley.send('日本')
  await parley.thread.reply().has('done', '日本')
  await expect(parley.library.entries).toHaveCount(1)
  expect(await endpoint.completions()).toHaveLength(1)
})
