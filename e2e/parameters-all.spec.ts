import type { Endpoint } from './endpoint'
import { faults } from './faults'
import { expect, model, test } from './fixtures'
import { type Field, Fields } from './pages/Fields'
import type { Parley } from './pages/Parley'
import type { RecordedRequest } from './server/Tenant'

const tells = model('story', { tokens: 3 })
const plain = { model: tells, messages: [{ role: 'user', content: 'Hello.' }], stream: true }

const bodyOf = (request: RecordedRequest | undefined): Record<string, unknown> =>
  Object.fromEntries(Object.entries(request?.body ?? {}))

/** Sends a message in a new conversation and returns the body of the request that it made. */
async function sent(parley: Parley, endpoint: Endpoint): Promise<Record<string, unknown>> {
  const before = (await endpoint.completions()).length
  await parley.send('Hello.')
  await expect.poll(async () => (await endpoint.completions()).length).toBe(before + 1)
  await parley.thread.reply().has('done')
  return bodyOf((await endpoint.completions()).at(-1))
}

const chooseWord = async (field: Field, word: string) => {
  await field.combobox.fill(word)
  await field.combobox.press('Enter')
}

const tool = {
  type: 'function',
  function: {
    name: 'get_weather',
    description: 'The weather in a city.',
    parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
  },
}

/** Each field, what its control makes of it, and how it is set. */
const settings: [name: string, set: (field: Field) => Promise<void>, arrives: Record<string, unknown>][] = [
  [
    'stop',
    async (field) => {
      await field.box.getByLabel('stop, text 1').fill(String.raw`\n\nUser:`)
      await field.button('Add a text').click()
      await field.box.getByLabel('stop, text 2').fill('</s>')
    },
    { stop: ['\n\nUser:', '</s>'] },
  ],
  ['seed', ({ number }) => number.fill('-42'), { seed: -42 }],
  ['presence_penalty', ({ number }) => number.fill('-1.5'), { presence_penalty: -1.5 }],
  ['frequency_penalty', ({ box }) => box.getByRole('slider').press('End'), { frequency_penalty: 2 }],
  [
    'logit_bias',
    async (field) => {
      await field.box.getByLabel('logit_bias, key 1').fill('50256')
      await field.box.getByLabel('logit_bias, value 1').fill('-100')
      await field.button('Add a pair').click()
      await field.box.getByLabel('logit_bias, key 2').fill('15496')
      await field.box.getByLabel('logit_bias, value 2').fill('0.5')
    },
    { logit_bias: { '50256': -100, '15496': 0.5 } },
  ],
  ['logprobs', (field) => field.radio('true').check(), { logprobs: true }],
  ['top_logprobs', ({ number }) => number.fill('4'), { top_logprobs: 4, logprobs: true }],
  ['max_completion_tokens', ({ number }) => number.fill('64'), { max_completion_tokens: 64 }],
  ['reasoning_effort', (field) => chooseWord(field, 'low'), { reasoning_effort: 'low' }],
  ['verbosity', (field) => field.radio('high').check(), { verbosity: 'high' }],
  ['tools', (field) => field.button('Insert a template').click(), { tools: [tool] }],
  ['tool_choice', (field) => field.radio('required').check(), { tool_choice: 'required' }],
  ['parallel_tool_calls', (field) => field.radio('false').check(), { parallel_tool_calls: false }],
  [
    'stream_options',
    ({ box }) =>
      box
        .getByRole('radiogroup', { name: 'include_obfuscation' })
        .getByRole('radio', { name: 'false' })
        .check(),
    { stream_options: { include_obfuscation: false } },
  ],
  ['service_tier', (field) => chooseWord(field, 'on_demand'), { service_tier: 'on_demand' }],
  ['store', (field) => field.radio('true').check(), { store: true }],
  [
    'metadata',
    async ({ box }) => {
      await box.getByLabel('metadata, key 1').fill('purpose')
      await box.getByLabel('metadata, value 1').fill('a test')
    },
    { metadata: { purpose: 'a test' } },
  ],
  [
    'modalities',
    async ({ box }) => {
      await box.getByRole('checkbox', { name: 'audio' }).check()
      await box.getByRole('checkbox', { name: 'text' }).check()
    },
    { modalities: ['text', 'audio'] },
  ],
  [
    'audio',
    async ({ box }) => {
      for (const [member, word] of [
        ['format', 'mp3'],
        ['voice', 'alloy'],
      ] as const) {
        await box.getByRole('combobox', { name: member }).fill(word)
        await box.getByRole('combobox', { name: member }).press('Enter')
      }
    },
    { audio: { format: 'mp3', voice: 'alloy' } },
  ],
  [
    'prediction',
    ({ textbox }) => textbox.fill('const a = 1\n'),
    { prediction: { type: 'content', content: 'const a = 1\n' } },
  ],
  ['web_search_options', ({ textbox }) => textbox.fill('{}'), { web_search_options: {} }],
  ['user', ({ textbox }) => textbox.fill('me'), { user: 'me' }],
  ['safety_identifier', ({ textbox }) => textbox.fill('a1b2'), { safety_identifier: 'a1b2' }],
  ['prompt_cache_key', ({ textbox }) => textbox.fill('tutor'), { prompt_cache_key: 'tutor' }],
  [
    'prompt_cache_options',
    async ({ box }) => {
      await box.getByRole('combobox', { name: 'mode' }).fill('explicit')
      await box.getByRole('combobox', { name: 'mode' }).press('Enter')
    },
    { prompt_cache_options: { mode: 'explicit' } },
  ],
  ['prompt_cache_retention', (field) => field.radio('24h').check(), { prompt_cache_retention: '24h' }],
  [
    'moderation',
    ({ textbox }) => textbox.fill('{"model": "omni-moderation-latest"}'),
    { moderation: { model: 'omni-moderation-latest' } },
  ],
  ['extra body', ({ textbox }) => textbox.fill('{"top_k": 40}'), { top_k: 40 }],
]

