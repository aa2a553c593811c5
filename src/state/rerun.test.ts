// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { conversation, message } from '../conversation/fixtures/trees'
import { toTree } from '../conversation/Tree'
import { recordInMemory, recordedRuns } from './flights'
import { rerunStopped, rerunsForgotten, turnRunAgain } from './rerun'

const server = await startTestServer()
afterAll(() => server.close())

const answers = ['b', 'c'].map((id) => message(id, 'a', { role: 'assistant' }))
const tree = toTree(conversation, [message('a'), ...answers])

test('who stops listening hangs up', async () => {
  const endpoint = { id: 'e', name: 'E', baseURL: `${server.url}/t/rerun/v1`, headers: [] }
  const [one, other] = answers.map((answer) =>
    turnRunAgain(tree, answer, { endpoint, model: 'late-headers' }),
  )
  await server.reached('gate', 'rerun', 2)
  rerunStopped('b')
  await one
  await expect.poll(() => hungUp()).toBe(1)
  rerunsForgotten()
  await other
  await expect.poll(() => hungUp()).toBe(2)
})

test('its record is in memory, and goes with the page of the link', async () => {
  const endpoint = { id: 'e', name: 'E', baseURL: `${server.url}/t/kept/v1`, headers: [] }
  await turnRunAgain(tree, answers[0]!, { endpoint, model: 'story?tokens=3' })
  const runs = [...(await recordedRuns())]
  const records = () => runs.map(recordInMemory).filter((one) => one?.request.url.includes('/t/kept/'))
  expect(records()).toMatchObject([{ ending: 'done', response: { status: 200 } }])
  rerunsForgotten()
  await expect.poll(records).toEqual([])
})

const hungUp = () => server.requests('rerun').filter((request) => request.hungUp).length
