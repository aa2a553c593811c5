import { expect, model, test } from './fixtures'
import type { ScenarioName } from './server/scenarios'

/** The scenario, with its options; what the alert says; what the message keeps. */
interface Failure {
  asks: string
  says: (string | RegExp)[]
  keeps?: string
  /** The server's trouble is not one of HTTP, so the browser has nothing to report. */
  quiet?: boolean
}

/** The trouble comes once the first five tokens are on screen, and the gate of that name opens. */
const afterFive = (name: ScenarioName) => model(name, { after: 5, gate: name })
const five = 'The lamp at the end'
const cutOff = 'The connection ended before the reply did.'
const unreadable = 'The answer cannot be read'
const noAnswer =
  'could not be reached. It may be down or misspelt, or it may not allow pages like this one to call it (CORS).'

const failures: Failure[] = [
  {
    asks: 'error-400',
    says: [
      'The server refused',
      "Invalid value for 'temperature': expected a number between 0 and 2.",
      /status\s*400/,
      /code\s*invalid_value/,
      /param\s*temperature/,
      /req_parley_test/,
    ],
  },
  {
    asks: 'error-401',
    says: [
      'Incorrect API key provided',
      'Check the key of this endpoint in Settings.',
      /code\s*invalid_api_key/,
    ],
  },
  {
    asks: 'error-403',
    says: ['Country, region, or territory not supported', /code\s*unsupported_country_region_territory/],
  },
  {
    asks: 'error-404',
    says: [
      'The model `gpt-9` does not exist',
      'Check the model’s name and the endpoint’s address.',
      /code\s*model_not_found/,
    ],
  },
  { asks: 'error-404-html', says: ['404 Not Found', 'Check the model’s name and the endpoint’s address.'] },
  { asks: 'error-413', says: ['413 Request Entity Too Large'] },
  { asks: 'error-422', says: ['field required', 'extra fields not permitted'] },
  {
    asks: model('error-429', { retry: 7 }),
    says: ['Rate limit reached for requests.', 'The server asks to wait 7 s.', /code\s*rate_limit_exceeded/],
  },
  { asks: 'error-429-date', says: ['Rate limit reached for requests.', /The server asks to wait [1-3] s\./] },
  { asks: 'error-429-quota', says: ['You exceeded your current quota', /code\s*insufficient_quota/] },
  { asks: 'error-500', says: ['The server had an error while processing your request.', /status\s*500/] },
  { asks: 'error-500-text', says: ['Internal Server Error', /status\s*500/] },
  { asks: 'error-502-html', says: ['502 Bad Gateway', /status\s*502/] },
  { asks: 'error-503-loading', says: ['Loading model', /status\s*503/] },
  { asks: 'error-529', says: ['Overloaded', /status\s*529/] },
  { asks: 'error-empty', says: [/500.*without saying why/] },
  { asks: 'error-without-cors', says: ['No answer', `Test server ${noAnswer}`] },
  { asks: 'no-answer', says: ['No answer', `Test server ${noAnswer}`] },
  { asks: 'redirect', says: ['No answer', `Test server ${noAnswer}`] },
  { asks: 'headers-only', says: ['The answer was cut off', cutOff] },
  { asks: 'empty', says: [cutOff], quiet: true },
  { asks: 'empty-stream', says: [cutOff], quiet: true },
  { asks: 'no-content', says: [cutOff], quiet: true },
  { asks: afterFive('cut'), says: [cutOff], keeps: five },
  { asks: afterFive('cut-in-event'), says: [cutOff], keeps: five },
  { asks: afterFive('cut-in-character'), says: [cutOff], keeps: five },
  { asks: 'cut-json', says: [cutOff] },
  {
    asks: model('no-finish', { tokens: 5, after: 5, gate: 'no-finish' }),
    says: [cutOff],
    keeps: five,
    quiet: true,
  },
  {
    asks: afterFive('error-in-stream'),
    says: ['The engine fell over in the middle of the answer.', /code\s*engine_error/],
    keeps: five,
    quiet: true,
  },
  {
    asks: afterFive('error-event'),
    says: ['The engine fell over in the middle of the answer.', /code\s*engine_error/],
    keeps: five,
    quiet: true,
  },
  { asks: afterFive('bad-json'), says: [unreadable], keeps: five, quiet: true },
  { asks: afterFive('not-a-chunk'), says: [unreadable], keeps: five, quiet: true },
  { asks: 'html-page', says: [unreadable, 'Sign in'], quiet: true },
  { asks: 'plain-text', says: [unreadable, 'Hello.'], quiet: true },
]

/** What the browser reports would hide what the page does, so the quiet ones are among themselves. */
const kinds: [name: string, failures: Failure[]][] = [
  ['a status that refuses', failures.filter(({ asks }) => asks.startsWith('error-4'))],
  ['a broken connection', failures.filter(({ asks, quiet }) => !quiet && !asks.startsWith('error-4'))],
  ['an answer that is none', failures.filter(({ quiet }) => quiet)],
]

