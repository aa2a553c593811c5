import type { CDPSession } from '@playwright/test'
import type { ScenarioName } from './server/scenarios'
import { expect, model, test } from './fixtures'

/** What the page's own program holds, in megabytes, once what it has let go of is gone. */
async function held(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

const deep = ['json', 'fence', 'call', 'quotes', 'lists', 'emphasis', 'brackets', 'formula']
const whole: [ScenarioName, Record<string, string | number>, RegExp][] = [
  ['deep-json', {}, / deep/],
  ...deep.map((as): [ScenarioName, { as: string }, RegExp] => ['deep-text', { as }, /deep|\[|\*|\{/]),
  ['long-line', {}, /xxx/],
  ['tiny-chunks', {}, /xxx/],
  ['burst', {}, /The lamp/],
  ['long', { tps: 20_000 }, /The lamp/],
]

/** Some of these take a machine that is busy with other things very long, and do come. */
const patience = { timeout: 100_000 }

test('what goes beyond all measure leaves the page usable and its memory bounded', async ({
  page,
  parley,
  endpoint,
  guard,
}) => {
  test.setTimeout(400_000)
  guard.allowFailedLoads()
  const session = await page.context().newCDPSession(page)
  await parley.open({ baseURL: endpoint.baseURL, model: 'story' })
  const reply = parley.thread.reply()
  const ask = async (name: string) => {
    await parley.library.begin()
    await expect(parley.thread.messages).toHaveCount(0)
    await parley.parameters.chooseModel(name)
    await parley.send('Go on.')
  }
  await ask(model('story', { tokens: 5 }))
  await reply.has('done', undefined, patience)
  const before = await held(session)

  for (const [name, options, words] of whole)
    await test.step(`${name} ${options['as'] ?? ''}`, async () => {
      await ask(model(name, options))
      await reply.has('done', undefined, patience)
      await expect(reply.article).toContainText(words)
      // What came is kept: another tab, or the next visit, has it.
      await expect(parley.notice(/could not be (kept|saved)/)).toHaveCount(0)
    })
  expect(await held(session)).toBeLessThan(before + 40)

  await test.step('50 MB', async () => {
    await ask(model('big', { mb: 50 }))
    await reply.has('done', undefined, patience)
    // It may be held as letters of two bytes, and once more to be kept.
    expect(await held(session)).toBeLessThan(before + 250)
  })

  await test.step('a line without end', async () => {
    await ask('endless-line')
    await reply.has('failed', undefined, patience)
    await expect.poll(async () => (await endpoint.completions()).at(-1)?.hungUp).toBe(true)
  })
  await test.step('and Stop, while one comes', async () => {
    await ask(model('endless-line', { kb: 1, tps: 50 }))
    await parley.composer.stopButton.click()
    await reply.has('stopped')
    await expect.poll(async () => (await endpoint.completions()).at(-1)?.hungUp).toBe(true)
  })
  expect(await held(session)).toBeLessThan(before + 100)

  await ask(model('story', { tokens: 5 }))
  await reply.has('done', 'The lamp at the end')
})

test('a slow drip and a close at any point: what came stays, Stop works, and so does the next message', async ({
  parley,
  endpoint,
  guard,
}) => {
  guard.allowFailedLoads()
  // A byte at a time, so that Stop comes inside an event.
  await parley.open({ baseURL: endpoint.baseURL, model: model('drip', { tokens: 500, every: 2 }) })
  await parley.send('Slowly.')
  const dripped = parley.thread.reply()
  await dripped.has('streaming', /^The/)
  await parley.composer.stopButton.click()
  await dripped.has('stopped', /^The/)
  await expect.poll(async () => (await endpoint.completions())[0]?.hungUp).toBe(true)

  const closes: [name: ScenarioName, words?: string, more?: { tokens: number }][] = [
    ['no-answer'],
    ['headers-only'],
    ['cut-in-event', 'The lamp at'],
    ['cut', 'The lamp at'],
    ['no-finish', 'The lamp at', { tokens: 3 }],
  ]
  for (const [at, [name, words, more]] of closes.entries())
    await test.step(name, async () => {
      await parley.parameters.chooseModel(words ? model(name, { after: 3, gate: name, ...more }) : name)
      await parley.send('And then?')
      const reply = parley.thread.reply(at + 1)
      if (words) {
        // A connection that breaks takes along what the browser has not yet given to the page.
        await reply.has('streaming', words)
        endpoint.release(name)
      }
      await reply.has('failed', words)
    })
  await parley.parameters.chooseModel(model('echo', { only: 'last' }))
  await parley.send('Still here?')
  await parley.thread.reply(closes.length + 1).has('done', 'Still here?')
  await dripped.has('stopped', /^The/)
})
