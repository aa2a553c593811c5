// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { newId } from '../conversation/newId'
import { visiblePath } from '../conversation/Tree'
import { beginConversation } from './beginConversation'
import { treeOf } from './conversations'
import { flightsOf } from './flights'
import { removeConversations } from './removeConversations'
import { sendText } from './sendMessage'
import { endpointSaved, flightMegabytesChosen } from './settings'

const server = await startTestServer()
afterAll(() => server.close())

let tenant = ''
beforeEach(() => {
  tenant = newId()
  endpointSaved({ id: tenant, name: 'Test', baseURL: `${server.url}/t/${tenant}/v1`, headers: [] })
})

const begin = (model: string) => beginConversation({ endpoint: tenant, parameters: { model, stream: true } })
const runOf = (id: string) => visiblePath(treeOf(id)!).at(-1)!.run!

test('a request that was refused and sent again leaves a record of each attempt', async () => {
  const id = begin('flaky?times=2&retry=0&status=429&tokens=3')
  expect(await sendText(id, 'Hello')).toBe('done')
  const attempts = async () =>
    (await flightsOf(runOf(id))).map(({ attempt, response, ending, error }) => [
      attempt,
      response?.status,
      ending,
      error?.status,
    ])
  const all = [
    [1, 429, 'failed', 429],
    [2, 429, 'failed', 429],
    [3, 200, 'done', undefined],
  ]
  expect(await attempts()).toEqual(all)
  // Also when they have been written down.
  const { loadFlights } = await import('../storage/flights')
  await expect.poll(() => loadFlights(runOf(id).id)).toHaveLength(3)
  expect(await attempts()).toEqual(all)
})

test('a record that is only in memory goes with its conversation', async () => {
  flightMegabytesChosen(0)
  const [gone, stays] = [begin('story?tokens=3'), begin('story?tokens=3')]
  for (const id of [gone, stays]) await sendText(id, 'Hello')
  const [run, other] = [runOf(gone), runOf(stays)]
  expect(await flightsOf(run)).toHaveLength(1)
  await removeConversations([gone])
  await expect.poll(() => flightsOf(run)).toEqual([])
  expect(await flightsOf(other)).toHaveLength(1)
})
