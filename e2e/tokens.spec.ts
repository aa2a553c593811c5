import type { Page } from '@playwright/test'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Sending } from './pages/Sending'

/** What the page begins with besides: prices, as its reader has set them. */
const withPrices = (page: Page, ...prices: { pattern: string; input: number; output: number }[]) =>
  page.addInitScript(
    (kept) => {
      if (localStorage.getItem('parley.prices') === null) localStorage.setItem('parley.prices', kept)
    },
    JSON.stringify({ version: 1, prices }),
  )

/** 0.15 and 0.60 dollars for a million tokens. */
const mini = { pattern: 'gpt-4o-mini*', input: 150_000, output: 600_000 }

/** The workers that count; code has a worker of its own. */
const counters = (page: Page) => page.workers().filter((worker) => worker.url().includes('countWorker'))

test.describe('the line in the composer', () => {
  test('says nothing until there is something to send, grows with it, and knows a well known model', async ({
    page,
    parley,
    endpoint,
  }) => {
    const sending = new Sending(page)
    await withPrices(page, mini)
    await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
    await expect(sending.line).toHaveCount(0)
    await parley.composer.field.fill('A few words.')
    await expect(sending.line).toHaveText(/^about \d+ tokens$/)
    await parley.composer.field.fill('A few words. '.repeat(1000))
    await expect(sending.line).toHaveText(/^about [34],\d{3} tokens$/)
    await parley.composer.field.fill('')
    await expect(sending.line).toHaveCount(0)

    await parley.parameters.chooseModel('gpt-4o-mini')
    await parley.composer.field.fill('Some words. '.repeat(400))
    await expect(sending.line).toHaveText(/^about 1,\d{3} of 128K tokens · about \$0\.0001\d$/)
  })

  test('learns from the count that comes back, and keeps that', async ({ page, parley, endpoint }) => {
    const sending = new Sending(page)
    await parley.open({ baseURL: endpoint.baseURL, model: model('usage-always', { tokens: 3 }) })
    await parley.composer.field.fill('Begin.')
    const before = await sending.line.innerText()
    await parley.send('Begin.')
    await parley.thread.reply().has('done')
    await expect(parley.thread.reply().article.getByText(/^\d+ in · 3 out$/)).toBeVisible()
    const counted = /^\d+/.exec(
      await parley.thread
        .reply()
        .article.getByText(/ in · 3 out$/)
        .innerText(),
    )![0]
    await parley.library.begin()
    // The same words to the same model: the estimate is now what was counted.
    await parley.composer.field.fill('Begin.')
    await expect(sending.line).toHaveText(`about ${counted} tokens`)
    expect(before).not.toBe(`about ${counted} tokens`)
    await page.reload()
    await parley.composer.field.fill('Begin.')
    await expect(sending.line).toHaveText(`about ${counted} tokens`)
  })
})

