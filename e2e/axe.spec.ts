import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** What is wrong with the page as it stands, a line for each place. `but` names rules that do not apply here. */
async function faults(page: Page, ...but: string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).disableRules(but).analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}, ${target.join(' ')}: ${failureSummary}`),
  )
}

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

for (const [size, viewport] of Object.entries(sizes)) {
  for (const theme of ['light', 'dark'] as const) {
    test.describe(`axe finds nothing, ${size}, ${theme}`, () => {
      test.use({ viewport, hasTouch: size === 'phone', isMobile: size === 'phone' })

      test('on the start page and in the panes', async ({ page, parley }) => {
        await parley.open({ theme })
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
        expect.soft(await faults(page), 'start page').toEqual([])
        if (size === 'phone') {
          await parley.button('Show parameters').click()
          await expect(parley.parameters.model).toBeVisible()
          expect.soft(await faults(page), 'parameters').toEqual([])
          await page.keyboard.press('Escape')
          await parley.button('Show conversations').click()
          await expect(parley.library.list).toBeVisible()
          expect.soft(await faults(page), 'library').toEqual([])
        } else {
          await parley.parameters.number('temperature').fill('3')
          await expect(page.getByRole('alert')).toBeVisible()
          expect.soft(await faults(page), 'parameters with a problem').toEqual([])
        }
      })

      test('in a conversation', async ({ page, parley, endpoint }) => {
        await parley.open({ theme, baseURL: endpoint.baseURL, model: 'markdown' })
        await parley.send('Show me.')
        await parley.thread.reply(0).has('done')
        await expect(parley.thread.reply(0).article.getByRole('table')).toBeVisible()
        await expect(page.getByRole('heading', { name: 'assistant', level: 2 })).toBeVisible()
        // Which headings an answer has is up to the model.
        expect(await faults(page, 'heading-order'), 'Markdown').toEqual([])
      })

      test('when something went wrong, and when something is on its way', async ({
        page,
        parley,
        endpoint,
        guard,
      }) => {
        guard.allowFailedLoads()
        await parley.open({ theme, baseURL: endpoint.baseURL, model: 'error-400' })
        await parley.send('Fail.')
        await parley.thread.reply().has('failed')
        expect.soft(await faults(page), 'error').toEqual([])
        await parley.thread.message('user').article.hover()
        await parley.thread.message('user').button('Edit this user message').click()
        expect.soft(await faults(page), 'editor').toEqual([])
      })

      test('while a reply streams and another message waits', async ({ page, parley, endpoint }) => {
        await parley.open({ theme, baseURL: endpoint.baseURL, model: 'held' })
        await parley.send('Begin.')
        await endpoint.reached()
        await parley.thread.reply().has('streaming', 'The lamp at')
        await parley.send('And then?')
        await expect(parley.composer.queued).toBeVisible()
        expect(await faults(page), 'streaming').toEqual([])
      })

      test('in the settings', async ({ page, parley }) => {
        await parley.open({ theme })
        if (size === 'phone') await parley.button('Show conversations').click()
        await parley.settings.open()
        await expect(parley.settings.addEndpoint).toBeVisible()
        expect.soft(await faults(page), 'settings').toEqual([])
        await parley.settings.addEndpoint.click()
        await parley.settings.form.baseURL.fill('ftp://example.com')
        await parley.settings.form.addHeader.click()
        await parley.settings.form.save.click()
        await expect(parley.settings.form.problem).toBeVisible()
        expect.soft(await faults(page), 'endpoint form').toEqual([])
      })
    })
  }
}
