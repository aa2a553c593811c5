import { expect, model, test } from './fixtures'
import { storyTokens } from './server/tokens'
import type { ScenarioName } from './server/scenarios'

const story = (tokens: number) => [...storyTokens(tokens)].join('')

test('the text grows as its tokens come', async ({ page, parley, endpoint }) => {
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

  await test.step('until something comes the message says that it waits', async () => {
    await parley.parameters.chooseModel(model('late-headers', { tokens: 5 }))
    await parley.send('Hello?')
    const second = parley.thread.reply(1)
    await endpoint.reached()
    await second.has('waiting')
    await expect(page.getByRole('img', { name: 'Waiting for the first token' })).toBeVisible()
    await expect(second.article).toHaveAttribute('aria-busy', 'true')
    endpoint.release()
    await second.has('done', story(5))
  })
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

test('however it is sent, the answer is the same', async ({ parley, endpoint }) => {
  test.slow()
  await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
  const reply = parley.thread.reply()
  const ask = async (name: string, expected: string | RegExp) => {
    await parley.library.begin()
    await expect(parley.thread.messages).toHaveCount(0)
    await parley.parameters.chooseModel(name)
    await parley.send('Tell me a story.')
    await reply.has('done', expected)
    await expect(reply.error).toHaveCount(0)
  }
  for (const name of sameAnswer)
    await test.step(name, () =>
      ask(model(name, { tokens: 20 }), name === 'choices-ignored' ? /^Choice 1: and so on/ : story(20)),
    )
  for (const [name, pace] of [
    ['slow', { tps: 100 }],
    ['slow-start', { delay: 100 }],
  ] as const)
    await test.step(name, () => ask(model(name, { tokens: 20, ...pace }), story(20)))
  // Chunks with everything missing are met.
  await test.step('odd-chunks', () => ask(model('odd-chunks'), 'Still here.'))
})

test('without a stream the whole answer comes, however it is sent', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'story', defaults: { stream: false } })
  const messages = [{ role: 'user', content: 'Tell me a story.' }]
  for (const asked of [{ stream: false }, {}])
    for (const name of ['story', 'stream-for-json'] as const)
      await test.step(`${name}, asked with ${JSON.stringify(asked)}`, async () => {
        const asks = model(name, { tokens: 20 })
        await parley.library.begin()
        await parley.parameters.chooseModel(asks)
        if (!('stream' in asked)) await parley.parameters.unset('stream').click()
        await parley.send('Tell me a story.')
        await parley.thread.reply().has('done', story(20))
        expect((await endpoint.completions()).at(-1)?.body).toEqual({ model: asks, messages, ...asked })
      })
})

test.describe('several choices', () => {
  test('each of three grows and can be read while it grows, in the order of their index', async ({
    parley,
    endpoint,
  }) => {
    await parley.open({ baseURL: endpoint.baseURL, model: 'choices', defaults: { stream: true, n: 3 } })
    const reply = parley.thread.reply()
    for (const name of ['choices', 'choices-together'] as const)
      await test.step(name, async () => {
        const [early, late] = [`early-${name}`, `late-${name}`]
        await parley.library.begin()
        await parley.parameters.chooseModel(
          model(name, { tokens: 12, after: '15,24', gate: `${early},${late}` }),
        )
        await parley.send('Three of them, please.')
        await endpoint.reached(early)
        for (const place of [1, 2, 3]) {
          await expect(reply.choice(place, 3)).toBeVisible()
          await reply.has('streaming', new RegExp(`^Choice ${place}: and`))
          if (place < 3) await reply.button('Next choice').click()
        }
        const before = await reply.body.innerText()
        endpoint.release(early)
        await endpoint.reached(late)
        await expect.poll(async () => (await reply.body.innerText()).length).toBeGreaterThan(before.length)
        await reply.has('streaming', /^Choice 3:/)
        endpoint.release(late)

        await reply.has('done', /^Choice 3: and so on/)
        await reply.button('Previous choice').click()
        await reply.has('done', /^Choice 2: and so on/)
        await expect(parley.thread.messages).toHaveCount(2)
      })

    await test.step('a short one is over while a long one grows', async () => {
      await parley.library.begin()
      await parley.parameters.chooseModel(model('choices-unequal', { after: 40, gate: 'long' }))
      await parley.send('Three of them, please.')
      await endpoint.reached('long')
      const whole = 'Choice 1: and so on and on'
      await reply.has('streaming', whole)
      await reply.button('Next choice').click()
      await reply.button('Next choice').click()
      await reply.has('streaming', /^Choice 3:/)
      const { length } = await reply.body.innerText()
      endpoint.release('long')
      await reply.has('done', /^Choice 3:/)
      expect((await reply.body.innerText()).length).toBeGreaterThan(length)
      await reply.button('Previous choice').click()
      await reply.button('Previous choice').click()
      await reply.has('done', whole)
    })

    await test.step('whichever speaks first', async () => {
      await parley.library.begin()
      await parley.parameters.chooseModel(model('choices-reverse', { tokens: 6, after: 4, gate: 'gate' }))
      await parley.send('Three of them, please.')
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
  })

  test('one that is over is done, and what follows is said after the choice on screen', async ({
    parley,
    endpoint,
  }) => {
    const asks = model('choices-one-refuses', { tokens: 6 })
    await parley.open({ baseURL: endpoint.baseURL, model: asks, defaults: { stream: true, n: 2 } })
    await parley.send('Two of them, please.')
    const reply = parley.thread.reply()
    await reply.has('done', /^Choice 1:/)
    await reply.button('Next choice').click()
    await expect(reply.article).toContainText('I cannot help with that.')
    await expect(reply.article).toContainText('Refusal')

    await parley.parameters.chooseModel(model('choices', { tokens: 3 }))
    await parley.library.begin()
    await parley.send('Two more, please.')
    await reply.has('done')
    await reply.button('Next choice').click()
    await expect(reply.choice(2, 2)).toBeVisible()
    await parley.send('And again.')
    await parley.thread.reply(1).has('done')
    expect((await endpoint.completions()).at(-1)?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'Two more, please.' },
        { role: 'assistant', content: 'Choice 2: and so on' },
        { role: 'user', content: 'And again.' },
      ],
    })
  })
})