for (const [kind, those] of kinds)
  test(`${kind}: it is said what happened, and Retry succeeds`, async ({ page, parley, endpoint, guard }) => {
    test.slow()
    if (!those.some(({ quiet }) => quiet)) guard.allowFailedLoads()
    await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
    const reply = parley.thread.reply()
    // One that leaves nothing and one that keeps words: asked for again, they are as all the others of their kind.
    const again = new Set([those.find(({ keeps }) => !keeps), those.find(({ keeps }) => keeps)])
    for (const failure of those) {
      const { asks, says, keeps } = failure
      await test.step(asks, async () => {
        await parley.library.begin()
        await expect(parley.thread.messages).toHaveCount(0)
        await parley.parameters.chooseModel(asks)
        await parley.send('Tell me a story.')
        if (keeps) {
          await reply.has('streaming', keeps)
          endpoint.release(asks.split('gate=')[1])
        }
        await reply.has('failed', keeps)
        await expect(page.getByRole('alert')).toHaveCount(1)
        for (const words of says) await expect(reply.error).toContainText(words)
        await expect(parley.thread.busy).toHaveCount(0)
        await expect(reply.button('Retry')).toBeEnabled()
        if (!again.has(failure)) return

        // The reader corrects what was wrong, here the model, and asks again.
        await parley.parameters.chooseModel(model('story', { tokens: 4 }))
        await reply.button('Retry').click()
        await reply.has('done', 'The lamp at the')
        await expect(page.getByRole('alert')).toHaveCount(0)
        await expect(parley.thread.messages).toHaveCount(2)
        if (!keeps) return
        await reply.button('Previous choice').click()
        await reply.has('failed', keeps)
      })
    }
  })

test('a server that fails once is asked once more, when the reader says so, also after a reload', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  await parley.open({ baseURL: endpoint.baseURL, model: model('flaky', { tokens: 3, retry: 1 }) })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await reply.has('failed')
  await expect(reply.error).toContainText('Not yet (1)')
  await page.reload()
  await reply.has('failed')
  await expect(reply.error).toContainText('Not yet (1)')
  expect(await endpoint.completions()).toHaveLength(1)
  await reply.button('Retry').click()
  await reply.has('done', 'The lamp at')
  const bodies = (await endpoint.completions()).map(({ body }) => body)
  expect(bodies).toHaveLength(2)
  expect(bodies[1]).toEqual(bodies[0])

  await test.step('a failed reply without a word is not sent with the next message', async () => {
    await parley.library.begin()
    await parley.parameters.chooseModel(model('flaky', { tokens: 3 }))
    await parley.send('First.')
    await parley.thread.reply().has('failed')
    await parley.send('Second.')
    await parley.thread.reply(1).has('done', 'The lamp at')
    expect((await endpoint.completions()).at(-1)?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'First.' },
        { role: 'user', content: 'Second.' },
      ],
    })
    expect(await endpoint.completions()).toHaveLength(4)
  })
})

test('a silence longer than the reader allows is an error', async ({ page, parley, endpoint }) => {
  await page.clock.install()
  await parley.open({ baseURL: endpoint.baseURL, model: 'stall', stallSeconds: 60 })
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await reply.has('streaming', five)
  await page.clock.fastForward(61_000)
  await reply.has('failed', five)
  await expect(reply.error).toContainText('The answer stopped coming')
  await expect(reply.error).toContainText('The time can be changed in Settings.')
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)
  await parley.parameters.chooseModel(model('story', { tokens: 4 }))
  await reply.button('Retry').click()
  await reply.has('done', 'The lamp at the')
})

test('the time is the one set in Settings, and counts before the headers too', async ({
  parley,
  endpoint,
}) => {
  await parley.open({ baseURL: endpoint.baseURL, model: 'late-headers' })
  await parley.settings.open()
  await parley.settings.stallSeconds.fill('1')
  await parley.settings.closeButton.click()
  await parley.send('Hello?')
  await parley.thread.reply().has('failed')
  await expect(parley.thread.reply().error).toContainText('Nothing has come for a second')
})

test('a server that lets no page call it may be the cause', async ({ parley, endpoint, guard }) => {
  guard.allowFailedLoads()
  const rules = ['preflight-refused', 'no-cors']
  await parley.open({ others: Object.fromEntries(rules.map((rule) => [rule, endpoint.under(rule)])) })
  for (const rule of rules)
    await test.step(rule, async () => {
      await parley.library.begin()
      await parley.parameters.endpoint.selectOption(rule)
      await parley.parameters.chooseModel('story')
      await parley.send('Hello?')
      await parley.thread.reply().has('failed')
      await expect(parley.thread.reply().error).toContainText(`${rule} ${noAnswer}`)
    })
})

test('without a network the message stays, and goes out later', async ({
  page,
  context,
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  guard.allowOrigin(endpoint.origin.replace('http:', 'https:'))
  await parley.open({ baseURL: endpoint.baseURL, model: model('story', { tokens: 3 }) })
  // What is loaded late is there once a reply has come.
  await parley.send('Hello.')
  await parley.thread.reply().has('done')
  await page.waitForFunction(() =>
    ['MessageDoctor-', 'Diagnosis-'].every((part) =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes(part)),
    ),
  )
  await context.setOffline(true)
  await parley.send('Are you there?')
  const reply = parley.thread.reply(1)
  await reply.has('failed')
  await expect(reply.error).toContainText('No answer')
  // Whether there is a network says nothing of this computer itself, where the server is.
  await expect(reply.diagnosis).toContainText('Nothing listens')
  await context.setOffline(false)
  await reply.button('Retry').click()
  await reply.has('done', 'The lamp at')
})
