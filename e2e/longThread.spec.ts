import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import type { Parley } from './pages/Parley'
import { type Seed, seed } from './seed'

const short = (length: number): Seed[] =>
  Array.from({ length }, (_, at) => ({
    id: `m${at}`,
    parent: at ? `m${at - 1}` : null,
    role: at % 2 ? 'assistant' : 'user',
    content: `This is ${at}.`,
    order: 0,
  }))

/** Answers of many shapes: no two rows are as tall as they were guessed. */
const uneven = (length: number): Seed[] =>
  short(length).map((message, at) => ({
    ...message,
    content: `This is ${at}.\n\n${'- **one** of `several` points\n'.repeat(at % 7)}\n${'Words that fill a line or two. '.repeat((at * 5) % 31)}`,
  }))

const open = async (page: Page, parley: Parley, baseURL: string, thread: Seed[]) => {
  await parley.open({ baseURL, model: 'echo?only=last' })
  await seed(page, thread, { parameters: { model: 'echo?only=last', stream: true } })
}

const rows = (page: Page) => page.locator('article[data-message]')
const row = (page: Page, at: number) => page.locator(`article[data-message=m${at}]`)
const whole = (page: Page) => page.locator('article[data-message]:not([data-light])')

/** Whether every message within a screen of the reader is drawn whole. */
const isSettled = (page: Page) =>
  page.evaluate(() => {
    const { top, bottom, height } = document.querySelector('main [role=region]')!.getBoundingClientRect()
    return [...document.querySelectorAll('article[data-light]')].every((article) => {
      const box = article.getBoundingClientRect()
      return box.bottom <= top - height || box.top >= bottom + height
    })
  })

test('10,000 messages: each can be found and selected, few are drawn whole', async ({
  page,
  parley,
  endpoint,
}) => {
  await open(page, parley, endpoint.baseURL, short(10_000))
  await expect(row(page, 9999)).toBeInViewport()
  await expect(row(page, 9999)).toHaveAccessibleName('assistant, message 10000 of 10000')
  await expect(rows(page)).toHaveCount(10_000)
  expect(await whole(page).count()).toBeLessThan(200)

  const selected = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('main [role=region]')!)
    const text = getSelection()!.toString()
    getSelection()!.removeAllRanges()
    return text
  })
  expect(selected.match(/This is \d+\./g)).toHaveLength(10_000)

  // The page's own search marks what it finds; bringing it on screen is left to whoever asks.
  expect(await page.evaluate("find('This is 3.', false, false, true)")).toBe(true)
  await page.evaluate(() => getSelection()!.anchorNode!.parentElement!.scrollIntoView({ block: 'center' }))
  await expect(row(page, 3)).toBeInViewport()
  // A selection is left alone; what stands beside it is drawn.
  await expect(row(page, 4)).not.toHaveAttribute('data-light')
  await page.evaluate(() => getSelection()!.removeAllRanges())

  await test.step('the outline goes to the first, and a button back to the end', async () => {
    await parley.outline.opener.click()
    await parley.outline.dialog.locator('[data-line="9999"], [data-line="0"]').first().focus()
    await page.keyboard.press('Home')
    await expect(parley.outline.dialog.locator('[data-line="0"]')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(row(page, 0)).toBeFocused()
    await expect(row(page, 0)).toBeInViewport()
    await page.keyboard.press('ArrowDown')
    await expect(row(page, 1)).toBeFocused()
    await expect(row(page, 1)).not.toHaveAttribute('data-light')
    await parley.button('To the end').click()
    await expect(row(page, 9999)).toBeInViewport()
  })

  await parley.send('And now?')
  await expect(rows(page)).toHaveCount(10_002)
  await expect(page.locator('article[data-role=assistant]').last()).toHaveAttribute('data-status', 'done')
  await expect(row(page, 0)).toHaveAttribute('aria-label', 'user, message 1 of 10002')
})