test('what a model says beside its words', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
  const reply = parley.thread.reply()
  const ask = async (name: string, text: string) => {
    await parley.library.begin()
    await parley.parameters.chooseModel(name)
    await parley.send(text)
  }

  for (const name of ['reasoning', 'reasoning-openrouter'] as const)
    await test.step(`a thought has a place of its own: ${name}`, async () => {
      await ask(model(name, { after: '5,20', gate: `${name}-thinking,${name}-speaking` }), 'Two and two?')
      await endpoint.reached(`${name}-thinking`)
      await expect(reply.reasoning).toHaveText('The user wants a sum')
      await expect(reply.reasoning).toBeVisible()
      endpoint.release(`${name}-thinking`)
      endpoint.release(`${name}-speaking`)

      await reply.has('done', 'Two and two are four.')
      await expect(reply.reasoning).toBeHidden()
      await reply.button(/Reasoning/).click()
      await expect(reply.reasoning).toBeVisible()
      await expect(reply.reasoning).toHaveText('The user wants a sum. Two and two are four; I will say so.')
    })

  for (const name of ['tool-calls', 'tool-calls-without-ids', 'tool-calls-without-index'] as const)
    await test.step(`two calls keep their arguments apart: ${name}`, async () => {
      await ask(name, 'How is the weather?')
      await reply.has('done')
      await expect(reply.article.getByText('Calls get_weather')).toHaveCount(2)
      await expect(reply.article).toContainText(/\{\s*"city":\s*"Paris",\s*"unit":\s*"celsius"\s*\}/)
      await expect(reply.article).toContainText(/\{\s*"city":\s*"Zürich 🏔️",\s*"unit":\s*"celsius"\s*\}/)
    })

  await test.step('a thought and no words, and one between tags', async () => {
    await ask('reasoning-only', 'Two and two?')
    await reply.has('done')
    await expect(reply.article).toContainText('The reply is empty: the model has thought, and said nothing.')
    await reply.button(/Reasoning/).click()
    await expect(reply.reasoning).toHaveText(/^The user wants a sum/)
    await ask('think-tags', 'Two and two?')
    await reply.has('done', /Two and two are four\.$/)
    await expect(reply.article).toContainText(/<think>.*The user wants a sum\./s)
  })

  await test.step('a call after words, and one whose arguments break off', async () => {
    await ask('tool-call-after-text', 'How is the weather?')
    await reply.has('done', 'Let me look that up.')
    await expect(reply.article.getByText('Calls get_weather')).toHaveCount(1)
    await ask('tool-call-bad-json', 'How is the weather?')
    await reply.has('done')
    await expect(reply.article).toContainText('{"city": "Par')
  })

  await test.step('a refusal is marked as one', async () => {
    await ask('refusal', 'Do something bad.')
    await reply.has('done')
    await expect(reply.body).toContainText('Refusal')
    await expect(reply.body).toContainText('I’m sorry, but I cannot help with that.')
  })
})

