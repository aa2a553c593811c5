import { expect, model, test } from './fixtures'
import { Inspector } from './pages/Inspector'

test('a busy server is asked again after the time that it asks for, by the page or by the reader', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  const busy = { status: 429, retry: 50, tokens: 3 }
  await parley.open({ baseURL: endpoint.baseURL, model: model('flaky', { ...busy, times: 3 }), retries: 2 })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await expect(reply.waiting).toContainText('Not yet (1)')
  await expect(reply.waiting).toContainText(/Trying again in \d+ s, attempt 2 of 3\./)
  // It is said once; what counts down is no live region.
  await expect(page.getByRole('status').filter({ hasText: 'Waiting to try again' })).toHaveCount(1)
  await expect(reply.waiting.getByRole('timer')).toHaveAttribute('aria-live', 'off')
  await reply.button('Retry now').click()
  await expect(reply.waiting).toContainText('attempt 3 of 3')
  await reply.button('Cancel').click()
  await reply.has('failed')
  await expect(reply.error).toContainText('Not yet (2)')
  await expect(reply.error).toContainText(/You can try again in \d+ s\./)
  expect(await endpoint.completions()).toHaveLength(2)

  // A page that goes while it waits leaves a failure behind, and asks nobody.
  await reply.button('Retry').click()
  await expect(reply.waiting).toContainText('Not yet (3)')
  await page.reload()
  await reply.has('failed')
  await expect(reply.error).toContainText('Not yet (3)')
  await reply.button('Retry').click()
  await reply.has('done', 'The lamp at')
  expect(await endpoint.completions()).toHaveLength(4)

  // Where it asks for no time, or for none worth a word, the page does it all; Settings say how often.
  await parley.parameters.chooseModel(model('flaky', { tokens: 4, times: 2, retry: 0 }))
  await parley.send('And then?')
  await parley.thread.reply(1).has('done', 'The lamp at the')
  // Each attempt has its record.
  const inspector = new Inspector(page)
  await parley.thread
    .reply(1)
    .button(/^Inspect/)
    .click()
  await expect(inspector.status).toHaveText(/^200/)
  await inspector.dialog.getByRole('radio', { name: /^1 \(\d+\)$/ }).check()
  await expect(inspector.dialog).toContainText('failed')
  await expect(inspector.status).not.toHaveText(/^200/)
  await page.keyboard.press('Escape')
  await parley.settings.open()
  await parley.settings.retries.fill('1')
  await parley.settings.closeButton.click()
  await parley.parameters.chooseModel(model('flaky', { tokens: 5, times: 2, retry: 0 }))
  await parley.send('And then?')
  await parley.thread.reply(2).has('failed')
  expect(await endpoint.completions()).toHaveLength(9)
})
