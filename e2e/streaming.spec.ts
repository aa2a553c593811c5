import { expect, model, test } from './fixtures'
import { storyTokens } from './server/tokens'
import type { ScenarioName } from './server/scenarios'

const story = (tokens: number) => [...storyTokens(tokens)].join('')

test('the text grows as its tokens come', async ({ parley, endpoint }) => {
  const name = model('held', { tokens: 30, after: '3,12', gate: 'early,late' })
  await parley.open({ baseURL: endpoint.baseURL, model: name })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()

  await endpoint.reached('early')
  await reply.has('streaming', story(3))
  await expect(parley.thread.busy).toHaveCount(1)
  await expect(reply.article).toHaveAttribute('aria-busy', 'true')

  endpoint.release('early')
  await endpoint.reached('late')
  await reply.has('streaming', story(12))

  endpoint.release('late')
  await reply.has('done', story(30))
  await expect(parley.thread.busy).toHaveCount(0)
})

test('until something comes the message says that it waits', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('late-headers', { tokens: 5 }) })
  await parley.send('Hello?')
  const reply = parley.thread.reply()
  await endpoint.reached()
  await reply.has('waiting')
  await expect(page.getByRole('img', { name: 'Waiting for the first token' })).toBeVisible()
  await expect(reply.article).toHaveAttribute('aria-busy', 'true')
  endpoint.release()
  await reply.has('done', story(5))
})

const sameAnswer: ScenarioName[] = [
  'byte-writes',
  'batched',
  'crlf',
  'cr',
  'bom',
  'comments',
  'many-data-lines',
  'no-done',
  'done-without-finish',
  'more-after-done',
  'json-for-stream',
  'wrong-content-type',
  'gzip',
  'unfinished-last-line',
  'unknown-finish',
  'choices-ignored',
]

for (const name of sameAnswer) {
  test(`however it is sent, the answer is the same: ${name}`, async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model(name, { tokens: 20 }) })
    await parley.send('Tell me a story.')
    const expected = name === 'choices-ignored' ? /^Choice 1: and so on/ : story(20)
    await parley.thread.reply().has('done', expected)
    await expect(parley.thread.reply().error).toHaveCount(0)
  })
}

test('chunks with everything missing are met', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: model('odd-chunks') })
  await parley.send('Are you there?')
  await parley.thread.reply().has('done', 'Still here.')
})

test.describe('without a stream', () => {
  for (const defaults of [{ stream: false }, {}]) {
    const asked = 'stream' in defaults ? 'stream: false' : 'no stream'
    for (const name of ['story', 'stream-for-json'] as const) {
      test(`${asked} gets the whole answer of ${name}`, async ({ parley, endpoint }) => {
        const asks = model(name, { tokens: 20 })
        await parley.open({ baseURL: endpoint.baseURL, model: asks, defaults })
        await parley.send('Tell me a story.')
        await parley.thread.reply().has('done', story(20))
        expect((await endpoint.completions())[0]?.body).toEqual({
          model: asks,
          messages: [{ role: 'user', content: 'Tell me a story.' }],
          ...defaults,
        })
      })
    }
  }
})

