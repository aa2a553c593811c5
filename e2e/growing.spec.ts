import { expect, model, test } from './fixtures'
import type { ScenarioName } from './server/scenarios'

/** Texts in which letters, marks and blocks follow each other in every way. */
const texts: ScenarioName[] = ['markdown', 'unicode', 'hostile', 'story']

// While it grows, plain letters go straight into the document and the rest is rendered. However they took turns,
// the end has to be what one rendering of the whole text gives.
for (const name of texts)
  for (const chunk of [1, 7])
    test(`${name} in pieces of ${chunk} ends as the whole text does`, async ({ page, parley, endpoint }) => {
      await parley.open({ baseURL: endpoint.baseURL, model: model(name, { chunk, tps: 400 }) })
      await parley.send('Say it.')
      const reply = parley.thread.reply()
      await reply.has('done')
      const grown = await page.locator('article[data-role=assistant] .prose').evaluate(plainHTML)
      await page.reload()
      await reply.has('done')
      await expect(page.locator('article[data-role=assistant] .prose')).toBeVisible()
      expect(await page.locator('article[data-role=assistant] .prose').evaluate(plainHTML)).toBe(grown)
    })

/** The markup without what differs from page to page: ids, and the colours that code gets when the page is idle. */
function plainHTML(prose: Element): string {
  const copy = document.importNode(prose, true)
  for (const code of copy.querySelectorAll('pre code')) code.replaceChildren(code.textContent)
  copy.normalize()
  return copy.outerHTML
    .replace(/_r_[^-"_]*_-/g, '')
    .replace(/ (?:id|aria-describedby|aria-labelledby)="[^"]*"/g, '')
}