for (const anchors of [true, false])
  test(`nothing jumps on the way up, ${anchors ? 'where the browser sees to that' : 'nor where it does not'}`, async ({
    page,
    parley,
    endpoint,
  }) => {
    if (!anchors)
      await page.addInitScript(() => {
        const supports = CSS.supports.bind(CSS) as (name: string, value: string) => boolean
        CSS.supports = (name: string, value?: string) =>
          name !== 'overflow-anchor' && supports(name, value ?? '')
        const sheet = new CSSStyleSheet()
        sheet.replaceSync('* { overflow-anchor: none }')
        document.adoptedStyleSheets = [sheet]
      })
    await open(page, parley, endpoint.baseURL, uneven(400))
    await expect(row(page, 399)).toBeInViewport()
    await expect.poll(() => isSettled(page)).toBe(true)
    await parley.thread.box.hover()
    for (let step = 0; step < 12; step++) {
      const seen = await parley.thread.box.evaluate((box) => {
        const { top, left, width, height } = box.getBoundingClientRect()
        const found = document.elementFromPoint(left + width / 2, top + height / 4)
        const article = found!.closest<HTMLElement>('article')!
        return { id: article.dataset['message'], top: article.getBoundingClientRect().top }
      })
      const astray = async () => {
        const { y } = (await page.locator(`article[data-message=${seen.id}]`).boundingBox())!
        return Math.abs(y - seen.top - 300)
      }
      await page.mouse.wheel(0, -300)
      // A pixel is what rounding may take.
      await expect.poll(astray).toBeLessThan(1.5)
      await expect.poll(() => isSettled(page)).toBe(true)
      expect(await astray()).toBeLessThan(1.5)
    }
    expect(await whole(page).count()).toBeLessThan(200)
  })

test('who reads stays at their line when the page gets another width, and when it has been printed', async ({
  page,
  parley,
  endpoint,
}) => {
  const paragraph = (at: number) =>
    `Paragraph ${at}. ${'Words that fill a line or two. '.repeat((at * 7) % 23)}`
  const thread = uneven(240)
  thread[81]!.content = Array.from({ length: 200 }, (_, at) => paragraph(at)).join('\n\n')
  await open(page, parley, endpoint.baseURL, thread)
  await expect(rows(page)).toHaveCount(240)
  /** The message at the top of the thread, and the number of the paragraph that is there in the long one. */
  const reading = () =>
    parley.thread.box.evaluate((box) => {
      const { top, left, width } = box.getBoundingClientRect()
      const found = document.elementFromPoint(left + width / 2, top + 24)!
      const { message } = found.closest<HTMLElement>('article')!.dataset
      return message === 'm81' ? Number(/^Paragraph (\d+)/.exec(found.textContent)?.[1]) : message
    })
  const resize = async (width: number, height: number) => {
    const before = await parley.thread.box.evaluate((box) => box.clientWidth)
    await page.setViewportSize({ width, height })
    await expect.poll(() => parley.thread.box.evaluate((box) => box.clientWidth)).not.toBe(before)
    await expect.poll(() => isSettled(page)).toBe(true)
  }
  const staysAt = async (place: string | number) => {
    for (const [width, height] of [
      [844, 390],
      [390, 844],
      [1280, 720],
    ] as const) {
      await resize(width, height)
      expect(await reading(), `${width} × ${height}`).toBe(place)
    }
  }

  /** Heights are guessed from afar: once there, it is a small step. */
  const goTo = (element: Locator, place: string | number) =>
    expect(async () => {
      await element.evaluate((there) => {
        there.scrollIntoView()
        document.querySelector('main [role=region]')!.scrollTop += 4
      })
      await expect.poll(() => isSettled(page)).toBe(true)
      expect(await reading()).toBe(place)
    }).toPass()
  await page.setViewportSize({ width: 390, height: 844 })
  await goTo(row(page, 157), 'm157')
  await expect(parley.thread.toEnd).toBeVisible()
  await staysAt('m157')
  await goTo(row(page, 81), 0)
  await goTo(row(page, 81).getByText('Paragraph 108.'), 108)
  await staysAt(108)
  await page.pdf({ format: 'A4' })
  await expect.poll(() => isSettled(page)).toBe(true)
  await expect.poll(reading).toBe(108)

  await parley.thread.toEnd.click()
  await expect(parley.thread.toEnd).toHaveCount(0)
  await resize(390, 844)
  await expect(row(page, 239)).toBeInViewport()
  await expect(parley.thread.toEnd).toHaveCount(0)
})

test('a key that searches does not wait for the page to be idle, and paper takes every message', async ({
  page,
  parley,
  endpoint,
}) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
  await open(page, parley, endpoint.baseURL, short(300))
  await expect(row(page, 299)).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(300)
  await page.keyboard.press('Control+f')
  await expect(rows(page)).toHaveCount(300)
  await page.reload()
  await expect(row(page, 299)).toBeInViewport()
  expect(await rows(page).count()).toBeLessThan(300)
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(await whole(page).count()).toBe(300)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header').getByRole('button')).toHaveCount(0)
  await expect(parley.button('Add a system message')).toBeHidden()
  await expect(parley.composer.field).toBeHidden()
  expect(paper.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10)
})
