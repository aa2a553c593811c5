import type { Page } from '@playwright/test'

/** How a reply looked for a moment. */
interface Look {
  status: string
  busy: boolean
  text: string
}

/**
 * Begins to write down how the replies on the page look, for what no gate holds: a state that passes may be over before
 * a test looks. The answer reads what has been seen up to then.
 */
export async function watchReplies(page: Page): Promise<() => Promise<Look[]>> {
  await page.evaluate(() => {
    const looks: Look[] = []
    Object.assign(globalThis, { looks })
    new MutationObserver(() => {
      const reply = [...document.querySelectorAll('article[data-role=assistant]')].at(-1)
      if (!(reply instanceof HTMLElement)) return
      looks.push({
        status: reply.dataset['status'] ?? '',
        busy: reply.ariaBusy === 'true',
        text: reply.querySelector('[data-part=body]')?.textContent ?? '',
      })
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return () => page.evaluate((): Look[] => Reflect.get(globalThis, 'looks'))
}