test('every further field has a line, and opening it sets nothing', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  const fields = new Fields(page)
  await expect(fields.rows).toHaveCount(settings.length)
  expect(await fields.names()).toEqual(settings.map(([name]) => name))
  for (const [name] of settings) {
    await expect(fields.row(name).line).toHaveText(`${name}not sent`)
    await expect(fields.row(name).line).toHaveAttribute('aria-expanded', 'false')
  }

  await test.step('the filter finds a field by a part of its name', async () => {
    await fields.filter.fill('pen')
    await expect(fields.rows).toHaveCount(2)
    expect(await fields.names()).toEqual(['presence_penalty', 'frequency_penalty'])
    await fields.filter.fill('temperature')
    await expect(fields.section.getByRole('status')).toHaveText('Above: temperature')
    await fields.filter.fill('nothing like it')
    await expect(fields.section.getByRole('status')).toContainText('No field is called that')
    await fields.filter.press('Escape')
    await expect(fields.rows).toHaveCount(settings.length)
  })

  await test.step('the keyboard alone opens a line, sets it and unsets it', async () => {
    await fields.filter.focus()
    await page.keyboard.press('Tab')
    const stop = fields.row('stop')
    await expect(stop.line).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await expect(stop.box.getByLabel('stop, text 1')).toBeFocused()
    await page.keyboard.type('END')
    await expect(stop.line).toContainText('"END"')
    await page.keyboard.press('Shift+Tab')
    await expect(stop.unset).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(stop.line).toContainText('not sent')
    await stop.line.click()
  })

  for (const [name] of settings) await fields.row(name).open()
  expect(await sent(parley, endpoint)).toEqual(plain)
})

/** All of a group are set and sent together, then unset. One field may set its neighbour, which is in the other. */
for (const [group, which] of [
  [0, 'the even'],
  [1, 'the odd'],
] as const)
  test(`${which} fields arrive as they were set, and are gone when unset`, async ({
    page,
    parley,
    endpoint,
  }) => {
    test.slow()
    await parley.open({ baseURL: endpoint.baseURL, model: tells })
    const mine = settings.filter((_, at) => at % 2 === group)
    const fields = new Fields(page)
    for (const [name, set] of mine)
      await test.step(name, async () => {
        const field = await fields.row(name).open()
        await set(field)
        await expect(field.unset).toBeVisible()
      })
    const arrives = Object.assign({}, ...mine.map(([, , values]) => values))
    expect(await sent(parley, endpoint)).toEqual({ ...plain, ...arrives })

    const set = mine.flatMap(([name, , values]) => (name === 'extra body' ? [] : Object.keys(values)))
    for (const name of new Set([...mine.map(([name]) => name), ...set])) {
      await fields.row(name).unset.click()
      await expect(fields.row(name).unset).toHaveCount(0)
    }
    await parley.send('And without.')
    await parley.thread.reply(1).has('done')
    const { messages: _, ...rest } = bodyOf((await endpoint.completions())[1])
    expect(rest).toEqual({ model: tells, stream: true })
  })

test('a tool is chosen by its name', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, tools: [tool, { type: 'custom', custom: { name: 'run' } }] }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  const field = await new Fields(page).row('tool_choice').open()
  await field.combobox.click()
  await page.getByRole('option', { name: 'get_weather' }).click()
  const chosen = { type: 'function', function: { name: 'get_weather' } }
  expect(await sent(parley, endpoint)).toEqual({ ...plain, ...defaults, tool_choice: chosen })
  await field.radio('none').check()
  await expect(field.combobox).toHaveValue('')
  await chooseWord(field, 'run')
  await parley.send('Again.')
  await parley.thread.reply(1).has('done')
  expect((await endpoint.completions())[1]?.body).toMatchObject({
    tool_choice: { type: 'custom', custom: { name: 'run' } },
  })
})

test('top_logprobs go when logprobs go, stream_options with the stream', async ({
  page,
  parley,
  endpoint,
}) => {
  const defaults = { stream: true, logprobs: true, top_logprobs: 2, stream_options: { include_usage: true } }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  const fields = new Fields(page)
  await fields.row('logprobs').unset.click()
  await expect(fields.row('top_logprobs').unset).toHaveCount(0)
  await parley.parameters.stream.click()
  await expect(fields.row('stream_options').unset).toHaveCount(0)
  expect(await sent(parley, endpoint)).toEqual({ ...plain, stream: false })
})

