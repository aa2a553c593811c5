import { type Locator, type Page, expect } from '@playwright/test'

/** Goes on with a key until the focus is there. */
export async function walkTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    if (await target.evaluateAll((found) => found.some((element) => element === document.activeElement)))
      return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}
