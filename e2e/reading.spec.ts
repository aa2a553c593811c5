import type { Page } from '@playwright/test'
import { expect, model, test } from './fixtures'

/** Begins to write down whatever a live region of the page says. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    const isLive = (node: Node) => {
      const element = node instanceof Element ? node : node.parentElement
      return Boolean(
        element?.closest('[aria-live]:not([aria-live=off]), [role=status], [role=log], [role=alert]'),
      )
    }
    new MutationObserver((mutations) => {
      for (const { type, target, addedNodes } of mutations) {
        if (!isLive(target)) continue
        if (type === 'characterData') heard.push(target.textContent ?? '')
        for (const node of addedNodes) if (node.textContent) heard.push(node.textContent)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const heard = (page: Page) => page.evaluate((): unknown => Reflect.get(globalThis, 'heard'))

test('a reply is announced when it begins and when it ends, and never read out', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('held', { tokens: 40, after: 20 }) })
  await listen(page)
  await parley.send('Tell me a story.')
  await endpoint.reached()
  await parley.thread.reply().has('streaming', /boats|ninety/)
  expect(await heard(page)).toEqual(['Replying'])
  endpoint.release()
  await parley.thread.reply().has('done')
  await expect.poll(() => heard(page)).toEqual(['Replying', 'Reply finished'])

  endpoint.shut()
  await parley.send('And another.')
  await endpoint.reached()
  const said = ['Replying', 'Reply finished', 'Replying']
  await expect.poll(() => heard(page)).toEqual(said)
  await page.keyboard.press('Escape')
  await expect.poll(() => heard(page)).toEqual([...said, 'Reply stopped'])

  // The thread is a list of named messages.
  await expect(page.getByRole('article', { name: 'user, message 1 of 4' })).toBeVisible()
  await expect(page.getByRole('article', { name: 'assistant, message 2 of 4' })).toBeVisible()
  for (const role of ['main', 'navigation', 'complementary'] as const)
    await expect(page.getByRole(role).first()).toBeVisible()
})

test('who wants less motion gets none', async ({ page, parley, endpoint }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await parley.open({ baseURL: endpoint.baseURL, model: 'late-headers' })
  await parley.send('Hello?')
  await endpoint.reached()
  await parley.thread.reply().has('waiting')
  const moving = await page.evaluate(() => {
    const styles = [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
    const longest = (list: string) => Math.max(...list.split(',').map((time) => Number.parseFloat(time)))
    return styles.filter(
      ({ animationDuration, transitionDuration, scrollBehavior }) =>
        longest(animationDuration) > 0.001 ||
        longest(transitionDuration) > 0.001 ||
        scrollBehavior === 'smooth',
    ).length
  })
  expect(moving).toBe(0)
})

const narrow = {
  '200 % zoom': { width: 720, height: 450 },
  'a small phone': { width: 320, height: 568 },
  'a phone on its side': { width: 740, height: 360 },
}

test('nothing is cut off at the side', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'markdown' })
  await parley.send(
    'Show me everything, with_a_very_long_word_that_knows_no_end_and_has_no_place_to_break_at_all.',
  )
  await parley.thread.reply().has('done')
  for (const [what, viewport] of Object.entries(narrow))
    await test.step(what, async () => {
      await page.setViewportSize(viewport)
      await page.reload()
      await expect(parley.thread.reply().article.getByRole('table')).toBeVisible()
      const wide = await page.evaluate(() => {
        const scrolls = (element: Element) =>
          ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) &&
          element.matches('pre, table, div:has(> table)')
        return [...document.querySelectorAll('main *, header *, form *')]
          .filter((element) => {
            const { right, left, width } = element.getBoundingClientRect()
            if (width === 0 || element.closest('.sr-only')) return false
            for (let up = element.parentElement; up; up = up.parentElement) if (scrolls(up)) return false
            return right > innerWidth + 1 || left < -1
          })
          .map((element) => element.outerHTML.slice(0, 120))
      })
      expect(wide).toEqual([])
      expect(
        await parley.thread.box.evaluate((box) => box.scrollWidth - box.clientWidth),
      ).toBeLessThanOrEqual(0)
      await expect(parley.composer.field).toBeInViewport()
      await expect(parley.composer.sendButton).toBeInViewport()
      expect((await parley.thread.box.boundingBox())?.height).toBeGreaterThan(100)
    })
})

test('each text runs the way of its script', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'unicode' })
  await parley.send('مرحبا بالعالم')
  const { thread } = parley
  await thread.reply().has('done')
  await expect(thread.message('user').body).toHaveCSS('direction', 'rtl')
  const { body } = thread.reply()
  await expect(body.getByText(/^العربية/)).toHaveCSS('direction', 'rtl')
  await expect(body.getByText(/^עברית/)).toHaveCSS('direction', 'rtl')
  await expect(body.getByText(/^Emoji/)).toHaveCSS('direction', 'ltr')
  await parley.composer.field.fill('שלום')
  await expect(parley.composer.field).toHaveCSS('direction', 'rtl')
})

test('the theme follows the system until the reader chooses', async ({ page, parley }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await parley.open()
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(paper).not.toBe(light)
  await parley.settings.open()
  await parley.settings.theme('Light').check()
  await expect.poll(paper).toBe(light)
  await page.reload()
  await expect.poll(paper).toBe(light)
})
