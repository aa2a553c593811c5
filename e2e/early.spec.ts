import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'
import { kept } from './kept'

const program = /\/assets\/index-.*\.js$/

/** Keeps the program from starting until the given function is called. */
async function holdProgram(page: Page): Promise<() => void> {
  let start!: () => void
  const started = new Promise<void>((resolve) => (start = resolve))
  await page.route(program, async (route) => {
    await started
    await route.continue()
  })
  return start
}

const started = (page: Page) => expect(page.locator('#early')).toHaveCount(0)
const box = (page: Page) => page.locator('#composer').boundingBox()

test('the composer can be typed in before the program is there', async ({ page, parley }) => {
  const start = await holdProgram(page)
  await page.goto('/', { waitUntil: 'commit' })
  const field = page.locator('#composer')
  await expect(field).toBeFocused()
  await page.keyboard.type('What is a tokn?')
  for (let left = 0; left < 2; left++) await page.keyboard.press('ArrowLeft')
  const before = await box(page)
  start()
  await started(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('e')
  await expect(field).toHaveValue('What is a token?')
  expect(await box(page)).toEqual(before)
  await parley.composer.field.press('Enter')
  await parley.thread.reply().has('done', /token/i)
})

test('an Enter before the program is there sends when it is', async ({ page, parley }) => {
  const start = await holdProgram(page)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.locator('#composer')).toBeFocused()
  await page.keyboard.type('What is a token?')
  await page.keyboard.press('Enter')
  start()
  await parley.thread.reply().has('done', /token/i)
  await parley.thread.message('user').has('done', 'What is a token?')
})

test('words kept from before and words typed early are both there', async ({ page, parley }) => {
  await parley.open()
  await parley.composer.field.fill('kept')
  await expect.poll(async () => JSON.stringify(await kept(page, 'drafts'))).toContain('kept')
  const start = await holdProgram(page)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('#early #composer')).toBeFocused()
  await page.keyboard.type('early')
  start()
  await expect(parley.composer.field).toHaveValue('kept\nearly')
})

test('an input method is not interrupted', async ({ page, parley }) => {
  const start = await holdProgram(page)
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.locator('#composer')).toBeFocused()
  const keys = await page.context().newCDPSession(page)
  await keys.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
  const loaded = page.waitForResponse(program)
  start()
  await (await loaded).finished()
  await keys.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
  await expect(page.locator('#early #composer')).toHaveValue('にほん')
  await keys.send('Input.insertText', { text: '日本' })
  await started(page)
  await expect(parley.composer.field).toHaveValue('日本')
})

for (const [name, viewport] of [
  ['a desktop', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const) {
  test(`nothing moves when the program takes over, on ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    const settings = { theme: 'dark', panes: { library: false, parameters: true } }
    await page.addInitScript(
      (kept) => localStorage.setItem('parley.settings', kept),
      JSON.stringify(settings),
    )
    const start = await holdProgram(page)
    await page.goto('/', { waitUntil: 'commit' })
    // Nothing is painted before the styles are there, and nothing is to be measured.
    await page.waitForFunction(() => document.styleSheets.length > 0 && document.querySelector('#early'))
    await expect(page.locator('#early #composer')).toBeVisible()
    await page.evaluate(`
      shifts = []
      new PerformanceObserver((list) => {
        for (const { sources } of list.getEntries()) shifts.push(...sources.map(({ node }) => node?.outerHTML ?? node?.data))
      }).observe({ type: 'layout-shift' })
    `)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    const before = await box(page)
    start()
    await started(page)
    expect(await box(page)).toEqual(before)
    await page
      .getByRole('button', { name: 'Show parameters' })
      .or(page.getByText('2 listed'))
      .first()
      .waitFor()
    expect(await page.evaluate('shifts')).toEqual([])
  })
}

test('what cannot be loaded is said, and the words stay', async ({ page, parley, guard }) => {
  guard.allowFailedLoads()
  // The parameters need it as well, and say so in their place.
  guard.allowConsoleErrors(/dynamically imported module/)
  await page.route(/\/assets\/sendMessage-.*\.js$/, (route) => route.abort())
  await parley.open()
  await parley.send('Still here?')
  await expect(parley.notice('could not be loaded')).toBeVisible()
  await expect(parley.composer.field).toHaveValue('Still here?')
})

test('a part that cannot be loaded takes nothing else with it, and comes once it can', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  guard.allowConsoleErrors(/dynamically imported module/)
  const parts = /\/assets\/(Panels|ConversationButtons|TokenLine|Markdown)-.*\.js$/
  await page.route(parts, (route) => route.abort())
  await parley.open({ baseURL: endpoint.baseURL, model: model('echo', { only: 'last' }) })
  const failed = page.getByRole('alert').filter({ hasText: 'has failed' })
  const form = page.locator('form').filter({ has: parley.composer.field })
  await expect(form.getByRole('alert')).toContainText('This part has failed.')
  await parley.send('*Still* here?')
  await parley.thread.reply().has('done', /\*Still\* here/)
  // What nobody waits for comes whatever else does not: a dropped file does not lead away from the page.
  const isTaken = () =>
    page.evaluate(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([], 'a'))
      return !dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }))
    })
  await expect.poll(isTaken).toBe(true)
  await expect(page.locator('header').getByRole('alert')).toContainText('This part has failed.')
  await parley.button('Outline').click()
  const over = failed.filter({ has: parley.button('Close') })
  await expect(over).toContainText('Your conversations are safe in this browser.')
  await over.getByRole('button', { name: 'Close' }).click()
  await expect(over).toHaveCount(0)

  await page.unroute(parts)
  await parley.button('Outline').click()
  await expect(page.getByRole('dialog', { name: 'Outline' })).toBeVisible()
  await page.keyboard.press('Escape')
  await parley.send('*Once* more')
  await expect(parley.thread.reply(1).body.locator('em')).toHaveText('Once')
  await page.locator('header').getByRole('button', { name: 'Try again' }).click()
  await expect(parley.undo).toBeVisible()
  await expect(page.locator('header').getByRole('alert')).toHaveCount(0)
})
