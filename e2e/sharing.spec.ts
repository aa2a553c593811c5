import type { Page } from '@playwright/test'
import { deflateRawSync } from 'node:zlib'
import type { SharedConversation } from '../src/links/SharedConversation'
import { toBase64url } from '../src/links/base64url'
import { crc32 } from '../src/links/crc32'
import { decodeLink, encodeLink } from '../src/links/linkCodec'
import { faults as faultsOf } from './faults'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { Inspector } from './pages/Inspector'
import { Share } from './pages/Share'
import { Parley } from './pages/Parley'
import { seed } from './seed'

const key = 'sesame-open-wide-4711'
const lettersOf = (link: string) => link.slice(link.indexOf('#/s/') + 4)
const inaccessible = (page: Page) => faultsOf(page, { themes: ['light'] })

/** A link that is whole, whatever it holds. */
function linkOf(json: string): string {
  const body = deflateRawSync(json)
  const front = [0x10, (body.length & 127) | 128, ((body.length >> 7) & 127) | 128, body.length >> 14]
  const check = crc32(Uint8Array.from(front), body)
  return toBase64url(
    Uint8Array.from([
      ...front,
      check >>> 24,
      (check >>> 16) & 255,
      (check >>> 8) & 255,
      check & 255,
      ...body,
    ]),
  )
}

const hello: SharedConversation = {
  title: 'Greetings',
  parameters: { model: 'their-model', temperature: 0.3 },
  messages: [
    { role: 'system', content: 'Be polite.', status: 'done', parent: null },
    { role: 'user', content: 'Say hello.', status: 'done', parent: 0 },
    {
      role: 'assistant',
      content: 'Hello, **you**!',
      status: 'done',
      parent: 1,
      finish_reason: 'stop',
      run: { model: 'their-model', parameters: { model: 'their-model', temperature: 0.3, n: 2 } },
    },
    { role: 'assistant', content: 'Hi.', status: 'done', parent: 1 },
  ],
}