test('JSON that cannot be taken changes nothing, and says where it goes wrong', async ({
  page,
  parley,
  endpoint,
}) => {
  const defaults = { stream: true, logit_bias: { '7': 1 } }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  const fields = new Fields(page)
  const field = await fields.row('extra body').open()
  await test.step('JSON is laid out', async () => {
    await field.textbox.fill('{"a":[1,2]}')
    await field.button('Format').click()
    await expect(field.textbox).toHaveValue('{\n  "a": [\n    1,\n    2\n  ]\n}')
  })
  await test.step('JSON that cannot be read', async () => {
    await field.textbox.fill('{"top_k": 40}')
    await field.textbox.fill('{"top_k": 41,\n "min_p": .1}')
    await expect(field.box).toContainText('Line 2, column 11')
    await expect(field.textbox).toHaveAttribute('aria-invalid', 'true')
    await expect(field.textbox).toHaveAccessibleDescription(/Line 2, column 11.*stays as it was/)
    await field.button('Go there').click()
    await expect(field.textbox).toBeFocused()
    expect(await field.textbox.evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(24)
  })
  await test.step('a list is no object, and an object no list', async () => {
    await field.textbox.fill('[1]')
    await expect(field.box).toContainText('takes a JSON object')
    const tools = await fields.row('tools').open()
    await tools.textbox.fill('{"type": "function"}')
    await expect(tools.box).toContainText('takes a JSON list')
  })
  await test.step('pairs that cannot be sent', async () => {
    const pairs = await fields.row('logit_bias').open()
    await pairs.box.getByLabel('logit_bias, value 1').fill('200')
    await expect(pairs.box).toContainText('The number is out of range.')
    await pairs.box.getByLabel('logit_bias, key 1').fill('hello')
    await expect(pairs.box).toContainText('A token’s id is a whole number.')
  })
  expect(await sent(parley, endpoint)).toEqual({ ...plain, ...defaults, top_k: 40 })

  // What is half typed does not follow into another conversation.
  await field.textbox.fill('{"half":')
  await parley.library.begin()
  await expect(field.textbox).toHaveValue('')
})

test('the extra body goes in last, and says what it replaces', async ({ page, parley, endpoint }) => {
  await parley.open({ baseURL: endpoint.baseURL, model: tells })
  await parley.parameters.number('temperature').fill('0.3')
  const field = await new Fields(page).row('extra body').open()
  await field.textbox.fill('{"temperature": 1.7, "top_k": 5}')
  await expect(field.box).toContainText('Replaces temperature.')
  await field.line.click()
  await expect(field.textbox).toHaveCount(0)
  await expect(field.box).toContainText('Replaces temperature.')
  expect(await sent(parley, endpoint)).toEqual({ ...plain, temperature: 1.7, top_k: 5 })

  // It belongs to its conversation.
  await parley.library.begin()
  await expect(field.unset).toHaveCount(0)
  await page.goBack()
  await expect(field.line).toContainText('{"temperature":1.7,"top_k":5}')
  await page.reload()
  await expect(field.line).toContainText('{"temperature":1.7,"top_k":5}')
})

test('what is sent is seen, though no control knows it', async ({ page, parley, endpoint }) => {
  const defaults = { stream: true, temperature: 'hot', stop: null, top_k: 40, functions: [] }
  await parley.open({ baseURL: endpoint.baseURL, model: tells, defaults })
  const fields = new Fields(page)
  await expect(fields.row('temperature').line).toContainText('hot')
  await expect(fields.row('stop').line).toContainText('null')
  await expect(fields.row('functions').line).toContainText('[]')
  const unknown = await fields.row('top_k').open()
  await expect(unknown.textbox).toHaveValue('40')
  await unknown.textbox.fill('20')
  expect(await sent(parley, endpoint)).toEqual({ ...plain, ...defaults, top_k: 20 })
  await fields.row('temperature').unset.click()
  await expect(parley.parameters.number('temperature')).toHaveValue('')
})

// The page is so tall that nothing is scrolled away: to axe a label out of sight is no label.
test('axe finds nothing in the open controls, on a wide page or a narrow one', async ({ page, parley }) => {
  test.slow()
  const fields = new Fields(page)
  for (const width of [1280, 390])
    await test.step(`${width} wide`, async () => {
      await page.setViewportSize({ width, height: 5000 })
      if (width > 1180) await parley.open()
      else await parley.button('Show parameters').click()
      for (const [name, set] of settings) {
        const field = await fields.row(name).open()
        // What was set on the wide page still is.
        if (width > 1180) await set(field)
      }
      await fields.row('extra body').textbox.fill('{"seed": 3,}')
      await fields.row('tools').textbox.fill('{}')
      expect(await faults(page, { inside: '[data-parameter]' })).toEqual([])
      const tooWide = await page
        .locator('[data-parameter]')
        .evaluateAll((rows) =>
          rows.filter((row) => row.scrollWidth > row.clientWidth).map((row) => row.textContent),
        )
      expect(tooWide).toEqual([])
    })
})
