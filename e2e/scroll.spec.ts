import type { Locator } from '@playwright/test'
import { expect, model, test } from './fixtures'

const long = model('held', { tokens: 3000, after: '1500,2000,2500', gate: 'early,late,last' })

/** How far the box is from its end, and from its beginning. */
const place = (box: Locator) =>
  box.evaluate((element) => ({
    fromEnd: Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
    top: Math.round(element.scrollTop),
    height: element.scrollHeight,
  }))

test('the thread follows the reply at its end; who goes up is left in peace, and a button leads back', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: long })
  await parley.send('A long one.')
  const { box, toEnd } = parley.thread
  const atEnd = () => expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
  const grown = (than: number) =>
    expect.poll(async () => (await place(box)).height).toBeGreaterThan(than + 500)
  await endpoint.reached('early')
  await expect.poll(async () => (await place(box)).top).toBeGreaterThan(1000)
  await atEnd()
  const { height } = await place(box)
  endpoint.release('early')
  await endpoint.reached('late')
  await grown(height)
  await atEnd()
  await expect(toEnd).toHaveCount(0)

  await box.hover()
  const before = await place(box)
  await page.mouse.wheel(0, -600)
  await expect(toEnd).toBeVisible()
  await expect.poll(async () => (await place(box)).top).toBe(before.top - 600)
  endpoint.release('late')
  await endpoint.reached('last')
  await grown(before.height)
  expect((await place(box)).top).toBe(before.top - 600)

  await toEnd.click()
  await atEnd()
  await expect(toEnd).toHaveCount(0)
  endpoint.release('last')
  await parley.thread.reply().has('done')
  await atEnd()
})

test('the keys scroll too, going back to the end follows again, and who sends is taken there', async ({
  page,
  parley,
  endpoint,
}) => {
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
  for (const gate of ['early', 'late', 'last']) endpoint.release(gate)
  await parley.thread.reply().has('done')
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)

  await page.keyboard.press('Home')
  await expect(toEnd).toBeVisible()
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('And another.')
  await parley.thread.reply(1).has('done')
  await expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)
})
