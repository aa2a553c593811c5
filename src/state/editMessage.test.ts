// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { invertChange } from '../conversation/Change'
import { textOf } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { rewrite } from '../conversation/operations'
import { childrenOf, visiblePath } from '../conversation/Tree'
import { loadTree } from '../storage/conversations'
import { beginConversation } from './beginConversation'
import { conversationChanged, treeOf } from './conversations'
import { saidBy } from './edits'
import { undo } from './history'
import { messageRewritten, replyAskedAgain } from './editMessage'
import { profileLearned } from './profiles'
import { sendText } from './sendMessage'
import { endpointSaved } from './settings'

const server = await startTestServer()
afterAll(() => server.close())

let tenant = ''
beforeEach(() => {
  tenant = newId()
  const baseURL = `${server.url}/t/${tenant}/v1`
  endpointSaved({ id: tenant, name: 'Test', baseURL, headers: [], prefill: 'trailing' })
})

const begin = (model: string) => beginConversation({ endpoint: tenant, parameters: { model, stream: true } })
const last = (id: string) => visiblePath(treeOf(id)!).at(-1)!
const bodies = () => server.requests(tenant).map(({ body }) => body)

/** A question, and an answer whose beginning is given. */
async function askBeginning(model: string): Promise<string> {
  const id = begin(model)
  await sendText(id, 'Hello', { role: 'user', quietly: true })
  await sendText(id, 'Well:', { role: 'assistant' })
  return id
}

describe('a reply that is asked for again', () => {
  test('begins with the words that it was given', async () => {
    const id = await askBeginning('say?text= yes')
    expect(textOf(last(id))).toBe('Well: yes')
    await replyAskedAgain(id, last(id).id)
    expect(textOf(last(id))).toBe('Well: yes')
    expect(last(id).prefilled).toBe(5)
    const [first, second] = bodies()
    expect(second).toEqual(first)
    expect(childrenOf(treeOf(id)!, last(id).parent)).toHaveLength(2)
  })

  test('takes the place of one that failed before it went on', async () => {
    const id = await askBeginning('no-answer')
    expect(last(id)).toMatchObject({ status: 'failed', content: 'Well:' })
    conversationChanged(id, { parameters: { model: 'say?text= yes', stream: true } })
    await replyAskedAgain(id, last(id).id)
    expect(textOf(last(id))).toBe('Well: yes')
    expect(childrenOf(treeOf(id)!, last(id).parent)).toHaveLength(1)
  })

  test('is one request where it was one of several, and as many as n says where it was not', async () => {
    profileLearned(tenant, { choices: 'one' })
    const id = begin('say?text=yes')
    await sendText(id, 'Hello')
    conversationChanged(id, { parameters: { model: 'say?text=yes', stream: true, n: 3 } })
    await replyAskedAgain(id, last(id).id)
    expect(bodies()).toHaveLength(4)
    await replyAskedAgain(id, last(id).id)
    expect(bodies()).toHaveLength(5)
    for (const body of bodies()) expect(body).not.toHaveProperty('n')
    expect(childrenOf(treeOf(id)!, last(id).parent)).toHaveLength(5)
  })

  test('begins by itself once its words have been rewritten', async () => {
    const id = await askBeginning('say?text= yes')
    messageRewritten(id, last(id).id, { role: 'assistant', content: 'Other words' })
    await replyAskedAgain(id, last(id).id)
    expect(textOf(last(id))).toBe(' yes')
  })

  test('begins by itself where the endpoint cannot be given words any more', async () => {
    const id = await askBeginning('say?text= yes')
    const baseURL = `${server.url}/t/${tenant}/v1`
    endpointSaved({ id: tenant, name: 'Test', baseURL, headers: [], prefill: 'no' })
    await replyAskedAgain(id, last(id).id)
    expect(textOf(last(id))).toBe(' yes')
    expect(bodies()[1]).toMatchObject({ messages: [{ role: 'user', content: 'Hello' }] })
  })
})

describe('two hands at one message', () => {
  const said = (id: string) =>
    [...treeOf(id)!.messages.values()].filter(({ role }) => role === 'user').map(textOf)
  const mine = { role: 'user', content: 'a, mine' } as const

  test('words for what has changed since they were begun stand beside it, and one undo takes them back', async () => {
    const id = begin('say?text=yes')
    await sendText(id, 'Hello')
    const [question] = visiblePath(treeOf(id)!)
    const from = saidBy(question!)
    messageRewritten(id, question!.id, { role: 'user', content: 'theirs' }, from)
    expect(said(id)).toEqual(['theirs'])
    messageRewritten(id, question!.id, mine, from)
    expect(said(id)).toEqual(['theirs', 'a, mine'])
    expect(textOf(last(id))).toBe('a, mine')
    expect(bodies()).toHaveLength(1)
    undo(id)
    expect(said(id)).toEqual(['theirs'])
    messageRewritten(id, question!.id, { role: 'user', content: 'theirs' }, from)
    expect(said(id)).toEqual(['theirs'])
  })

  test('of two at the same moment, the words that lose come back from the tab that wrote them', async () => {
    const other = new BroadcastChannel('parley')
    const id = begin('say?text=yes')
    await sendText(id, 'Hello')
    const before = treeOf(id)!
    const [question] = visiblePath(before)
    const change = rewrite(before, question!.id, 'b, theirs')
    const news = { type: 'changed', id, change, base: invertChange(before, change) }
    messageRewritten(id, question!.id, mine)
    other.postMessage(news)
    await expect.poll(() => said(id)).toEqual(['b, theirs', 'a, mine'])
    // What is seen is what counts, with what follows it.
    expect(visiblePath(treeOf(id)!).map(textOf)).toEqual(['b, theirs', 'yes'])
    // Heard again, it takes nothing that was written here.
    other.postMessage(news)
    await sendText(id, 'More')
    expect(said(id)).toEqual(['b, theirs', 'a, mine', 'More'])
    const kept = async () => [...(await loadTree(id))!.messages.values()].map(textOf)
    await expect.poll(kept).toContain('a, mine')
    other.close()
  })
})
