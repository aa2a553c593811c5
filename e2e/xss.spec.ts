import type { Page } from '@playwright/test'
import { detect } from './detector'
import { expect, model, test } from './fixtures'
import { Files, given } from './pages/Files'
import { Parley } from './pages/Parley'
import { attackTexts, hostileFile, hostileLink } from './payloads/carriers'
import { forms, inParts, isForm, markdownOf, payloads } from './payloads/payloads'
import { type Seed, seed, seedLibrary } from './seed'

/** What happens where page and server are at home, and nothing else may. */
const watched = (page: Page, baseURL: string | undefined, ...servers: string[]) =>
  detect(page, [new URL(baseURL!).origin, ...servers])

test('attacks in words, thoughts, refusals, calls and JSON, as they stream and afterwards', async ({
  page,
  parley,
  endpoint,
  baseURL,
}) => {
  expect(payloads.length).toBeGreaterThan(750)
  const holes = await watched(page, baseURL, endpoint.origin)
  const quick = { chunk: 16, batch: 20 }
  await parley.open({ baseURL: endpoint.baseURL, model: model('payloads', quick) })
  const [titles = '', ...questions] = attackTexts(6)
  for (const [at, as] of ['text', 'link', 'reasoning', 'refusal', 'tool'].entries()) {
    await parley.parameters.chooseModel(model('payloads', { as, ...quick }))
    await parley.send(questions[at] ?? titles)
    await parley.thread.reply(at).has('done')
  }
  await parley.thread.reply(2).button('Reasoning').click()
  await expect(parley.thread.reply(2).reasoning).toContainText('<script>')
  // Entities are read as well, which the DOM could do only in a way that the policy refuses.
  await expect(parley.thread.reply().body).toContainText('&lt;')
  expect(await holes()).toEqual([])

  await parley.library.begin()
  await parley.parameters.responseFormat('json_object').click()
  await parley.parameters.chooseModel(model('payloads', { as: 'json', ...quick }))
  await parley.send(titles)
  const { article, body } = parley.thread.reply()
  await parley.thread.reply().has('done')
  for (const view of ['Table', 'Text', 'Tree']) {
    await article.getByRole('radio', { name: view }).click()
    if (view === 'Tree') await body.getByRole('button', { name: /817 items|rows/ }).click()
    await expect(body.locator(`[data-view=${view.toLowerCase()}]`)).toContainText('<script>')
  }
  expect(await holes()).toEqual([])
})

test('attacks at rest in every form', async ({ page, parley, endpoint, baseURL }) => {
  const holes = await watched(page, baseURL, endpoint.origin)
  await parley.open({ baseURL: endpoint.baseURL, model: 'payloads' })
  const resting = Object.keys(forms).filter(isForm)
  // A third of them in each form: the next test but one has them all in the one that matters most.
  const thirds = inParts(3)
  const messages = resting.map((form, at): Seed => ({
    id: form,
    parent: resting[at - 1] ?? null,
    role: 'assistant',
    content: markdownOf(form, thirds[at % 3]),
  }))
  await seed(page, messages)
  await expect(parley.thread.messages).toHaveCount(resting.length)
  for (const form of resting) {
    const message = page.locator(`[data-message=${form}]`)
    await message.scrollIntoViewIfNeeded()
    await expect(message.locator('.prose').locator('blockquote, table, h3').first()).toBeVisible()
  }
  expect(await holes()).toEqual([])
})

test('attacks in errors, lists of models, titles, links, files and what the operator sets', async ({
  page,
  parley,
  endpoint,
  guard,
  baseURL,
}) => {
  guard.allowFailedLoads()
  const holes = await watched(page, baseURL, endpoint.origin)
  const config = {
    title: attackTexts(8)[1]!.replaceAll(/\s/g, ' ').slice(0, 190),
    endpoints: [],
    presets: inParts(3).map((some, at) => ({ name: some[at], system: some.join(' '), parameters: {} })),
  }
  await page.route('**/parley.config.json', (route) => route.fulfill({ json: config }))
  await parley.open({ baseURL: endpoint.under('models-payloads'), model: 'payloads' })
  await parley.parameters.model.click()
  await parley.parameters.model.fill('script')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await parley.button('Presets').click()
  await expect(page.getByRole('menuitem', { name: payloads[0]! })).toBeVisible()
  await page.keyboard.press('Escape')

  const errors = ['error-json', 'error-text', 'error-html'].flatMap((as) =>
    [0, 1, 2, 3].map((part) => ({ as, part, parts: 4 })),
  )
  for (const [at, error] of errors.entries()) {
    await parley.parameters.chooseModel(model('payloads', error))
    await parley.send(`${at}`)
    await parley.thread.reply(at).has('failed')
  }
  expect(await holes()).toEqual([])

  const titles = attackTexts(30)
  await seedLibrary(
    page,
    titles.map((title, at) => ({
      id: `title-${at}`,
      title,
      folder: title,
      tags: title.split('\n').slice(0, 3),
    })),
  )
  await expect(parley.library.lines.first()).toBeVisible()
  await page.goto('/#/c/title-3')
  await expect(page).toHaveTitle(/Parley|</)
  expect(await holes()).toEqual([])
})

