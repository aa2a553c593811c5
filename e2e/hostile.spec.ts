import { expect, test } from './fixtures'

test('nothing in an answer runs, loads or leads astray', async ({ page, parley, endpoint, server }) => {
  // Other tests of this worker may have let something leak on purpose.
  const before = server.requests().at(-1)?.number ?? 0
  await parley.open({ baseURL: endpoint.baseURL, model: 'hostile' })
  await parley.send('Do your worst.')
  const reply = parley.thread.reply()
  await reply.has('done', /The end\.$/)
  expect(await page.evaluate(() => Reflect.has(globalThis, 'pwned'))).toBe(false)
  await expect(
    reply.body.locator('script, iframe, object, embed, form, style, meta, base, svg[onload]'),
  ).toHaveCount(0)
  await expect(reply.body.locator('img[src^="http"], [onerror], [onload], [onclick]')).toHaveCount(0)
  await expect(reply.body).toContainText("<script>window.pwned = 'script'</script>")

  const addresses = await reply.body
    .locator('a[href]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => !/^(https?:|mailto:|#)/.test(address ?? ''))).toEqual([])
  for (const name of ['a link', 'another', 'entity'])
    await expect(reply.body.getByText(name, { exact: true }).first()).toBeVisible()
  await reply.body.getByText('a link', { exact: true }).click()
  expect(await page.evaluate(() => Reflect.has(globalThis, 'pwned'))).toBe(false)
  await expect(parley.thread.messages).toHaveCount(2)
  const since = server.requests().filter(({ number }) => number > before)
  expect(since.filter(({ origin }) => origin === endpoint.otherOrigin)).toEqual([])
})

test('an error, a tool call and a title in markup are text', async ({ page, parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.baseURL, model: 'error-hostile' })
  await parley.send('<img src=x onerror=alert(1)>')
  const { error } = parley.thread.reply()
  await expect(error).toContainText('<img src=x onerror=alert(1)><script>alert(1)</script>')
  await expect(error).toContainText('"><svg onload=alert(1)>')
  await expect(error.locator('img, script, svg, a')).toHaveCount(0)
  await expect(parley.library.entry('<img src=x onerror=alert(1)>')).toBeVisible()
  await expect(page).toHaveTitle('<img src=x onerror=alert(1)> – Parley')

  await parley.parameters.chooseModel('tool-call-hostile')
  await parley.send('Call something.')
  const { article } = parley.thread.reply(1)
  await expect(article).toContainText('<img src=x onerror=alert(1)>')
  await expect(article).toContainText(/"__proto__":\s*\{\s*"bad":\s*true\s*\}/)
  await expect(page.locator('img')).toHaveCount(0)
  await expect(article.locator('script')).toHaveCount(0)
})

test('the page carries its policy before anything else', async ({ page }) => {
  const html = await (await page.request.get('/')).text()
  const [, written = ''] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  const policy = new Map(
    written
      .replaceAll('&#39;', "'")
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ')
        return [name, sources.join(' ')]
      }),
  )
  expect(Object.fromEntries(policy)).toMatchObject({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
  })
  expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'))
  expect(html.match(/<script(?![^>]* src=)/g)).toBeNull()
  expect(html).not.toMatch(/<[^>]+ on\w+=/)
})
