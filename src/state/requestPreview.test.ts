import { page } from './fixtures/page'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { visiblePath } from '../conversation/Tree'
import { newId } from '../conversation/newId'
import type { JsonObject, Parameters, Role } from '../protocol/wire'
import { beginConversation } from './beginConversation'
import { treeOf } from './conversations'
import { draftChanged, newMessage, newSystem } from './drafts'
import { messageMuted, roleChanged } from './editMessage'
import { extraBodyChanged, nextForgotten } from './nextConversation'
import { profileLearned } from './profiles'
import { requestPreview } from './requestPreview'
import { sendDraft, sendText } from './sendMessage'
import { endpointChosen, endpointSaved } from './settings'

const server = await startTestServer()
afterAll(() => server.close())
afterEach(() => page.drawFrame())

let tenant = ''
beforeEach(() => {
  tenant = newId()
  const baseURL = `${server.url}/t/${tenant}/v1`
  endpointSaved({ id: tenant, name: 'Test', baseURL, headers: [], prefill: 'prefix' })
})

const begin = (parameters: Parameters = {}) =>
  beginConversation({ endpoint: tenant, parameters: { model: 'story', ...parameters } })

const lastBody = () => server.requests(tenant).at(-1)!.body
const draft = (text: string, role: Role = 'user') => ({ text, role, system: '' })

test.each<[what: string, text: string, role: Role, extra?: JsonObject]>([
  ['a question', 'And then?', 'user'],
  ['words with spaces and half an emoji', '  so \n\ud83d ', 'user'],
  ['nothing new', ' ', 'user'],
  ['a developer message', 'Be brief.', 'developer'],
  ['the beginning of an answer', 'Once upon', 'assistant'],
  ['an extra body', 'Hello', 'user', { top_k: 4, temperature: null }],
  ['messages of an extra body', 'Hello', 'user', { messages: [{ role: 'user', content: 'Other.' }] }],
])('%s is shown as it is sent', async (_what, text, role, extra) => {
  const id = begin({ temperature: 0.5, stop: ['x'] })
  await sendText(id, 'First.')
  if (extra) extraBodyChanged(id, extra)
  const { body } = requestPreview(id, draft(text, role))
  await sendText(id, text, { role })
  expect(JSON.parse(JSON.stringify(body))).toEqual(lastBody())
})

test.each<[where: string, parameters: Parameters, extra: JsonObject]>([
  ['parameters', { n: 2 }, { seed: 1 }],
  ['extra body', {}, { n: 2, seed: 1 }],
])('so are choices of the %s that go out apart, in as many requests', async (_where, parameters, extra) => {
  profileLearned(tenant, { choices: 'one' })
  const id = begin(parameters)
  extraBodyChanged(id, extra)
  const { body, requests } = requestPreview(id, draft('Hello'))
  await sendText(id, 'Hello')
  expect(server.requests(tenant).map((request) => request.body)).toEqual([body, body])
  expect(requests).toBe(2)
  expect(body).not.toHaveProperty('n')
})

test('the result of a tool goes out with the call that it answers', async () => {
  const id = begin({ model: 'tool-calls' })
  await sendText(id, 'Weather?')
  const answered = async (text: string) => {
    const { body } = requestPreview(id, draft(text, 'tool'))
    await sendText(id, text, { role: 'tool', quietly: true })
    return body.messages.at(-1)?.tool_call_id
  }
  expect([await answered('18'), await answered('9'), await answered('?')]).toEqual([
    'call_parley_1',
    'call_parley_2',
    undefined,
  ])
  await sendText(id, 'And?')
  expect(lastBody()).toMatchObject({
    messages: [{}, {}, { tool_call_id: 'call_parley_1' }, { tool_call_id: 'call_parley_2' }, {}, {}],
  })
  const result = visiblePath(treeOf(id)!)[2]!
  roleChanged(id, result.id, 'user')
  roleChanged(id, result.id, 'tool')
  expect(visiblePath(treeOf(id)!)[2]).toMatchObject({ role: 'tool', tool_call_id: 'call_parley_1' })
})

test('so is what the start page would send', async () => {
  endpointChosen(tenant)
  nextForgotten()
  draftChanged(newSystem, 'You are a pirate.')
  draftChanged(newMessage, 'Ahoy')
  const { body, rows } = requestPreview(null, { text: 'Ahoy', role: 'user', system: 'You are a pirate.' })
  await sendDraft(null)
  expect(JSON.parse(JSON.stringify(body))).toEqual(lastBody())
  expect(rows.map(({ role, sent }) => [role, sent])).toEqual([
    ['system', 0],
    ['user', 1],
  ])
})

test('every message of the thread has a row, with its place in the body or the reason why it has none', async () => {
  const id = begin()
  await sendText(id, 'First.')
  await sendText(id, 'Second.')
  const [first] = visiblePath(treeOf(id)!)
  messageMuted(id, first!.id, true)
  const { rows, messages } = requestPreview(id, draft('Once', 'assistant'))
  expect(rows.map(({ role, sent, isDraft }) => [role, sent, isDraft])).toEqual([
    ['user', 'muted', false],
    ['assistant', 0, false],
    ['user', 1, false],
    ['assistant', 2, false],
    ['assistant', 3, true],
  ])
  expect(rows.at(-1)?.text).toBe('Once')
  expect(messages).toHaveLength(4)
})

test.each<JsonObject>([
  { messages: 'none', model: 5 },
  { messages: [null, 1, { role: 5 }] },
  { messages: [{ role: 'user', content: [null, { type: 'text', text: 3 }], tool_calls: {} }] },
])('an extra body of %j harms nobody', (extra) => {
  const id = begin()
  extraBodyChanged(id, extra)
  const { body, model, rows, messages } = requestPreview(id, draft('Hello'))
  expect(body).toMatchObject(extra)
  expect(model).toBe('model' in extra ? undefined : 'story')
  expect(rows).toHaveLength(messages.length)
})
