import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, model, test } from './fixtures'
import { deployed } from './hosts/deployed'
import { staticHost } from './hosts/staticHost'

test('what the operator has set is there; a wrong file changes nothing, and no key follows another address', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  const { folder, remove } = deployed('/')
  const host = await staticHost('/', () => folder)
  guard.allowOrigin(host.origin)
  guard.allowOrigin(endpoint.otherOrigin)
  const set = (config: unknown) =>
    writeFileSync(
      join(folder, 'parley.config.json'),
      typeof config === 'string' ? config : JSON.stringify(config),
    )
  const given = { id: 'main', name: 'Our server', baseURL: endpoint.baseURL, model: model('story') }
  const config = {
    title: 'Chat at Example',
    endpoints: [given],
    locked: true,
    parameters: { temperature: 0.3 },
    presets: [{ name: 'Reviewer', system: 'Review.', parameters: { top_p: 0.5 } }],
  }
  const requests = async () =>
    (await endpoint.completions()).map(({ headers, body }) => ({ key: headers.authorization, body }))
  try {
    set(config)
    await parley.open({}, host.origin)
    await expect(page).toHaveTitle('Chat at Example')
    await expect(page.getByText('Messages go to Our server')).toBeVisible()
    await parley.settings.open()
    await expect(parley.settings.dialog).toContainText('cannot be added or changed here')
    await expect(parley.settings.addEndpoint).toHaveCount(0)
    await parley.settings.dialog.getByRole('button', { name: 'API key of Our server' }).click()
    await parley.settings.form.key.fill('test-key-123')
    await parley.settings.saveAndClose()
    await parley.button('Presets').click()
    await page.getByRole('menuitem', { name: /Reviewer/ }).click()
    await parley.send('Hello.')
    await parley.thread.reply().has('done')
    const first = { model: given.model, top_p: 0.5, messages: [{ role: 'system', content: 'Review.' }, {}] }
    expect(await requests()).toMatchObject([{ key: 'Bearer test-key-123', body: first }])

    await page.goto(`${host.origin}/#/new?endpoint=https://other.example/v1`)
    await expect(parley.notice('endpoint (the endpoints of this page are fixed)')).toBeVisible()

    await page.goto(`${host.origin}/#/s/cut`)
    await expect(page).toHaveTitle('Link that cannot be opened – Chat at Example')
    await expect(page.getByRole('link', { name: 'Chat at Example' })).toBeVisible()

    // The same endpoint at another origin: the key stays.
    set({
      ...config,
      endpoints: [{ ...given, baseURL: endpoint.baseURL.replace(endpoint.origin, endpoint.otherOrigin) }],
    })
    await page.goto(`${host.origin}/?again`)
    await expect(page).toHaveTitle('Chat at Example')
    await parley.send('Hello again.')
    await parley.thread.reply().has('done')
    expect((await requests())[1]).toMatchObject({ key: undefined, body: { temperature: 0.3 } })

    set({ ...config, endpoints: [{ ...given, apiKey: 'sk-1' }] })
    await page.goto(`${host.origin}/?wrong`)
    await expect(
      parley.notice(
        'parley.config.json beside this page counts for nothing, because it has a field that Parley does not know: endpoints[0].apiKey.',
      ),
    ).toBeVisible()
    await expect(page).toHaveTitle('Parley')
    await expect(page.getByText('two small programs built into this page')).toBeVisible()

    set('<!doctype html>')
    await page.goto(`${host.origin}/?none`)
    await expect(parley.notice('because it is not JSON')).toBeVisible()
  } finally {
    await host.close()
    remove()
  }
})