test.describe('before sending', () => {
  test('what is shown is what is sent', async ({ page, parley, endpoint }) => {
    const sending = new Sending(page)
    await parley.open({
      baseURL: endpoint.baseURL,
      model: 'story',
      defaults: { stream: true, temperature: 0.5, seed: 7 },
    })
    await test.step('on the start page, with the system message that waits there', async () => {
      await page.getByRole('textbox', { name: 'Add a system message' }).fill('Be brief.')
      await parley.composer.field.fill('Hello 👋')
      await sending.open()
      await expect(sending.rows).toHaveCount(2)
      await expect(sending.rows.first()).toContainText('Be brief.')
      const shown = await sending.json()
      await sending.close()
      await parley.composer.field.press('Enter')
      await parley.thread.reply().has('done')
      expect(shown).toEqual((await endpoint.completions())[0]!.body)
    })

    await parley.composer.field.fill('  Second, with spaces\nand lines ')
    await sending.open()
    await expect(sending.rows).toHaveCount(4)
    const shown = await sending.json()
    await sending.close()
    await parley.composer.field.press('Enter')
    await parley.thread.reply(1).has('done')
    const sent = await endpoint.completions()
    expect(shown).toEqual(sent.at(-1)!.body)
    expect(JSON.stringify(shown)).toContain('"seed":7')
  })

  test('a known encoding is counted in a worker, loaded when it is wanted and gone when it is not', async ({
    page,
    parley,
    endpoint,
  }) => {
    const sending = new Sending(page)
    const loaded: string[] = []
    page.on('request', (request) => loaded.push(request.url()))
    await page.clock.install()
    await parley.open({ baseURL: endpoint.baseURL, model: 'gpt-4o-mini' })
    await parley.composer.field.fill('hello world')
    await expect(sending.line).toBeVisible()
    expect(loaded.filter((url) => /o200k|countWorker/.test(url))).toEqual([])
    await sending.open()
    // 3 around the message, 1 for its role, 2 for the words, 3 before the answer.
    await expect(sending.part('total')).toHaveText('9 of 128,000 tokens')
    await expect(sending.part('source')).toHaveText('Counted with o200k_base, by OpenAI’s rule for messages.')
    await expect(sending.rows).toContainText(['6'])
    expect(counters(page)).toHaveLength(1)
    const gone = counters(page)[0]!.waitForEvent('close')
    await page.clock.fastForward(20_000)
    await gone
    // And comes back when it is wanted again.
    await sending.close()
    await parley.parameters.chooseModel('gpt-4')
    await parley.composer.field.fill('hello world again')
    await sending.open()
    await expect(sending.part('source')).toContainText('Counted with cl100k_base')
    await expect(sending.part('total')).toHaveText('10 of 8,192 tokens')
  })

  test('what is not sent is listed with the reason, and an estimate says why it is one', async ({
    page,
    parley,
    endpoint,
    guard,
  }) => {
    guard.allowFailedLoads()
    const sending = new Sending(page)
    await page.context().route(/o200k_base/, (route) => route.abort())
    await parley.open({ baseURL: endpoint.baseURL, model: 'error-400' })
    await parley.send('Fail.')
    await parley.thread.reply().has('failed')
    await parley.composer.field.fill('Again.')
    await sending.open()
    await expect(sending.rows).toHaveCount(3)
    await expect(sending.rows.nth(1)).toHaveAttribute('data-sent', 'false')
    await expect(sending.rows.nth(1)).toContainText('said nothing, so it is not sent')
    await expect(sending.rows.nth(2)).toContainText('not yet sent')
    expect(await sending.json()).toMatchObject({
      messages: [
        { role: 'user', content: 'Fail.' },
        { role: 'user', content: 'Again.' },
      ],
    })
    await sending.close()

    await parley.parameters.chooseModel('gpt-4o')
    await sending.open()
    await expect(sending.part('source')).toHaveText(
      'Estimated from the characters: the tokeniser o200k_base could not be loaded.',
    )
    await expect(sending.part('total')).toHaveText(/^about \d+ of 128,000 tokens$/)
  })

  test('what does not fit is a warning, and can be sent all the same', async ({ page, parley, endpoint }) => {
    const sending = new Sending(page)
    await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
    await test.step('by keyboard alone', async () => {
      await parley.composer.field.fill('Hello')
      await expect(sending.line).toBeVisible()
      await sending.line.press('Enter')
      await expect(sending.dialog).toBeVisible()
      await sending.dialog.getByText('The request as JSON').press('Enter')
      await expect(sending.dialog.locator('pre')).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(sending.dialog).toHaveCount(0)
      await expect(sending.line).toBeFocused()
    })

    await parley.composer.field.fill('Some words. '.repeat(400))
    await sending.open()
    await expect(sending.part('warning')).toHaveCount(0)
    await sending.contextLength.fill('1000')
    await expect(sending.part('warning')).toContainText('and the model takes 1,000')
    await expect(sending.dialog.getByText('As you have set it.')).toBeVisible()
    await sending.close()
    await expect(sending.line).toHaveText(/^about 1,\d{3} of 1K tokens, more than fits$/)
    await page.reload()
    await parley.composer.field.fill('Some words. '.repeat(400))
    await expect(sending.line).toContainText('more than fits')
    await parley.composer.sendButton.click()
    await parley.thread.reply().has('done')
    await sending.open()
    await sending.dialog.getByRole('button', { name: 'Use what is known' }).click()
    await expect(sending.part('warning')).toHaveCount(0)
  })

  test('axe finds nothing', async ({ page, parley, endpoint }) => {
    const sending = new Sending(page)
    await withPrices(page, mini)
    await parley.open({ baseURL: endpoint.baseURL, model: 'gpt-4o-mini' })
    await parley.send('Hello')
    const reply = parley.thread.reply()
    await reply.has('done')
    await parley.composer.field.fill('Some words.')
    await expect(sending.line).toBeVisible()
    await reply.button(/details of this/).click()
    await expect(reply.article.locator('[data-part=details] dl').first()).toBeVisible()
    expect.soft(await faults(page, { inside: 'main' }), 'details').toEqual([])
    await sending.open()
    await sending.contextLength.fill('10')
    await expect(sending.part('warning')).toBeVisible()
    await sending.json()
    expect.soft(await faults(page, { inside: 'dialog' }), 'before sending').toEqual([])
    await sending.dialog.getByRole('button', { name: 'Prices' }).click()
    await expect(parley.settings.dialog.getByRole('textbox', { name: 'Model' })).toHaveValue('gpt-4o-mini*')
    expect(await faults(page, { inside: 'dialog' }), 'prices').toEqual([])
  })
})

