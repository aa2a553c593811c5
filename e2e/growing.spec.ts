import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import type { ScenarioName } from './server/scenarios'
import { code } from './server/texts'

/** Texts in which letters, marks and blocks follow each other in every way. */
const texts: ScenarioName[] = ['markdown', 'unicode', 'hostile', 'story']

// While it grows, plain letters go straight into the document and the rest is rendered. However they took turns,
// the end has to be what one rendering of the whole text gives.
test('a text in pieces ends as the whole text does', async ({ page, parley, endpoint }) => {
  test.slow()
  await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
  const reply = parley.thread.reply()
  const prose = reply.article.locator('.prose')
  const grown: [name: string, address: string, html: string][] = []
  for (const name of texts)
    for (const chunk of [1, 7])
      await test.step(`${name} in pieces of ${chunk}`, async () => {
        await parley.library.begin()
        await expect(parley.thread.messages).toHaveCount(0)
        await parley.parameters.chooseModel(model(name, { chunk, tps: 400 }))
        await parley.send('Say it.')
        await reply.has('done')
        grown.push([`${name} in pieces of ${chunk}`, page.url(), await finalHTML(page, prose)])
      })
  await page.reload()
  for (const [name, address, html] of grown)
    await test.step(`${name}, whole`, async () => {
      await page.goto(address)
      await reply.has('done')
      await expect(prose).toBeVisible()
      await expect.poll(() => prose.evaluate(plainHTML)).toBe(html)
    })
})

test('code grows in colours under a selection, and is the code to the letter', async ({
  page,
  parley,
  endpoint,
}) => {
  const lines = 300
  const written = code(lines)
  await parley.open({
    baseURL: endpoint.baseURL,
    model: model('code', { lines, gate: 'first,second', after: '60,400' }),
  })
  await parley.send('Write it.')
  const block = page.locator('article[data-role=assistant] pre code')
  const tinted = (line: number) => block.locator('.code-line').nth(line).locator('[class^=tint]')
  await endpoint.reached('first')
  // Selected before or after the line has its colours: both must do.
  await expect(block.locator('.code-line').nth(3)).toBeAttached()
  await block.evaluate((element) => {
    const [, second, third] = element.querySelectorAll('.code-line')
    const end = document.createTreeWalker(third!, NodeFilter.SHOW_TEXT).nextNode()!
    getSelection()!.setBaseAndExtent(second!.firstChild!, 0, end, 3)
  })
  const selected = await page.evaluate(() => String(getSelection()))
  expect(selected).toBe('   goes on. */\nexp')
  await expect(tinted(2)).not.toHaveCount(0)
  endpoint.release('first')
  await endpoint.reached('second')
  endpoint.release('second')
  await parley.thread.reply().has('done')
  await expect(tinted(lines - 3)).not.toHaveCount(0)
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected)

  expect(await block.evaluate((element) => element.textContent)).toBe(written)
  const copied = await block.evaluate((element) => {
    getSelection()!.selectAllChildren(element)
    return String(getSelection())
  })
  expect(copied).toBe(written)
  const downloading = page.waitForEvent('download')
  await parley.button('Download').click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('code.ts')
  expect(readFileSync(await download.path(), 'utf8')).toBe(written)

  const grown = await block.innerHTML()
  await page.reload()
  await expect.poll(() => block.innerHTML()).toBe(grown)
  await expect(block).not.toHaveCSS('white-space', 'pre-wrap')
  await parley.button('Wrap').click()
  await expect(block).toHaveCSS('white-space', 'pre-wrap')
  await parley.button('Lines').click()
  expect(
    await block.evaluate((element) => {
      const groups = element.querySelectorAll('.code-lines')
      const last = groups[2]!.firstElementChild!
      return [getComputedStyle(last, '::before').content, getComputedStyle(last).counterReset]
    }),
  ).toEqual(['counter(line)', 'line 200'])
  expect(await block.evaluate((element) => element.textContent)).toBe(written)
})

test('words grow under a selection, and out of sight not at all', async ({ page, parley, endpoint }) => {
  const gates = { gate: 'first,second,third', after: '30,60,90' }
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 120, ...gates }) })
  await parley.send('Tell me.')
  const reply = parley.thread.reply()
  const body = reply.article.locator('.prose')
  const shown = () => body.evaluate((element) => element.textContent.length)
  await endpoint.reached('first')
  await expect.poll(shown).toBeGreaterThan(40)
  const selected = await body.evaluate((element) => {
    const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!
    getSelection()!.setBaseAndExtent(words, 3, words, 30)
    return String(getSelection())
  })
  const before = await shown()
  endpoint.release('first')
  await endpoint.reached('second')
  await expect.poll(shown).toBeGreaterThan(before)
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected)

  // No browser without a window hides its tabs. One that does says so, and gives no frames.
  await page.evaluate(() => {
    const give = requestAnimationFrame
    const late: FrameRequestCallback[] = []
    const hide = (hidden: boolean) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
      window.requestAnimationFrame = hidden ? (callback) => late.push(callback) : give
      if (!hidden) for (const callback of late.splice(0)) give(callback)
      document.dispatchEvent(new Event('visibilitychange'))
    }
    Object.assign(window, { hide })
  })
  const hide = (hidden: boolean) => page.evaluate(`hide(${hidden})`)
  const keptLetters = async () =>
    /"content":"(The [^"]*)"/.exec(JSON.stringify(await kept(page, 'messages')))?.[1]?.length ?? 0
  await expect.poll(keptLetters).toBeGreaterThan(before)
  const [letters, seen] = [await keptLetters(), await shown()]
  await hide(true)
  endpoint.release('second')
  await endpoint.reached('third')
  await expect.poll(keptLetters).toBeGreaterThan(letters)
  expect(await shown()).toBe(seen)
  await hide(false)
  await expect.poll(shown).toBeGreaterThan(seen)
  endpoint.release('third')
  await reply.has('done')
  expect(await page.evaluate(() => String(getSelection()))).toBe(selected)
})

/** The markup once it stays: also a text that is whole is shown in steps, one a frame. */
async function finalHTML(page: Page, prose: Locator): Promise<string> {
  for (;;) {
    const html = await prose.evaluate(plainHTML)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    if (html === (await prose.evaluate(plainHTML))) return html
  }
}

/** The markup without what differs from page to page: ids, and the colours that code gets when the page is idle. */
function plainHTML(prose: Element): string {
  const copy = document.importNode(prose, true)
  for (const code of copy.querySelectorAll('pre code')) code.replaceChildren(code.textContent)
  copy.normalize()
  return copy.outerHTML
    .replace(/_r_[^-"_]*_-/g, '')
    .replace(/ (?:id|aria-describedby|aria-labelledby)="[^"]*"/g, '')
}