test('a conversation goes away in a link, without keys, and says how long that is', async ({
  page,
  parley,
  endpoint,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: 'Gladly.' }) })
  await seed(
    page,
    [
      { id: 'q', parent: null, role: 'user', content: `Is ${key} a good key?` },
      {
        id: 'a',
        parent: 'q',
        role: 'assistant',
        content: 'No. See /home/anna/keys.',
        logprobs: { content: [] },
      },
      { id: 'b', parent: 'q', role: 'assistant', content: 'Never. '.repeat(400) + Math.PI },
      { id: 'c', parent: 'b', role: 'user', content: 'Thanks.' },
    ],
    { title: 'Keys', parameters: { user: 'anna', temperature: 0.1 } },
  )
  await expect(parley.thread.messages).toHaveCount(3)
  await parley.settings.edit('Test server')
  await parley.settings.form.key.fill(key)
  await parley.settings.form.save.click()
  await parley.settings.closeButton.click()
  const share = new Share(page)
  await share.open()
  const all = await decodeLink(lettersOf(await share.made()))
  expect(JSON.stringify(all)).not.toMatch(/sesame|"anna|127\.0\.0\.1/)
  expect(all.messages).toHaveLength(4)
  await expect(share.leftOut).toContainText('[key] or [address] stands there instead')
  await expect(share.leftOut).toContainText('log probabilities of a message')
  await expect(share.leftOut).toContainText('user')
  // What was written goes along as it is, and that is said.
  expect(JSON.stringify(all)).toContain('/home/anna/keys')
  await share.leftOut.getByText('Not left out: one text').click()
  await expect(share.leftOut.locator('details li')).toHaveText('assistant: /home/anna/keys')
  await expect(share.fitting).toHaveCount(6)
  const copyLink = share.dialog.getByRole('button', { name: 'Copy link' })
  await expect(copyLink).toHaveAccessibleDescription(/^[\d,]+ characters$/)
  expect(await inaccessible(page)).toEqual([])

  // A part of what is in view, and a passphrase, each make another link.
  const whole = await share.link.inputValue()
  await share.dialog.getByRole('radio', { name: 'What is in view' }).check()
  await share.dialog.getByLabel('from').selectOption({ label: '3 · user: Thanks.' })
  const part = await share.made(whole)
  expect((await decodeLink(lettersOf(part))).messages.map(({ content }) => content)).toEqual(['Thanks.'])
  await share.dialog.getByRole('button', { name: 'QR code' }).click()
  await expect(share.dialog.getByRole('img', { name: 'QR code of the link' })).toBeVisible()
  await share.passphrase.fill('mosaic lantern gravel pencil orbit')
  await expect(share.passphrase).toHaveAccessibleDescription(/^Hard to guess/)
  await share.passphrase.fill('open sesame')
  await expect(share.passphrase).toHaveAccessibleDescription(/^Weak: .*whoever has the link can try for ever/)
  const sealed = await share.made(part)
  // It says so for two seconds: who looks must have begun before.
  const said = expect(share.dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  await copyLink.click()
  await said
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(sealed)
  expect((await decodeLink(lettersOf(sealed), 'open sesame')).messages).toHaveLength(1)
  await share.dialog.getByRole('button', { name: 'Copy as Markdown' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('**user**:\n\nThanks.')
  expect(await endpoint.completions()).toEqual([])

  // Of a link that is too long the ladder leads down to files, and the code says why there is none.
  await page.keyboard.press('Escape')
  const noise = Array.from({ length: 4000 }, (_, at) => Math.sin(at)).join()
  await seed(page, [{ id: 'n', parent: null, role: 'user', content: noise.slice(0, 60_000) }], { id: 'long' })
  await expect(parley.thread.messages).toHaveCount(1)
  await share.open()
  await share.made()
  const code = share.dialog.getByRole('button', { name: 'QR code' })
  await expect(code).toHaveAttribute('aria-disabled', 'true')
  await expect(code).toHaveAccessibleDescription(/^A QR code holds 2,953 characters/)
  await expect(copyLink).toHaveAccessibleDescription(/ characters .*Give the file below instead/)
})

test('a link is read where nothing can be stored, from itself alone, and copied into the library where one can', async ({
  browser,
  page,
  parley,
  baseURL,
  endpoint,
}) => {
  const address = `${baseURL}/#/s/${await encodeLink(hello)}`
  const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }
  const hidden = await browser.newContext(phone)
  const reader = await hidden.newPage()
  const requests: string[] = []
  reader.on('request', (request) => requests.push(new URL(request.url()).origin))
  await reader.addInitScript(() => {
    const refused = () => {
      throw new DOMException('refused', 'SecurityError')
    }
    Object.defineProperty(globalThis, 'indexedDB', { get: refused })
    Object.defineProperty(globalThis, 'localStorage', { get: refused })
  })
  await reader.goto(address)
  const read = new Parley(reader)
  await read.thread.reads('system: Be polite.', 'user: Say hello.', 'assistant: Hi.')
  await expect(reader).toHaveTitle('Greetings – Parley')
  await expect(reader.getByRole('region', { name: 'Conversation' })).toBeFocused()
  // Half a name would be none.
  await expect(reader.getByRole('link', { name: 'To your own conversations' })).toBeVisible()
  await expect(reader.locator('header').getByText('Parley')).toBeHidden()
  await reader.getByRole('button', { name: 'Previous choice' }).click()
  await expect(read.thread.reply().body.locator('strong')).toHaveText('you')
  await expect(reader.getByRole('textbox')).toHaveCount(0)
  await reader.getByText('Parameters model, temperature').click()
  await expect(reader.locator('[data-part=parameters] pre')).toHaveText(/"temperature": 0.3/)
  await expect(read.notice(/./)).toHaveCount(0)
  expect(await inaccessible(reader)).toEqual([])
  expect(new Set(requests)).toEqual(new Set([new URL(baseURL!).origin]))
  expect(reader.url()).toBe(address)
  await hidden.close()

  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: 'Good day.' }) })
  await expect(page.getByText(/^\d+ listed$/)).toBeVisible()
  const before = (await endpoint.requests()).length
  await page.goto(address)
  await expect(parley.thread.messages).toHaveCount(3)
  expect(await endpoint.requests()).toHaveLength(before)
  const share = new Share(page)
  await share.continueHere.click()
  await expect(page).toHaveURL(/#\/c\//)
  await expect(parley.library.entry('Greetings')).toBeVisible()
  await expect(parley.notice('The next reply comes from say')).toBeVisible()
  await parley.notice('Copied into').getByRole('button', { name: 'Undo' }).click()
  await expect(page).toHaveURL(address)
  await expect(share.continueHere).toBeVisible()
  await share.continueHere.click()
  await parley.send('And now?')
  await parley.thread.reply(1).has('done', 'Good day.')
  const [{ body } = { body: undefined }] = await endpoint.completions()
  expect(body).toMatchObject({ temperature: 0.3, messages: [{ role: 'system' }, {}, { content: 'Hi.' }, {}] })
  await page.reload()
  await expect(parley.thread.messages).toHaveCount(5)
})