test.describe('what came back', () => {
  test('the details hold every field of the usage; a price is set, used, kept and removed', async ({
    page,
    parley,
    endpoint,
  }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('usage-always', { tokens: 10 }) })
    await parley.send('Hello')
    const reply = parley.thread.reply()
    await reply.has('done')
    await reply.button(/details of this/).press('Enter')
    const details = reply.article.locator('[data-part=details]')
    for (const name of [
      'usage.total_tokens',
      'usage.completion_tokens_details.reasoning_tokens',
      'id',
      'Sent',
    ])
      await expect(details.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })).toHaveCount(1)
    await expect(details).toContainText('fp_parley_test')
    await expect(details).toContainText('stream')
    await reply.button(/details of this/).press('Enter')
    await expect(details).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)

    await expect(reply.article.getByText('$')).toHaveCount(0)
    await parley.settings.open()
    const { dialog } = parley.settings
    await dialog.getByRole('button', { name: 'Add a price' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Model' })).toBeFocused()
    await page.keyboard.type('usage-*')
    await page.keyboard.press('Tab')
    await page.keyboard.type('0')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a lot')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).toHaveText('Dollars for a million tokens, such as 0.15.')
    await dialog.getByRole('textbox', { name: 'Output of usage-*', exact: true }).fill('25')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Add a price' })).toBeFocused()
    await parley.settings.closeButton.click()
    // Ten tokens at 25 dollars for a million.
    await expect(reply.article.getByText('$0.00025')).toBeVisible()
    await page.reload()
    await expect(reply.article.getByText('$0.00025')).toBeVisible()
    await parley.settings.open()
    await dialog.getByRole('button', { name: 'Remove the price of usage-*' }).click()
    await parley.settings.closeButton.click()
    await expect(reply.article.getByText('$')).toHaveCount(0)
  })

  test('the counts of several choices are said to be those of all', async ({ parley, endpoint }) => {
    await parley.open({
      baseURL: endpoint.baseURL,
      model: 'choices',
      defaults: { stream: true, n: 3, stream_options: { include_usage: true } },
    })
    await parley.send('Hello')
    const reply = parley.thread.reply()
    await reply.has('done')
    await expect(reply.article.getByText(/in · \d+ out for all 3 choices$/)).toBeVisible()
    await reply.button(/details of this/).click()
    await expect(reply.article.getByText('those of all 3 choices together')).toBeVisible()
  })

  test('prices are taken from a list of models that has them', async ({ page, parley, endpoint }) => {
    await page.route('**/v1/models', (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: {
          data: [
            {
              id: 'usage-always',
              context_length: 4096,
              pricing: { prompt: '0.000001', completion: '0.000002' },
            },
            { id: 'without' },
          ],
        },
      }),
    )
    const sending = new Sending(page)
    await parley.open({ baseURL: endpoint.baseURL, model: 'usage-always' })
    await parley.settings.open()
    const { dialog } = parley.settings
    await dialog.getByRole('button', { name: 'Take from Test server’s list of models' }).click()
    await expect(dialog.getByText('1 price was taken over.')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Output of usage-always' })).toHaveValue('2')
    await parley.settings.closeButton.click()
    await parley.composer.field.fill('Hello')
    await expect(sending.line).toHaveText(/^about \d+ of 4.1K tokens · about \$0\.00000\d+$/)
    await sending.open()
    await expect(sending.dialog.getByText('As the endpoint’s list of models says.')).toBeVisible()
  })
})
