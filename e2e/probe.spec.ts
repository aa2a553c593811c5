import { expect, model, test } from './fixtures'

test('what a model can do is found out when the reader asks, and marks the parameters', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  const strict = model('strict', { also: 'max_tokens', tokens: 30 })
  await parley.open({ baseURL: endpoint.baseURL, model: strict })
  await parley.settings.open()
  await parley.settings.button('Probe Test server: find out what it can do').click()
  const { dialog } = parley.settings
  await expect(dialog).toContainText(/Sends up to 12 small requests to Test server.*billed as any others/)
  await expect(dialog.getByRole('combobox', { name: 'Model' })).toHaveValue(strict)
  expect(await endpoint.completions()).toHaveLength(0)
  await parley.settings.button('Start').click()
  const row = (name: string | RegExp) => dialog.getByRole('row', { name })
  await expect(row('Pictures')).toContainText(/Pictures(yes|no|unknown)/)
  await expect(row(/^Streaming/)).toContainText('yes')
  await expect(row(/Several choices/)).toContainText('Refused. Unrecognized request arguments supplied: n')
  await expect(dialog).toContainText(/12 requests, [\d,]+ tokens as the server counts/)
  expect(await endpoint.completions()).toHaveLength(12)

  // It is there the next time, and the parameters know it.
  await parley.settings.button('Back').click()
  await parley.settings.button('Probe Test server: find out what it can do').click()
  await expect(row(/Several choices/)).toContainText('Refused.')
  await expect(dialog).toContainText(/As found .* with strict/)
  await parley.settings.closeButton.click()
  const n = page.locator('[data-parameter=n]')
  await expect(n.locator('[data-part=refused-before]')).toContainText('The server has refused this')
  await n.getByRole('spinbutton').fill('2')
  await n.getByRole('spinbutton').blur()
  await n.getByRole('button', { name: 'Send anyway' }).click()
  await expect(n.locator('[data-part^=refused]')).toHaveCount(0)
})
