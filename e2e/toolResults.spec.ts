import { expect, test } from './fixtures'
import { kept } from './kept'

const called = (count: number) => ({
  role: 'assistant',
  content: null,
  tool_calls: ['Paris', 'Zürich 🏔️'].slice(0, count).map((city, at) => ({
    id: `call_parley_${at + 1}`,
    type: 'function',
    function: { name: 'get_weather', arguments: JSON.stringify({ city, unit: 'celsius' }) },
  })),
})

test('a call is answered by hand, and the model goes on', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-call' })
  await parley.send('Weather?')
  const reply = parley.thread.reply()
  await reply.has('done')
  await expect(reply.article).toContainText('Calls get_weather')
  const send = reply.button('Send the result')
  await expect(send).toBeDisabled()
  await reply.result('get_weather').fill('18 °C')
  await send.click()
  await parley.thread.reply(1).has('done', 'The tools said: 18 °C')
  await parley.thread.message('tool').has('done', '18 °C')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      { role: 'user', content: 'Weather?' },
      called(1),
      { role: 'tool', tool_call_id: 'call_parley_1', content: '18 °C' },
    ],
  })
  await expect(reply.result('get_weather')).toHaveCount(0)
  await page.reload()
  await parley.thread.reply(1).has('done', 'The tools said: 18 °C')
  await expect(reply.result('get_weather')).toHaveCount(0)
})

test('two calls at once are answered in their order, also after a reload', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-calls' })
  await parley.send('Weather?')
  const reply = parley.thread.reply()
  await reply.has('done')
  const send = reply.button('Send 2 results')
  await reply.result('get_weather', 1).fill('in Zürich 9')
  await expect(send).toBeDisabled()
  await expect(reply.result('get_weather', 0)).toHaveAccessibleName('Result of get_weather, call 1 of 2')
  await expect.poll(async () => JSON.stringify(await kept(page, 'drafts'))).toContain('in Zürich 9')
  await page.reload()
  await expect(reply.result('get_weather', 1)).toHaveValue('in Zürich 9')
  await reply.result('get_weather', 0).fill('in Paris 18')
  await send.click()
  await parley.thread.reply(1).has('done', 'The tools said: in Paris 18 · in Zürich 9')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    messages: [
      { role: 'user', content: 'Weather?' },
      called(2),
      { role: 'tool', tool_call_id: 'call_parley_1', content: 'in Paris 18' },
      { role: 'tool', tool_call_id: 'call_parley_2', content: 'in Zürich 9' },
    ],
  })
})

test('other results are another branch', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-call' })
  await parley.send('Weather?')
  const reply = parley.thread.reply()
  await reply.has('done')
  await reply.result('get_weather').fill('18')
  await reply.button('Send the result').click()
  await parley.thread.reply(1).has('done', 'The tools said: 18')
  await reply.button('Answer differently').click()
  await reply.result('get_weather').fill('0')
  await reply.button('Cancel').click()
  await expect(reply.result('get_weather')).toHaveCount(0)
  await reply.button('Answer differently').click()
  await expect(reply.result('get_weather')).toHaveValue('')
  await reply.result('get_weather').fill('30')
  await reply.button('Send the result').click()
  await parley.thread.reply(1).has('done', 'The tools said: 30')
  const result = parley.thread.message('tool')
  await expect(result.choice(2, 2)).toBeVisible()
  await result.button('Previous choice').click()
  await parley.thread.reply(1).has('done', 'The tools said: 18')
})

test('results, and what followed, are taken back in two steps', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'tool-calls' })
  await parley.send('Weather?')
  const reply = parley.thread.reply()
  await reply.has('done')
  await reply.result('get_weather', 0).fill('1')
  await reply.result('get_weather', 1).fill('2')
  await reply.button('Send 2 results').click()
  await expect(parley.thread.messages).toHaveCount(5)
  await parley.thread.reply(1).has('done')
  await parley.undo.click()
  await expect(parley.thread.messages).toHaveCount(4)
  await parley.undo.click()
  await expect(parley.thread.messages).toHaveCount(2)
  await expect(reply.result('get_weather', 0)).toBeVisible()
})
