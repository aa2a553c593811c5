import { createServer } from 'node:net'
import { expect, model, test } from './fixtures'
import { startTlsServer } from './server/startTlsServer'

/** A port of this computer at which nothing listens. */
const closedPort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

test('why no answer came is found out, with what to do about it', async ({
  page,
  parley,
  endpoint,
  guard,
  baseURL,
}) => {
  guard.allowFailedLoads()
  const port = await closedPort()
  for (const scheme of ['http', 'https']) guard.allowOrigin(`${scheme}://127.0.0.1:${port}`)
  const tls = await startTlsServer()
  const { port: plainPort } = new URL(endpoint.origin)
  for (const scheme of ['http', 'https']) guard.allowOrigin(`${scheme}://127.0.0.1:${tls.port}`)
  guard.allowOrigin(`https://127.0.0.1:${plainPort}`)
  const origin = new URL(baseURL!).origin
  const secure = endpoint.baseURL.replace('http:', 'https:')
  const failures: [name: string, url: string, asks: string, cause: RegExp, step: string][] = [
    ['refused', `http://127.0.0.1:${port}/v1`, 'story', /Nothing listens at/, 'Check the address'],
    ['no TLS', secure, 'story', /not by https: either it speaks only http/, `Use ${endpoint.baseURL}`],
    ['TLS', `https://127.0.0.1:${tls.port}/v1`, 'story', /no answer by https.*certificate/, 'which it is'],
    ['no-cors', endpoint.under('no-cors'), 'story', /does not allow this page/, `Allow-Origin: ${origin}`],
    ['preflight', endpoint.under('preflight-missing'), 'story', /CORS preflight/, `Allow-Origin: ${origin}`],
    ['unread', endpoint.under('no-cors-on-errors'), 'error-401', /answers this page now/, 'Check the key'],
    ['errors', endpoint.baseURL, 'error-without-cors', /answers this page now/, 'Check the key'],
  ]
  await parley.open({ others: Object.fromEntries(failures.map(([name, url]) => [name, url])) })
  const reply = parley.thread.reply()
  for (const [name, , asks, cause, step] of failures)
    await test.step(name, async () => {
      await parley.library.begin()
      await parley.parameters.endpoint.selectOption(name)
      await parley.parameters.chooseModel(asks)
      await parley.send('Hello?')
      await reply.has('failed')
      await expect(reply.diagnosis).toContainText(cause)
      await expect(reply.diagnosis).toContainText(step)
    })
  // The browser has not trusted its certificate, whatever was tried.
  expect(tls.asked()).toBe(0)
  tls.close()
  // How it was found is there for who wants to know.
  await reply.diagnosis.getByText('What was tried').click()
  await expect(reply.diagnosis.getByRole('row', { name: /preflight/ })).toContainText('status 200')

  // What failed before this page was opened is looked into when the reader asks for it.
  await page.reload()
  const before = (await endpoint.requests()).length
  await reply.has('failed')
  await reply.button('Find out why').click()
  await expect(reply.diagnosis).toContainText('answers this page now')
  expect((await endpoint.requests()).length).toBeGreaterThan(before)
})

test('a wrong address and a wrong model are put right by a press', async ({ parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  const root = endpoint.baseURL.replace(/\/v1$/, '')
  await parley.open({ baseURL: root, model: model('story', { tokens: 3 }) })
  await parley.send('Hello?')
  const reply = parley.thread.reply()
  await expect(reply.diagnosis).toContainText('at another path')
  await reply.button(`Use ${endpoint.baseURL}`).click()
  await reply.has('done', 'The lamp at')
  await parley.parameters.chooseModel('stroy')
  await parley.send('And now?')
  const second = parley.thread.reply(1)
  await expect(second.diagnosis).toContainText('does not have the model')
  await second.button('Use story').click()
  await second.has('done', /^The lamp/)

  // In Settings the same is found by the test of an endpoint.
  await parley.settings.edit('Test server')
  const { form } = parley.settings
  await form.baseURL.fill(endpoint.under('no-cors'))
  await form.test.click()
  await expect(form.diagnosis).toContainText('does not allow this page')
  await form.baseURL.fill(root)
  await form.test.click()
  await form.diagnosis.getByRole('button', { name: `Use ${endpoint.baseURL}` }).click()
  await expect(form.baseURL).toHaveValue(endpoint.baseURL)
})

test('servers at the usual ports of this computer are found when asked for, and added by one press', async ({
  page,
  parley,
  endpoint,
  guard,
  baseURL,
}) => {
  guard.allowFailedLoads()
  // Nobody knows what runs on the computer of the test, so what is asked of it goes to the test server.
  const answers: Record<string, string> = { '1234': endpoint.baseURL, '11434': endpoint.under('no-cors') }
  const asked: string[] = []
  await page.route(/^http:\/\/localhost:/, (route) => {
    const { port, origin } = new URL(route.request().url())
    asked.push(origin)
    const url = answers[port]
    return url ? route.continue({ url: `${url}/models` }) : route.abort('connectionrefused')
  })
  for (const port of [11434, 1234, 8080, 8000, 1337, 4000, 5000, 5001])
    guard.allowOrigin(`http://localhost:${port}`)
  await parley.open()
  await parley.settings.open()
  expect(asked).toEqual([])
  await parley.settings.button('Look for local servers').click()
  const servers = parley.settings.dialog.getByRole('list', { name: 'Servers on this computer' })
  await expect(parley.settings.dialog.getByText('2 found')).toBeVisible()
  await expect(servers.getByRole('listitem').first()).toContainText(/LM Studio.*Answers, with \d+ models/)
  await expect(servers).toContainText('Perhaps Ollama')
  await servers.getByRole('radio', { name: 'macOS' }).check()
  await expect(servers).toContainText(`OLLAMA_ORIGINS "${new URL(baseURL!).origin}"`)
  await parley.settings.button('Add LM Studio').click()
  await expect(servers).toContainText('Among your endpoints')
  await parley.settings.closeButton.click()
  await expect(parley.parameters.endpoint.getByRole('option', { selected: true })).toHaveText('LM Studio')
})
