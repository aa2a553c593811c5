import type { Locator } from '@playwright/test'
import type { Endpoint } from './endpoint'
import { expect, model, test } from './fixtures'
import type { Parley } from './pages/Parley'

const long = model('held', { tokens: 3000, after: '1500,2000,2500', gate: 'early,late,last' })

/** How far the box is from its end, and from its beginning. */
const place = (box: Locator) =>
  box.evaluate((element) => ({
    fromEnd: Math.round(element.scrollHeight - element.clientHeight - element.scrollTop),
    top: Math.round(element.scrollTop),
    height: element.scrollHeight,
  }))

const atEnd = (box: Locator) => expect.poll(async () => (await place(box)).fromEnd).toBeLessThanOrEqual(1)

const grown = (box: Locator, than: number) =>
  expect.poll(async () => (await place(box)).height).toBeGreaterThan(than + 500)

/** A reply that is longer than the page, and waits to grow. */
async function askForLong(parley: Parley, endpoint: Endpoint) {
  await parley.open({ baseURL: endpoint.baseURL, model: long })
  await parley.send('A long one.')
  await endpoint.reached('early')
  await expect.poll(async () => (await place(parley.thread.box)).top).toBeGreaterThan(1000)
}

test('the thread follows the reply at its end; who goes up is left in peace, and a button leads back', async ({
  page,
  parley,
  endpoint,
}) => {
  await askForLong(parley, endpoint)
  const { box, toEnd } = parley.thread
  await atEnd(box)
  const { height } = await place(box)
  endpoint.release('early')
  await endpoint.reached('late')
  await grown(box, height)
  await atEnd(box)
  await expect(toEnd).toHaveCount(0)

  await box.hover()
  const before = await place(box)
  await page.mouse.wheel(0, -600)
  await expect(toEnd).toBeVisible()
  await expect.poll(async () => (await place(box)).top).toBe(before.top - 600)
  endpoint.release('late')
  await endpoint.reached('last')
  await grown(box, before.height)
  expect((await place(box)).top).toBe(before.top - 600)

  await toEnd.click()
  await atEnd(box)
  await expect(toEnd).toHaveCount(0)
  endpoint.release('last')
  await parley.thread.reply().has('done')
  await atEnd(box)
})

test('the keys scroll too, going back to the end follows again, and who sends is taken there', async ({
  page,
  parley,
  endpoint,
}) => {
  await askForLong(parley, endpoint)
  const { box, toEnd } = parley.thread
  await box.focus()
  await page.keyboard.press('Home')
  await expect(toEnd).toBeVisible()
  await expect.poll(async () => (await place(box)).top).toBe(0)
  // The browser would be on its way there now, to where the end was.
  await page.keyboard.press('End')
  expect((await place(box)).fromEnd).toBeLessThanOrEqual(1)
  await expect(toEnd).toHaveCount(0)
  for (const gate of ['early', 'late', 'last']) endpoint.release(gate)
  await parley.thread.reply().has('done')
  await atEnd(box)

  await page.keyboard.press('Home')
  await expect(toEnd).toBeVisible()
  await test.step('End belongs to a field that is written in', async () => {
    await parley.thread.message('user').article.focus()
    await page.keyboard.press('e')
    await expect(parley.thread.message('user').article.getByRole('textbox')).toBeFocused()
    const { top } = await place(box)
    await page.keyboard.press('End')
    expect((await place(box)).top).toBe(top)
    await page.keyboard.press('Escape')
    await expect(parley.thread.message('user').article).toBeFocused()
    await page.keyboard.press('Control+End')
    await expect(toEnd).toHaveCount(0)
    await page.keyboard.press('Home')
    await expect(toEnd).toBeVisible()
  })
  await parley.parameters.chooseModel(model('story', { tokens: 3 }))
  await parley.send('And another.')
  await parley.thread.reply(1).has('done')
  await atEnd(box)
})

test.describe('by finger', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('a reply that grows does not pull the page from under a finger, and a little way up is up', async ({
    page,
    parley,
    endpoint,
  }) => {
    await askForLong(parley, endpoint)
    const { box, toEnd } = parley.thread
    const growsBehind = async (gate: string) => {
      const { height } = await place(box)
      endpoint.release(gate)
      await grown(box, height)
    }
    await atEnd(box)

    const cdp = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y?: number) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: y === undefined ? [] : [{ x: 200, y }] })
    const first = await place(box)
    await touch('touchStart', 300)
    await growsBehind('early')
    expect((await place(box)).top).toBe(first.top)
    await touch('touchEnd')
    await endpoint.reached('late')
    await atEnd(box)
    await expect(toEnd).toHaveCount(0)

    const second = await place(box)
    await touch('touchStart', 300)
    // The first steps are too small to be more than a tap.
    for (let y = 302; y <= 340; y += 2) await touch('touchMove', y)
    await expect(toEnd).toBeVisible()
    const dragged = () => place(box).then(({ top }) => second.top - top)
    await expect.poll(dragged).toBeGreaterThan(10)
    await growsBehind('late')
    await touch('touchEnd')
    expect(await dragged()).toBeLessThan(41)

    await endpoint.reached('last')
    await toEnd.tap()
    await atEnd(box)
    await expect(toEnd).toHaveCount(0)
    const third = await place(box)
    await box.hover()
    await page.mouse.wheel(0, -4)
    await expect(toEnd).toBeVisible()
    endpoint.release('last')
    await parley.thread.reply().has('done')
    expect((await place(box)).top).toBe(third.top - 4)
  })
})