test.describe('several choices', () => {
  for (const name of ['choices', 'choices-together'] as const) {
    test(`each of three grows and can be read while it grows: ${name}`, async ({ parley, endpoint }) => {
      await parley.open({
        baseURL: endpoint.baseURL,
        model: model(name, { tokens: 12, after: '15,24', gate: 'early,late' }),
        defaults: { stream: true, n: 3 },
      })
      await parley.send('Three of them, please.')
      const reply = parley.thread.reply()
      await endpoint.reached('early')
      for (const place of [1, 2, 3]) {
        await expect(reply.choice(place, 3)).toBeVisible()
        await reply.has('streaming', new RegExp(`^Choice ${place}: and`))
        if (place < 3) await reply.button('Next choice').click()
      }
      const before = await reply.body.innerText()
      endpoint.release('early')
      await endpoint.reached('late')
      await expect.poll(async () => (await reply.body.innerText()).length).toBeGreaterThan(before.length)
      await reply.has('streaming', /^Choice 3:/)
      endpoint.release('late')

      await reply.has('done', /^Choice 3: and so on/)
      await reply.button('Previous choice').click()
      await reply.has('done', /^Choice 2: and so on/)
      await expect(parley.thread.messages).toHaveCount(2)
    })
  }

  test('they stand in the order of their index, whichever speaks first', async ({ parley, endpoint }) => {
    await parley.open({
      baseURL: endpoint.baseURL,
      model: model('choices-reverse', { tokens: 6, after: 4, gate: 'gate' }),
      defaults: { stream: true, n: 3 },
    })
    await parley.send('Three of them, please.')
    const reply = parley.thread.reply()
    await endpoint.reached()
    await reply.has('streaming', /^Choice 3/)
    endpoint.release()
    await reply.has('done')
    while (await reply.button('Previous choice').isEnabled()) await reply.button('Previous choice').click()
    for (const place of [1, 2, 3]) {
      await expect(reply.choice(place, 3)).toBeVisible()
      await reply.has('done', new RegExp(`^Choice ${place}:`))
      if (place < 3) await reply.button('Next choice').click()
    }
  })

  test('one that is over is done, whatever the others say', async ({ parley, endpoint }) => {
    await parley.open({
      baseURL: endpoint.baseURL,
      model: model('choices-one-refuses', { tokens: 6 }),
      defaults: { stream: true, n: 2 },
    })
    await parley.send('Two of them, please.')
    const reply = parley.thread.reply()
    await reply.has('done', /^Choice 1:/)
    await reply.button('Next choice').click()
    await expect(reply.article).toContainText('I cannot help with that.')
    await expect(reply.article).toContainText('Refusal')
  })

  test('what follows is said after the choice on screen', async ({ parley, endpoint }) => {
    await parley.open({
      baseURL: endpoint.baseURL,
      model: model('choices', { tokens: 3 }),
      defaults: { stream: true, n: 2 },
    })
    await parley.send('Two of them, please.')
    await parley.thread.reply().has('done')
    await parley.thread.reply().button('Next choice').click()
    await expect(parley.thread.reply().choice(2, 2)).toBeVisible()
    await parley.send('And again.')
    await parley.thread.reply(1).has('done')
    const [, second] = await endpoint.completions()
    expect(second?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'Two of them, please.' },
        { role: 'assistant', content: 'Choice 2: and so on' },
        { role: 'user', content: 'And again.' },
      ],
    })
  })
})

test.describe('what a model says beside its words', () => {
  for (const name of ['reasoning', 'reasoning-openrouter'] as const) {
    test(`a thought has a place of its own: ${name}`, async ({ parley, endpoint }) => {
      const asks = model(name, { after: '5,20', gate: 'thinking,speaking' })
      await parley.open({ baseURL: endpoint.baseURL, model: asks })
      await parley.send('Two and two?')
      const reply = parley.thread.reply()
      await endpoint.reached('thinking')
      await expect(reply.reasoning).toHaveText('The user wants a sum')
      await expect(reply.reasoning).toBeVisible()
      endpoint.release('thinking')
      endpoint.release('speaking')

      await reply.has('done', 'Two and two are four.')
      await expect(reply.reasoning).toBeHidden()
      await reply.button(/Reasoning/).click()
      await expect(reply.reasoning).toBeVisible()
      await expect(reply.reasoning).toHaveText('The user wants a sum. Two and two are four; I will say so.')
    })
  }

  for (const name of ['tool-calls', 'tool-calls-without-ids', 'tool-calls-without-index'] as const) {
    test(`two calls keep their arguments apart: ${name}`, async ({ parley, endpoint }) => {
      await parley.open({ baseURL: endpoint.baseURL, model: model(name) })
      await parley.send('How is the weather?')
      const reply = parley.thread.reply()
      await reply.has('done')
      await expect(reply.article.getByText('Calls get_weather')).toHaveCount(2)
      await expect(reply.article).toContainText(/\{\s*"city":\s*"Paris",\s*"unit":\s*"celsius"\s*\}/)
      await expect(reply.article).toContainText(/\{\s*"city":\s*"Zürich 🏔️",\s*"unit":\s*"celsius"\s*\}/)
    })
  }

  test('a refusal is marked as one', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('refusal') })
    await parley.send('Do something bad.')
    const reply = parley.thread.reply()
    await reply.has('done')
    await expect(reply.body).toContainText('Refusal')
    await expect(reply.body).toContainText('I’m sorry, but I cannot help with that.')
  })
})

