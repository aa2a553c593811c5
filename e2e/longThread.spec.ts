import { expect, test } from './fixtures'
import { type Seed, seed } from './seed'

const length = 10_000
const thread: Seed[] = Array.from({ length }, (_, at) => ({
  id: `m${at}`,
  parent: at ? `m${at - 1}` : null,
  role: at % 2 ? 'assistant' : 'user',
  content: `This is ${at}.`,
  order: 0,
}))

test.describe('a path of 10,000 messages', () => {
  test.beforeEach(async ({ page, parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: 'echo' })
    await seed(page, thread, { parameters: { model: 'echo', stream: true } })
    await expect(parley.thread.messages.last()).toHaveText(/This is 9999\./)
  })

  test('opens at its end, and draws what is near', async ({ page, parley }) => {
    await expect(parley.thread.messages.last()).toBeInViewport()
    await expect(parley.thread.messages.last()).toHaveAccessibleName('assistant, message 10000 of 10000')
    expect(await parley.thread.messages.count()).toBeLessThan(200)
    await parley.send('And now?')
    await parley.thread.reply().has('done')
    expect((await page.evaluate(() => document.querySelectorAll('*').length)) < 10_000).toBe(true)
  })

  test('what is on screen stays where it is when earlier messages are drawn', async ({ page, parley }) => {
    const before = await parley.thread.messages.count()
    const mark = parley.thread.messages.filter({ hasText: `This is ${length - before}.` })
    await mark.evaluate((message) => message.scrollIntoView({ block: 'start' }))
    await expect.poll(() => parley.thread.messages.count()).toBeGreaterThan(before)
    await expect(mark).toBeInViewport()
    await page.getByRole('button', { name: /^Show earlier messages/ }).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => parley.thread.messages.count()).toBeGreaterThan(before + 40)
  })

  test('the outline goes to its first message', async ({ page, parley }) => {
    await parley.outline.opener.click()
    await parley.outline.dialog.locator('[data-line="9999"], [data-line="0"]').first().focus()
    await page.keyboard.press('Home')
    await expect(parley.outline.dialog.locator('[data-line="0"]')).toBeFocused()
    await page.keyboard.press('Enter')
    const first = parley.thread.messages.first()
    await expect(first).toHaveText(/This is 0\./)
    await expect(first).toBeFocused()
    await expect(first).toBeInViewport()
    expect(await parley.thread.messages.count()).toBeLessThan(300)
    await parley.button('To the end').click()
    await expect(parley.thread.messages.last()).toHaveText(/This is 9999\./)
    await expect(parley.thread.messages.last()).toBeInViewport()
  })
})
