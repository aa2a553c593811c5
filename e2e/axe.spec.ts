import { faults } from './faults'
import { expect, test } from './fixtures'

const sizes = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } }

for (const [size, viewport] of Object.entries(sizes)) {
  const phone = size === 'phone'
  test.describe(size, () => {
    test.use({ viewport, hasTouch: phone, isMobile: phone })

    test('axe finds nothing', async ({ page, parley, endpoint, guard }) => {
      test.slow()
      guard.allowFailedLoads()
      const { parameters, settings, thread } = parley
      const clean = (state: string, but: string[] = []) =>
        test.step(state, async () => expect.soft(await faults(page, { but }), state).toEqual([]))
      const choose = async (name: string) => {
        if (phone) await parley.button('Show parameters').click()
        await parameters.chooseModel(name)
        if (!phone) return
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }

      await parley.open()
      await clean('start page')
      if (phone) {
        await parley.button('Show parameters').click()
        await expect(parameters.model).toBeVisible()
        await clean('parameters')
        await page.keyboard.press('Escape')
        await parley.button('Show conversations').click()
        await expect(parley.library.list).toBeVisible()
        await clean('library')
      } else {
        await parameters.number('temperature').fill('3')
        await expect(page.getByRole('alert')).toBeVisible()
        await clean('parameters with a problem')
      }

      const { form } = settings
      await settings.open()
      await expect(settings.addEndpoint).toBeVisible()
      await clean('settings')
      await settings.addEndpoint.click()
      await form.baseURL.fill('ftp://example.com')
      await form.addHeader.click()
      await form.save.click()
      await expect(form.problem).toBeVisible()
      await clean('endpoint form')
      await form.baseURL.fill(endpoint.baseURL)
      await settings.saveAndClose()
      await expect(settings.dialog).toBeHidden()
      if (phone) await page.keyboard.press('Escape')

      await choose('markdown')
      await parley.send('Show me.')
      await thread.reply().has('done')
      await expect(thread.reply().article.getByRole('table')).toBeVisible()
      await expect(page.getByRole('heading', { name: 'assistant', level: 2 })).toBeVisible()
      // Which headings an answer has is up to the model.
      const but = ['heading-order']
      await clean('Markdown', but)

      await choose('error-400')
      await parley.send('Fail.')
      await thread.reply(1).has('failed')
      await clean('error', but)
      const question = thread.message('user', 1)
      await question.article.hover()
      await question.button('Edit this user message').click()
      await clean('editor', but)
      await question.button('Cancel').click()

      await choose('held')
      await parley.send('Begin.')
      await endpoint.reached()
      await thread.reply(2).has('streaming', 'The lamp at')
      await parley.send('And then?')
      await expect(parley.composer.queued).toBeVisible()
      await clean('streaming', but)
    })
  })
}
