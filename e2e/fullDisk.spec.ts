import { readFile } from 'node:fs/promises'
import { expect, model, test } from './fixtures'
import { kept } from './kept'
import { storyTokens } from './server/tokens'

const story = [...storyTokens(40)].join('')

test('on a full disk a reply comes to its end, can be exported, and is kept once there is room', async ({
  page,
  context,
  parley,
  endpoint,
  baseURL,
}) => {
  const session = await context.newCDPSession(page)
  const origin = new URL(baseURL!).origin
  await parley.open({ baseURL: endpoint.baseURL, model: model('held', { tokens: 40, after: 20 }) })
  // Chromium looks at the room before it writes for the first time, and believes that for half a minute.
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })
  const writer = page.waitForResponse(/\/writeParleyFile-/)
  await parley.send('Tell me a story.')
  const reply = parley.thread.reply()
  await reply.has('streaming')
  endpoint.release()
  await reply.has('done', story)
  const notice = parley.notice('One conversation is not saved as you see it. The browser has no room left')
  await expect(notice).toBeVisible()

  // It goes without the host.
  await writer
  await page.route(/\/writeParleyFile-/, (route) => route.abort())
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    notice.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain(JSON.stringify(story).slice(1, -1))
  await page.unrouteAll()
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(notice).toBeVisible()

  // It is tried again every few seconds as well, so that the button may be gone already.
  await session.send('Storage.overrideQuotaForOrigin', { origin })
  await expect(notice).toHaveCount(0)
  await expect.poll(async () => JSON.stringify(await kept(page, 'messages'))).toContain(JSON.stringify(story))
  await page.reload()
  await reply.has('done', story)
})
