import type { Page } from '@playwright/test'
import axe from 'axe-core'

declare global {
  interface Window {
    axe: typeof axe
  }
}

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
  // It is half a megabyte, and stays where it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const found: string[] = []
  for (const [at, theme] of themes.entries()) {
    // Without motion no colour is on its way to another.
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const options: axe.RunOptions = {
      // To tell all that is right takes as long as to find it.
      resultTypes: ['violations'],
      ...(at === 0
        ? { rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])) }
        : { runOnly: ['color-contrast'] }),
    }
    const lines = await page.evaluate(
      async ({ inside, options }) => {
        // Colours that are on their way are to arrive, each of which may send those inside it on theirs.
        const moving = () => document.getAnimations().filter((it) => it instanceof CSSTransition)
        do await new Promise(requestAnimationFrame)
        while (moving().length > 0)
        const { violations } = await window.axe.run(inside ?? document, options)
        return violations.flatMap(({ id, help, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id}: ${help}, ${target.join(' ')}: ${failureSummary}`),
        )
      },
      { inside, options },
    )
    found.push(...lines.map((line) => `${theme}, ${line}`))
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  return found
}