test('attacks in links, links that begin, and files', async ({ page, parley, endpoint, baseURL }) => {
  const holes = await watched(page, baseURL, endpoint.origin)
  await parley.open({ baseURL: endpoint.baseURL, model: 'payloads' })
  const texts = attackTexts(12)
  const [title = '', name = '', model = '', system = ''] = texts
  await page.goto(`/#/s/${await hostileLink(texts.length)}`)
  await expect(parley.thread.messages).toHaveCount(texts.length)
  expect(await holes()).toEqual([])

  const fields = { system, prompt: texts[4]!, model, endpoint: texts[5]!, stop: texts[6]!, user: texts[7]! }
  const query = new URLSearchParams({ ...fields, tools: JSON.stringify([{ name }]), [title]: name })
  await page.goto(`/#/new?${query}`)
  await expect(parley.composer.field).toHaveValue(/./)
  for (const address of payloads.filter((one) => /script:|^data:|^\/\//.test(one)).slice(0, 40)) {
    await page.evaluate(
      (hash) => (location.hash = hash),
      `#/new?${new URLSearchParams({ endpoint: address })}`,
    )
    await page.evaluate((hash) => (location.hash = hash), `#${address}`)
    await page.evaluate((hash) => (location.hash = hash), `/c/${address}`)
  }
  expect(await holes()).toEqual([])

  await page.goto('/#/')
  const files = new Files(page)
  await files.openImport()
  await files.choose(
    given(`${title.slice(0, 99)}.json`, hostileFile(40)),
    given('log.txt', texts.join('\n\n')),
    ...payloads.slice(0, 30).map((attack) => given(attack.slice(0, 99).replaceAll('/', ''), attack)),
  )
  await expect(files.rows).toHaveCount(40)
  await files.confirm.click()
  await expect(files.importDialog).toHaveCount(0)
  await page.goto('/#/c/filed-3')
  await expect(parley.thread.messages).toHaveCount(1)
  expect(await holes()).toEqual([])
})

test('attacks in diagrams stay in their sandbox', async ({ browser, baseURL }) => {
  // A context of its own: what the policy of the sandbox stops there is no fault.
  const context = await browser.newContext({ baseURL: baseURL! })
  const page = await context.newPage()
  const parley = new Parley(page)
  const holes = await watched(page, baseURL)
  await parley.open({})
  const label = (text: string) => text.replaceAll(/["\n\r#;]/g, (letter) => `#${letter.codePointAt(0)};`)
  const diagram = (attacks: readonly string[]) =>
    ['flowchart LR', ...attacks.map((attack, at) => `  n${at}["${label(attack)}"]`)]
      .join('\n')
      .slice(0, 19_000)
  const links = ['javascript:alert(1)', 'https://leak.example/a', 'data:text/html,<script>alert(1)</script>']
  const clicks = `flowchart LR\n  a["<img src=https://leak.example/a onerror=alert(1)>"]\n${links
    .map((link) => `  click a href "${link}"`)
    .join('\n')}\n  click a call alert(1)`
  const fences = [clicks, ...inParts(25).slice(0, 2).map(diagram)].map(
    (one) => `\`\`\`mermaid\n${one}\n\`\`\``,
  )
  await seed(
    page,
    [{ id: 'drawn', parent: null, role: 'assistant', content: ['Drawn:', ...fences].join('\n\n') }],
    {
      id: 'diagrams',
    },
  )
  const reply = parley.thread.reply()
  await expect(reply.article).toHaveAttribute('data-message', 'drawn')
  for (const _ of fences) await reply.button('Show as diagram').nth(0).click()
  await expect(reply.body.locator('.diagram img, .diagram-fault')).toHaveCount(fences.length)
  await expect.poll(() => page.frames().length).toBe(1)
  expect(await holes()).toEqual([])
  await context.close()
})
