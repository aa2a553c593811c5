import type { Locator } from '@playwright/test'
import { expect, model, test } from './fixtures'

const long = model('held', { tokens: 3000, after: '1500,2200', gate: 'early,late' })

/** How far the box is from its end, and from its beginning. */
const place = (box: Locator) =>
  box.evaluate((element) => ({
    fromEnd: Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
    top: Math.round(element.scrollTop),
    height: element.scrollHeight,
  }))

test('the thread follows the reply while the reader is at its end', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: long })
  await parley.send('A long one.')
  const { box, toEnd } = parley.thread
  await endpoint.reached('early')
  await expect.poll(async () => (await place(box)).top).toBeGreaterThan(1000)
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
  const before = await place(box)
  endpoint.release('early')
  await endpoint.reached('late')
  await expect.poll(async () => (await place(box)).height).toBeGreaterThan(before.height + 500)
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
  await expect(toEnd).toHaveCount(0)
})

test('a reader who goes up is left in peace, and a button leads back', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: long })
  await parley.send('A long one.')
  const { box, toEnd } = parley.thread
  await endpoint.reached('early')
  await expect.poll(async () => (await place(box)).top).toBeGreaterThan(1000)
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)

  await box.hover()
  const before = await place(box)
  await page.mouse.wheel(0, -600)
  await expect(toEnd).toBeVisible()
  await expect.poll(async () => (await place(box)).top).toBe(before.top - 600)
  endpoint.release('early')
  await endpoint.reached('late')
  await expect.poll(async () => (await place(box)).height).toBeGreaterThan(before.height + 500)
  expect((await place(box)).top).toBe(before.top - 600)

  await toEnd.click()
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
  await expect(toEnd).toHaveCount(0)
  endpoint.release('late')
  await parley.thread.reply().has('done')
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
})

test('the keys scroll too, and going back to the end follows again', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: long })
  await parley.send('A long one.')
  const { box, toEnd } = parley.thread
  await endpoint.reached('early')
  await expect.poll(async () => (await place(box)).top).toBeGreaterThan(1000)
  await box.focus()
  await page.keyboard.press('Home')
  await expect(toEnd).toBeVisible()
  await expect.poll(async () => (await place(box)).top).toBe(0)
  await page.keyboard.press('End')
  await expect(toEnd).toHaveCount(0)
  endpoint.release('early')
  endpoint.release('late')
  await parley.thread.reply().has('done')
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
})

test('who sends is taken to the end', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 1500 }) })
  await parley.send('A long one.')
  await parley.thread.reply().has('done')
  await parley.thread.box.hover()
  await page.mouse.wheel(0, -2000)
  await expect(parley.thread.toEnd).toBeVisible()
  await parley.send('And another.')
  await parley.thread.reply(1).has('done')
  await expect.poll(async () => (await place(parley.thread.box)).fromEnd).toBeLessThanOrEqual(1)
})
