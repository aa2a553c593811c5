// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { newId } from '../conversation/newId'
import { siblingsOf, visiblePath } from '../conversation/Tree'
import { beginConversation } from './beginConversation'
import { treeOf } from './conversations'
import { replyAskedAgain } from './editMessage'
import { flightsOf } from './flights'
import { recordsIn } from './otherRecords'
import { sendText } from './sendMessage'
import { endpointSaved } from './settings'

const server = await startTestServer()
afterAll(() => server.close())

const begin = (model: string, more: object = {}) => {
  const endpoint = newId()
  endpointSaved({ id: endpoint, name: 'Test', baseURL: `${server.url}/t/${endpoint}/v1`, headers: [] })
  return beginConversation({ endpoint, parameters: { model, stream: true, ...more } })
}
const lastOf = (id: string) => visiblePath(treeOf(id)!).at(-1)!

test('answers to the same turn come first, then the others, the newest first', async () => {
  const id = begin('say?text=Yes')
  await sendText(id, 'First?')
  await sendText(id, 'Second?')
  await replyAskedAgain(id, lastOf(id).id)
  await replyAskedAgain(id, lastOf(id).id)
  const tree = treeOf(id)!
  const last = lastOf(id)
  const found = await recordsIn(tree, last)
  const siblings = siblingsOf(tree, last)
  expect(found.map(({ among }) => among)).toEqual(['turn', 'turn', 'conversation'])
  expect(found.map((one) => one.id).slice(0, 2)).toEqual([siblings[1], siblings[0]])
  expect(found[0]).toMatchObject({ words: 'Yes', choice: 0 })
  expect(await found[0]!.load()).toEqual((await flightsOf(tree.messages.get(siblings[1]!)!.run!)).at(-1))
})

test('choices of one request have one record, which is not held against itself', async () => {
  const id = begin('choices?tokens=3', { n: 3 })
  await sendText(id, 'Three?')
  expect(siblingsOf(treeOf(id)!, lastOf(id))).toHaveLength(3)
  expect(await recordsIn(treeOf(id)!, lastOf(id))).toEqual([])
})