test.describe('how a reply ended', () => {
  const endings: [ScenarioName, Record<string, number>, string][] = [
    ['length', { tokens: 30 }, 'Cut off at the token limit (finish_reason: length).'],
    ['content-filter', { tokens: 10 }, 'Held back by the provider’s filter (finish_reason: content_filter).'],
    ['empty-answer', {}, 'The reply is empty.'],
  ]
  for (const [name, options, sentence] of endings) {
    test(`${name} is said in a sentence`, async ({ parley, endpoint }) => {
      const defaults = { stream: true, max_tokens: 20 }
      await parley.open({ baseURL: endpoint.baseURL, model: model(name, options), defaults })
      await parley.send('Go on.')
      const reply = parley.thread.reply()
      await reply.has('done')
      await expect(reply.article.getByText(sentence)).toBeVisible()
    })
  }

  test('the counts of the closing chunk are shown', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('usage-always', { tokens: 17 }) })
    await parley.send('Count.')
    await expect(parley.thread.reply().article).toContainText(/\d+ in · 17 out/)
  })

  test('without counts none are made up', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('usage-never', { tokens: 17 }) })
    await parley.send('Count.')
    const reply = parley.thread.reply()
    await reply.has('done')
    await expect(reply.article).toContainText('usage-never?tokens=17')
    await expect(reply.article).not.toContainText(/ in · /)
  })
})

test.describe('texts', () => {
  test('Markdown is set, tables and code included', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('markdown') })
    await parley.send('Show me.')
    const { body, article } = parley.thread.reply()
    await parley.thread.reply().has('done')
    await expect(article.getByRole('heading', { name: 'A heading' })).toBeVisible()
    await expect(article.getByRole('table').getByRole('cell', { name: 'Grace' })).toBeVisible()
    await expect(article.getByRole('link', { name: 'link' })).toHaveAttribute(
      'href',
      'https://example.com/a?b=c',
    )
    await expect(body.locator('pre').first()).toContainText('return [n * n for n in range(limit) if n % 2]')
    await expect(body.locator('pre').nth(1)).toContainText('no language, <b>no</b> markup')
  })

  test('every script arrives whole, cut at every byte', async ({ parley, endpoint }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: model('unicode', { bytes: 1 }) })
    await parley.send('Say it in every script.')
    const reply = parley.thread.reply()
    await reply.has('done')
    for (const text of [
      '👩‍👩‍👧‍👦',
      '🏳️‍🌈',
      'مرحبا بالعالم',
      'שלום עולם',
      '你好，世界。',
      'हिन्दी',
      'a\u200Bb\u200Dc',
    ]) {
      expect(await reply.body.textContent()).toContain(text)
    }
  })

  test('JSON that was asked for is shown, or the place where it breaks off', async ({ parley, endpoint }) => {
    const defaults = { stream: true, response_format: { type: 'json_object' } }
    await parley.open({ baseURL: endpoint.baseURL, model: model('json-valid'), defaults })
    await parley.send('Who? Answer in JSON.')
    await parley.thread.reply(0).has('done', /"?name"?.*Ada Lovelace[^]*36[^]*London/)
    await expect(parley.thread.reply(0).body).not.toContainText('Not valid JSON')

    await parley.parameters.chooseModel(model('json-invalid'))
    await parley.send('And again in JSON.')
    await parley.thread.reply(1).has('done', /Ada Lovelace/)
    await expect(parley.thread.reply(1).body).toContainText(
      'Not valid JSON. Line 4, column 19: a comma must be followed by another entry.',
    )
  })
})