test('what is wrong with a link is said in a sentence, and nothing in one runs', async ({ page }) => {
  const share = new Share(page)
  const letters = await encodeLink(hello)
  const sealed = await encodeLink(hello, 'open sesame')
  const open = async (wanted: string) => {
    await page.goto('about:blank')
    await page.goto(`/#/s/${wanted}`)
  }
  await open(letters.slice(0, 50))
  await expect(share.fault).toContainText(`It was cut on its way: 50 of ${letters.length} characters came.`)
  await expect(page).toHaveTitle('Link that cannot be opened – Parley')
  await expect(page.getByRole('heading', { name: 'This link cannot be opened' })).toBeFocused()
  const faults: [string, string | RegExp][] = [
    [
      letters.slice(0, 40) + (letters[40] === 'x' ? 'y' : 'x') + letters.slice(41),
      'Something in it was changed',
    ],
    [letters.replace(/^./, 'I'), 'A newer Parley has made it.'],
    ['hello-world-this-is-no-link', 'is no conversation of Parley'],
    [linkOf('{"what":"else"}'), 'There is no conversation in it'],
    [linkOf(`["${' '.repeat(30_000_000)}"]`), 'It holds far more than a conversation.'],
  ]
  for (const [wanted, sentence] of faults) {
    await page.evaluate((hash) => (location.hash = hash), `/s/${wanted}`)
    await expect(share.fault).toContainText(sentence)
    await expect(share.continueHere).toHaveCount(0)
  }

  await page.evaluate((hash) => (location.hash = hash), `/s/${sealed}`)
  await expect(page).toHaveTitle('Locked conversation – Parley')
  await share.passphrase.fill('open says me')
  await expect(share.passphrase).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Show the passphrase' }).click()
  await expect(share.passphrase).toHaveAttribute('type', 'text')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await expect(share.wrong).toHaveText('This passphrase does not open it.')
  await share.passphrase.fill('open sesame')
  await page.keyboard.press('Enter')
  await expect(share.continueHere).toBeVisible()

  const evil = `<img src=x onerror="window.pwned=1"><script>window.pwned=1</script>[x](javascript:window.pwned=1)`
  const hostile: SharedConversation = {
    title: evil,
    parameters: { model: evil },
    messages: [
      { role: 'user', content: evil, status: 'done', parent: null, name: evil },
      {
        role: 'assistant',
        content: `${evil}\n\n![](https://evil.example/leak.png)`,
        status: 'failed',
        parent: 0,
        reasoning: evil,
        tool_calls: [{ index: 0, function: { name: evil, arguments: evil } }],
        error: { kind: 'rejected', code: evil },
        run: { model: evil, parameters: { evil } },
        leftOut: [{ type: evil, name: evil, size: 1 }],
      },
    ],
  }
  await page.evaluate((hash) => (location.hash = hash), `/s/${await encodeLink(hostile)}`)
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.locator('main img, main script, a[href^="javascript:"]')).toHaveCount(0)
  expect(await page.evaluate(() => 'pwned' in globalThis)).toBe(false)
})