test('how a reply ended is said in a sentence', async ({ parley, endpoint }) => {
  const defaults = { stream: true, max_tokens: 20 }
  await parley.open({ baseURL: endpoint.baseURL, model: 'story', defaults })
  const endings: [ScenarioName, Record<string, number>, string | RegExp][] = [
    ['length', { tokens: 30 }, 'Cut off at the token limit (finish_reason: length).'],
    ['content-filter', { tokens: 10 }, 'Held back by the provider’s filter (finish_reason: content_filter).'],
    ['empty-answer', {}, 'The reply is empty.'],
    ['usage-always', { tokens: 17 }, /\d+ in · 17 out/],
    ['usage-never', { tokens: 17 }, 'usage-never?tokens=17'],
  ]
  for (const [at, [name, options, sentence]] of endings.entries())
    await test.step(name, async () => {
      await parley.parameters.chooseModel(model(name, options))
      await parley.send('Go on.')
      const reply = parley.thread.reply(at)
      await reply.has('done')
      await expect(reply.article.getByText(sentence)).toBeVisible()
      // Without counts none are made up.
      if (name === 'usage-never') await expect(reply.article).not.toContainText(/ in · /)
    })
})

test('texts are shown as what they are', async ({ parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'markdown' })

  await test.step('Markdown is set, tables and code included', async () => {
    await parley.send('Show me.')
    const { body, article } = parley.thread.reply()
    await parley.thread.reply().has('done')
    await expect(article.getByRole('heading', { name: 'A heading' })).toBeVisible()
    await expect(article.getByRole('table').getByRole('cell', { name: 'Grace' })).toBeVisible()
    const link = article.getByRole('link', { name: 'link' })
    await expect(link).toHaveAttribute('href', 'https://example.com/a?b=c')
    // It leaves no trace of where it was.
    await expect(link).toHaveAttribute('target', '_blank')
    await expect(link).toHaveAttribute('rel', /noopener/)
    await expect(body.locator('pre').first()).toContainText('return [n * n for n in range(limit) if n % 2]')
    await expect(body.locator('pre').nth(1)).toContainText('no language, <b>no</b> markup')
  })

  await test.step('code is set also where it is never closed, and JSON among words', async () => {
    const code = async (name: ScenarioName) => {
      await parley.library.begin()
      await parley.parameters.chooseModel(name)
      await parley.send('Show me.')
      await parley.thread.reply().has('done')
      return parley.thread.reply().body.locator('pre')
    }
    await expect(await code('open-fence')).toContainText('for n in range(3):')
    await expect(await code('json-fenced')).toContainText('"Ada Lovelace"')
    await expect(parley.thread.reply().body).toContainText('Here it is:')
    await parley.library.begin()
    await parley.parameters.chooseModel('markdown')
    await parley.send('Show me.')
    await parley.thread.reply().has('done')
  })

  await test.step('every script arrives whole, cut at every byte', async () => {
    await parley.parameters.chooseModel(model('unicode', { bytes: 1 }))
    await parley.send('Say it in every script.')
    const reply = parley.thread.reply(1)
    await reply.has('done')
    const scripts = ['👩‍👩‍👧‍👦', '🏳️‍🌈', 'مرحبا بالعالم', 'שלום עולם', '你好，世界。', 'हिन्दी', 'a\u200Bb\u200Dc']
    for (const text of scripts) await expect.poll(() => reply.body.textContent()).toContain(text)
  })

  await test.step('JSON that was asked for, or the place where it breaks off', async () => {
    await parley.parameters.responseFormat('json_object').check()
    await parley.parameters.chooseModel(model('json-valid'))
    await parley.send('Who? Answer in JSON.')
    await parley.thread.reply(2).has('done', /"?name"?.*Ada Lovelace[^]*36[^]*London/)
    await expect(parley.thread.reply(2).body).not.toContainText('Not valid JSON')

    await parley.parameters.chooseModel(model('json-invalid'))
    await parley.send('And again in JSON.')
    await parley.thread.reply(3).has('done', /Ada Lovelace/)
    await expect(parley.thread.reply(3).body).toContainText(
      'Not valid JSON. Line 4, column 19: a comma must be followed by another entry.',
    )
  })
})
