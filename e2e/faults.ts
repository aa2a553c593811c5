import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Where {
  /** Only in here. */
  inside?: string
  /** Rules that do not apply. */
  but?: string[]
  /** By themselves both. */
  themes?: ('light' | 'dark')[]
}

/** What axe finds wrong with the page as it stands, a line for each place. Themes differ in their colours alone. */
export async function faults(page: Page, where: Where = {}): Promise<string[]> {
  const { inside, but = [], themes = ['light', 'dark'] } = where
  const found: string[] = []
  for (const [at, theme] of themes.entries()) {
    // Without motion no colour is on its way to another.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    // There are no frames, for which it would open a page of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode()
    if (inside) axe.include(inside)
    if (at === 0) axe.disableRules(but)
    else axe.withRules('color-contrast')
    const { violations } = await axe.analyze()
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${theme}, ${id}: ${help}, ${target.join(' ')}: ${failureSummary}`)
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  return found
}
