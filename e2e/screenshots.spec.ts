import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures'

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

const target = (name: string) => fileURLToPath(new URL(`../.github/screenshots/${name}.png`, import.meta.url))

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`${size}, ${theme}`, () => {
      test.use({ viewport, deviceScaleFactor: 2, reducedMotion: 'reduce', hasTouch: size === 'phone' })

      test('the tutor', async ({ page, parley }) => {
        await parley.open({ theme })
        await parley.button(/^A tutor in two turns/).click()
        await parley.thread.reply(1).has('done')
        await expect(parley.thread.reply(1).body.locator('pre').first()).toBeVisible()
        await expect(parley.thread.busy).toHaveCount(0)
        // Away from the messages, which show their actions under the pointer.
        await page.mouse.move(0, 0)
        await page.screenshot({ path: target(`${size}-${theme}`), animations: 'disabled', caret: 'hide' })
      })
    })
  }
}
