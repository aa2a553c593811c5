import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { Fields } from './pages/Fields'
import { Lens } from './pages/Lens'
import { storyTokens } from './server/tokens'

const asked = { prefill: 'trailing', defaults: { stream: true, logprobs: true, top_logprobs: 5 } } as const
const story = (tokens: number) => [...storyTokens(tokens)]

test('an answer is shown as its tokens, with what else could have stood there and can be picked', async ({
  page,
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('logprobs', { tokens: 80 }), ...asked })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await reply.has('done')
  const lens = new Lens(reply.article)
  await lens.toggle.click()
  await expect(lens.toggle).toHaveAttribute('aria-pressed', 'true')
  await expect(lens.tokens).toHaveCount(80)
  expect((await lens.tokens.allTextContents()).join('').replaceAll('↵', '')).toBe(story(80).join(''))
  await expect(lens.tokens.first()).toHaveAccessibleName('The, 78%')
  await expect(lens.part).toContainText('Mean probability')
  await expect(lens.part).toContainText('Perplexity')
  await expect(lens.part).toContainText('80 tokens')

  await lens.tokens.nth(3).hover()
  await expect(lens.card).toBeVisible()
  await expect(lens.card).toContainText('␣perhaps')
  expect(await faults(page, { inside: '[data-part=logprobs]', themes: ['light'] })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(lens.card).toHaveCount(0)

  await lens.part
    .getByRole('button', { name: /^Go to/ })
    .first()
    .click()
  await expect(lens.tokens.nth(6)).toBeFocused()
  await expect(lens.card).toBeVisible()
  await page.keyboard.press('Escape')
  await lens.toggle.click()
  await expect(reply.body).toBeVisible()
  await expect(lens.part).toHaveCount(0)

  // The keyboard alone goes from token to token and picks an alternative.
  await lens.toggle.press('Enter')
  await expect(lens.tokens).toHaveCount(80)

  await lens.tokens.first().focus()
  await expect(lens.card).toContainText('78%')
  await page.keyboard.press('ArrowRight')
  await expect(lens.tokens.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(lens.tokens.first()).toBeFocused()
  await page.keyboard.press('End')
  await expect(lens.tokens.last()).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  await expect(lens.tokens.first()).not.toBeFocused()
  const above = (await lens.tokens.first().boundingBox())!.y
  await expect
    .poll(async () => (await lens.part.locator(':focus').boundingBox())?.y)
    .toBeGreaterThan(above + 10)
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await lens.part.locator(':focus').boundingBox())?.y).toBe(above)
  await page.keyboard.press('Home')
  await expect(lens.tokens.first()).toBeFocused()
  // One stop for Tab, wherever the arrows have been.
  await expect(lens.part.locator('[role=option][tabindex="0"]')).toHaveCount(1)

  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(lens.card.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(lens.tokens.nth(1)).toBeFocused()
  await expect(lens.card).toHaveCount(0)

  await page.keyboard.press('Enter')
  await lens.alternative(' perhaps').press('Enter')
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done')
  const [, request] = await endpoint.completions()
  expect(request?.body).toMatchObject({
    messages: [{ role: 'user' }, { role: 'assistant', content: 'The perhaps' }],
  })
})

test('the built-in model babbles on from an alternative', async ({ parley }) => {
  await parley.open({ defaults: { ...asked.defaults, seed: 7, model: 'babble', max_tokens: 40 } })
  await parley.send('Tell me a story about a lighthouse.')
  const reply = parley.thread.reply()
  await reply.has('done')
  const text = await reply.body.innerText()
  const lens = new Lens(reply.article)
  await lens.toggle.click()
  await lens.tokens.nth(6).click()
  const other = lens.card.getByRole('button').filter({ hasNotText: 'drawn' }).first()
  const name = (await other.getAttribute('title')) ?? ''
  const picked = /“([^]*)”/.exec(name)?.[1] ?? ''
  const before = (await lens.tokens.allTextContents()).slice(0, 6).join('').replaceAll('↵', '')
  await other.click()
  await expect(reply.choice(2, 2)).toBeVisible()
  await reply.has('done')
  const next = await reply.body.innerText()
  expect(next.startsWith(before + picked)).toBe(true)
  expect(next).not.toBe(text)
})

test('where the endpoint cannot go on nothing can be picked; without probabilities there is no lens', async ({
  page,
  parley,
  endpoint,
}) => {
  const unable = { ...asked, prefill: 'no' } as const
  await parley.open({ baseURL: endpoint.baseURL, model: model('logprobs', { tokens: 5 }), ...unable })
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  const lens = new Lens(parley.thread.reply().article)
  await lens.toggle.click()
  await lens.tokens.nth(2).focus()
  await expect(lens.card).toContainText('This endpoint cannot go on from the beginning')
  await expect(lens.card.getByRole('button')).toHaveCount(0)
  await lens.tokens.nth(2).press('Enter')
  await expect(lens.card).toBeFocused()
  await expect(lens.card).toHaveAccessibleDescription(/What it can is set with the endpoint/)
  await page.keyboard.press('Escape')

  await new Fields(page).row('logprobs').unset.click()
  await parley.send('Hello again.')
  await parley.thread.reply(1).has('done')
  await expect(lens.toggle).toHaveCount(1)
  await expect(new Lens(parley.thread.reply(1).article).toggle).toHaveCount(0)
})

test('twenty thousand tokens are light', async ({ page, parley, endpoint }) => {
  const many = model('logprobs', { tokens: 20_000, batch: 200 })
  await parley.open({ baseURL: endpoint.baseURL, model: many, ...asked })
  await parley.send('Tell me a long story.')
  const reply = parley.thread.reply()
  await expect(reply.article).toHaveAttribute('data-status', 'done', { timeout: 20_000 })
  const lens = new Lens(reply.article)
  await lens.toggle.click()
  await expect(lens.tokens.first()).toBeVisible()
  await lens.tokens.first().focus()
  await page.keyboard.press('End')
  await expect(lens.tokens.last()).toBeFocused()
  await expect(lens.tokens).toHaveCount(20_000)
  await page.keyboard.press('Home')
  await expect(lens.tokens.first()).toBeFocused()
  await expect(lens.card).toBeVisible()
})