test('a turn of a link is run again on the reader’s endpoint, and what differs is marked', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text: 'Hello, dear friend!' }) })
  await page.goto(`/#/s/${await encodeLink({ ...hello, messages: hello.messages.slice(0, 3) })}`)
  // A phone's screen, all of which the answer takes.
  await page.setViewportSize({ width: 390, height: 320 })
  const article = parley.thread.reply().article
  await article.hover()
  expect(await endpoint.completions()).toEqual([])
  const again = page.getByRole('button', { name: 'Run again on your own endpoint' })
  await again.click()
  const rerun = page.getByRole('region', { name: 'Run again' })
  await expect(rerun.getByRole('heading', { name: 'Run again' })).toBeFocused()
  await expect(rerun).toBeInViewport({ ratio: 0.99 })
  await rerun.getByRole('button', { name: 'Close' }).click()
  await expect(again).toBeFocused()
  await page.setViewportSize({ width: 1440, height: 340 })
  await again.click()
  await rerun.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(rerun.locator('[data-part=differences]')).toBeInViewport({ ratio: 0.9 })
  await expect(rerun.locator('ins')).toHaveText(['dear friend'])
  await expect(rerun.locator('del')).toHaveText(['**you**'])
  expect(await inaccessible(page)).toEqual([])
  await rerun.getByRole('button', { name: 'Inspect' }).click()
  const inspector = new Inspector(page)
  await expect(inspector.status).toHaveText(/^200/)
  await inspector.section('Replay').check()
  await expect(inspector.replayed).toHaveText('Hello, dear friend!', { useInnerText: true })
  await page.keyboard.press('Escape')
  const [first] = await endpoint.completions()
  expect(first!.body).toEqual({
    model: 'say?text=Hello%2C+dear+friend%21',
    temperature: 0.3,
    messages: [
      { role: 'system', content: 'Be polite.' },
      { role: 'user', content: 'Say hello.' },
    ],
  })
  await rerun.getByRole('combobox', { name: 'Model' }).fill('error-401')
  await page.keyboard.press('Enter')
  await rerun.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(rerun.getByRole('alert')).toBeVisible()
  await rerun.getByRole('combobox', { name: 'Model' }).fill('tool-call')
  await page.keyboard.press('Enter')
  await rerun.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(rerun.getByRole('listitem')).toContainText('Calls get_weather')
  // Who closes it hangs up.
  await rerun.getByRole('combobox', { name: 'Model' }).fill('late-headers')
  await page.keyboard.press('Enter')
  await rerun.getByRole('button', { name: 'Run', exact: true }).click()
  await endpoint.reached()
  await rerun.getByRole('button', { name: 'Close' }).click()
  await expect.poll(async () => (await endpoint.completions()).at(-1)?.hungUp).toBe(true)
  // None of it is kept.
  await page.goto('/#/')
  await expect(parley.library.list.getByRole('listitem')).toHaveCount(0)
  expect(await kept(page, 'flights')).toEqual([])
})

test('a link fills in a new conversation; nothing is sent, and an address in it is only suggested', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.under('models-empty'), model: 'echo' })
  await parley.composer.field.fill('My own draft')
  const other = endpoint.baseURL
  const query = new URLSearchParams({
    model: 'show-request',
    temperature: '0.25',
    stop: '["END"]',
    top_p: 'high',
    n: '100000',
    api_key: 'stolen',
    system: 'Be brief.',
    prompt: 'What will you send?',
    endpoint: other,
  })
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname))
  await page.goto(`/#/new?${query}`)
  await expect(parley.composer.field).toHaveValue('What will you send?')
  await expect(page).toHaveURL(/#\/$/)
  // Nothing is loaded for it that reads a conversation out of a link.
  expect(loaded.filter((path) => /Shared|Rerun/.test(path))).toEqual([])
  const filled = parley.notice('Filled in from the link')
  await expect(filled).toContainText('model, temperature, stop, system, prompt')
  await expect(filled).toContainText(
    'Left out: top_p (not a value it takes), n (it takes 1 to 128), api_key (no such field).',
  )
  await expect(filled).toContainText(`talk to ${other}`)
  await expect(parley.parameters.number('temperature')).toHaveValue('0.25')
  // Two notices at once are both read out.
  const said = page.locator('[role=status].sr-only')
  await expect(said).toContainText('Filled in from the link')
  await expect(said).toContainText('The link suggests')
  const { pathname } = new URL(other)
  expect((await endpoint.requests()).filter(({ path }) => path.startsWith(pathname))).toEqual([])

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(parley.composer.field).toHaveValue('My own draft')
  await page.goto(`/#/new?${query}`)
  await expect(parley.composer.field).toHaveValue('What will you send?')
  await parley.button('Use this endpoint').click()
  await parley.composer.field.press('Enter')
  await parley.thread.reply().has('done', /"temperature": 0.25/)
  const [sent] = await endpoint.completions()
  expect(sent!.headers).not.toHaveProperty('authorization')
  expect(sent!.body).toMatchObject({
    model: 'show-request',
    stop: ['END'],
    messages: [{ role: 'system', content: 'Be brief.' }, { content: 'What will you send?' }],
  })
})
