import { expect, model, test } from './fixtures'
import { kept } from './kept'

const echoes = model('echo', { only: 'last' })

test('the result of a tool is written with the call that it answers', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-calls' })
  await parley.send('Weather?')
  const reply = parley.thread.reply()
  await reply.has('done')
  // A new row after the calls: the nearest call that waits is there already, the other is offered.
  await reply.choose('Insert after')
  const row = parley.thread.newMessage
  await row.getByRole('combobox', { name: 'Role' }).selectOption('tool')
  const call = row.getByRole('combobox', { name: 'tool_call_id' })
  await expect(call).toHaveValue('call_parley_1')
  await call.press('ArrowDown')
  await expect(row.getByRole('listbox').getByRole('option')).toHaveText([/call_parley_1/, /call_parley_2/])
  await call.press('ArrowDown')
  await call.press('Enter')
  await expect(call).toHaveValue('call_parley_2')
  await row.getByRole('textbox').fill('9')
  await row.getByRole('button', { name: 'Save here' }).click()

  // What is left of the calls is answered from the composer, which says so.
  await parley.composer.role.selectOption('tool')
  await expect(parley.composer.hint).toHaveText('Answers get_weather, call_parley_1')
  await parley.composer.field.fill('18')
  await parley.composer.sendButton.click()
  await parley.thread.reply(1).has('done')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      { role: 'user' },
      { role: 'assistant' },
      { role: 'tool', content: '9', tool_call_id: 'call_parley_2' },
      { role: 'tool', content: '18', tool_call_id: 'call_parley_1' },
    ],
  })
})

test('a half-written edit and the chosen role are there after a reload', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('one')
  await parley.thread.reply().has('done', 'one')
  await parley.composer.role.selectOption('developer')
  await parley.thread.message('user').edit('uno')
  await parley.thread.reply().choose('Insert after')
  await parley.thread.newMessage.getByRole('textbox').fill('in between')
  await parley.thread.newMessage.getByRole('combobox', { name: 'Role' }).selectOption('system')

  await parley.library.begin()
  await expect(parley.composer.role).toHaveValue('user')
  await page.goBack()
  await expect(parley.composer.role).toHaveValue('developer')
  await expect(parley.thread.message('user').editor).toHaveValue('uno')
  await expect(parley.thread.newMessage.getByRole('textbox')).toHaveValue('in between')
  await expect
    .poll(async () => JSON.stringify(await kept(page, 'drafts')))
    .toMatch(/in between[^]*system|system[^]*in between/)
  await page.reload()
  await expect(parley.composer.role).toHaveValue('developer')
  await expect(parley.thread.newMessage.getByRole('textbox')).toHaveValue('in between')
  await parley.thread.newMessage.getByRole('button', { name: 'Save here' }).click()
  const question = parley.thread.message('user')
  await expect(question.editor).toHaveValue('uno')
  await question.button('Cancel').click()
  await parley.thread.reads('user: one', 'assistant: one', 'system: in between')
  await page.reload()
  await parley.thread.reads('user: one', 'assistant: one', 'system: in between')
  await expect(question.editor).toHaveCount(0)
})

test('everything of a message is written by hand: its name, its parts, its calls', async ({
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: echoes })
  await parley.send('Look')
  await parley.thread.reply().has('done')
  const question = parley.thread.message('user')
  await question.edit('Look')
  await question.button('As JSON').click()
  await question.editor.fill('{ "role": "user", "content": [ }')
  await expect(question.error).toContainText('Line 1')
  await expect(question.button('Save here')).toBeDisabled()
  const image = { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }
  const parts = [{ type: 'text', text: 'Look ' }, image, { type: 'text', text: 'here' }]
  await question.editor.fill(JSON.stringify({ role: 'user', content: parts }))
  await question.button('Save here').click()

  // The text is edited as text, and the picture stays.
  await question.edit('Look up')
  await expect(question.article).toContainText('Stays with it: the part image_url.')
  await question.button('Add a name').click()
  await expect(question.article.getByRole('textbox', { name: 'name' })).toBeFocused()
  await question.article.getByRole('textbox', { name: 'name' }).fill('ann')
  await question.button('Save here').click()

  const reply = parley.thread.reply()
  await reply.edit('')
  await reply.button('As JSON').click()
  const call = { id: 'call_1', type: 'function', function: { name: 'look', arguments: '{"far":true}' } }
  await reply.editor.fill(JSON.stringify({ role: 'assistant', content: null, tool_calls: [call] }))
  await reply.button('Save here').click()
  await reply.result('look').fill('nothing')
  await reply.button('Send the result').click()
  await parley.thread.reply(1).has('done')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      {
        role: 'user',
        name: 'ann',
        content: [{ type: 'text', text: 'Look ' }, image, { type: 'text', text: 'up' }],
      },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', content: 'nothing', tool_call_id: 'call_1' },
    ],
  })
})
