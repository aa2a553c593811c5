import { page } from './fixtures/page'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { type Message, textOf } from '../conversation/Message'
import { childrenOf, visiblePath } from '../conversation/Tree'
import { newId } from '../conversation/newId'
import { append, removeBranch, removeOne } from '../conversation/operations'
import type { JsonValue, Parameters } from '../protocol/wire'
import { loadTree } from '../storage/conversations'
import { beginConversation } from './beginConversation'
import { commit, conversationChanged, treeOf } from './conversations'
import { draftChanged, draftOf } from './drafts'
import type { Example } from './examples'
import { runExample } from './runExample'
import { keySaved } from './keys'
import { modelsListed } from './modelLists'
import { extraBodyChanged } from './nextConversation'
import { openConversationId } from './route'
import { activeRun, queuedSending, runEnded, stopRun } from './runs'
import { sendDraft, sendText } from './sendMessage'
import { endpointById, endpointChosen, endpointRemoved, endpointSaved, modelUsed } from './settings'
import { startRun } from './startRun'

const server = await startTestServer()
afterAll(() => server.close())

/** The endpoint of one test, which no other test asks. */
let tenant = ''
beforeEach(() => {
  tenant = newId()
  endpointSaved({ id: tenant, name: 'Test', baseURL: `${server.url}/t/${tenant}/v1`, headers: [] })
})

const begin = (model: string, parameters: Parameters = {}) =>
  beginConversation({ endpoint: tenant, parameters: { model, stream: true, ...parameters } })

const pathOf = (id: string) => visiblePath(treeOf(id)!)
const lastOf = (id: string): Message => pathOf(id).at(-1)!
const said = (id: string) => pathOf(id).map((message) => `${message.role}: ${textOf(message)}`)

/** Waits until words of the reply have come, and been written down because the page was hidden. */
async function wordsCame(id: string): Promise<string> {
  for (;;) {
    await page.frameAsked()
    page.drawFrame()
    page.hide()
    page.hide(false)
    const kept = await loadTree(id)
    const live = [...kept!.messages.values()].find(({ status }) => status === 'streaming')
    if (live && textOf(live)) return textOf(live)
  }
}

describe('what cannot be made into a request', () => {
  test('is a reply that has failed, and can be asked for again', async () => {
    let deep: JsonValue = 1
    for (let depth = 0; depth < 100_000; depth++) deep = [deep]
    const id = begin('story?tokens=3')
    conversationChanged(id, { extraBody: { deep } })
    expect(await sendText(id, 'Hello')).toBe('failed')
    expect(lastOf(id)).toMatchObject({
      role: 'assistant',
      status: 'failed',
      error: { kind: 'garbled' },
      run: { endpoint: 'Test' },
    })
    expect(activeRun(id)).toBeUndefined()
    expect(server.requests(tenant)).toHaveLength(0)
    conversationChanged(id, { extraBody: {} })
    expect(await startRun(id, lastOf(id).parent)).toBe('done')
  })
})

describe('a server that asks for patience', () => {
  test('is asked again by itself, as often as the reader allows', async () => {
    const id = begin('flaky?times=2&retry=0&tokens=3')
    expect(await sendText(id, 'Hello')).toBe('done')
    expect(textOf(lastOf(id))).toBe('The lamp at')
    expect(lastOf(id)).not.toHaveProperty('error')
    const bodies = server.requests(tenant).map(({ body }) => body)
    expect(bodies).toHaveLength(3)
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    const stubborn = begin('flaky?times=9&retry=0')
    expect(await sendText(stubborn, 'Hello')).toBe('failed')
    expect(server.requests(tenant)).toHaveLength(6)
  })

  test('is asked again for each of several requests by itself', async () => {
    const id = begin('flaky?times=1&retry=0&tokens=3', { n: 2 })
    const asked = append(treeOf(id)!, null, { role: 'user', content: 'Hello' }, { id: newId(), created: 1 })
    commit(id, asked)
    expect(await startRun(id, asked.put[0]!.id, { requests: 2 })).toBe('done')
    const replies = childrenOf(treeOf(id)!, asked.put[0]!.id).map((reply) => treeOf(id)!.messages.get(reply))
    expect(replies.map((reply) => reply && [reply.status, textOf(reply)])).toEqual(
      Array.from({ length: 2 }, () => ['done', 'The lamp at']),
    )
    // One was refused, and only that one was sent again.
    expect(server.requests(tenant)).toHaveLength(3)
  })

  test.each(['flaky?times=1&retry=61', 'flaky?times=1&status=500', 'error-in-stream?status=429'])(
    'is left alone: %s',
    async (model) => {
      expect(await sendText(begin(model), 'Hello')).toBe('failed')
      expect(server.requests(tenant)).toHaveLength(1)
    },
  )

  test('is not asked again once the reader stops; the error stays, and is kept meanwhile', async () => {
    const id = begin('flaky?times=1&retry=50')
    const run = sendText(id, 'Hello')
    const error = { status: 503, message: 'Not yet (1)' }
    await expect.poll(() => lastOf(id)).toMatchObject({ status: 'waiting', error })
    stopRun(id)
    expect(await run).toBe('failed')
    expect(lastOf(id)).toMatchObject({ status: 'failed', error })
    expect(server.requests(tenant)).toHaveLength(1)
  })
})

describe('a run', () => {
  test('asks with the path and what is set, and receives the reply', async () => {
    const id = begin('echo', { temperature: 0, stream: true })
    expect(await sendText(id, 'Hello')).toBe('done')
    expect(said(id)).toEqual(['user: Hello', 'assistant: user: Hello'])
    expect(lastOf(id)).toMatchObject({
      status: 'done',
      finish_reason: 'stop',
      run: { choice: 0, endpoint: 'Test', model: 'echo', parameters: { temperature: 0 } },
    })
    const { firstToken, started, ended } = lastOf(id).run!
    expect(started).toBeLessThanOrEqual(firstToken!)
    expect(firstToken).toBeLessThanOrEqual(ended!)
    expect(server.requests(tenant).map(({ body }) => body)).toEqual([
      { model: 'echo', stream: true, temperature: 0, messages: [{ role: 'user', content: 'Hello' }] },
    ])
  })

  test('notes what was really sent, the extra body and all', async () => {
    const id = begin('story', { temperature: 0 })
    const response_format = { type: 'json_object' }
    extraBodyChanged(id, { model: 'say?text=Hi', temperature: 1, response_format, messages: [] })
    await sendText(id, 'Hello')
    expect(lastOf(id).run).toMatchObject({ model: 'say?text=Hi' })
    expect(lastOf(id).run?.parameters).toEqual({
      model: 'say?text=Hi',
      stream: true,
      temperature: 1,
      response_format,
    })
  })

  test('sends the whole path the next time', async () => {
    const id = begin('say?text=Hi', { stream: false })
    await sendText(id, 'One')
    await sendText(id, 'Two')
    expect(server.requests(tenant).at(-1)?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'One' },
        { role: 'assistant', content: 'Hi' },
        { role: 'user', content: 'Two' },
      ],
    })
  })

  test('is kept as it is shown', async () => {
    const id = begin('story?tokens=30')
    await sendText(id, 'Tell me')
    expect(await loadTree(id)).toEqual(treeOf(id))
  })

  test('names the conversation after the first words', async () => {
    const id = begin('say?text=Hi')
    await sendText(id, '# Hello\nthere')
    await sendText(id, 'Other words')
    expect(treeOf(id)?.conversation.title).toBe('Hello')
  })

  test('sends the key to the origin it was saved for, and to no other', async () => {
    const endpoint = endpointById(tenant)!
    await keySaved(endpoint, 'secret-key')
    const id = begin('say?text=Hi')
    await sendText(id, 'One')
    endpointSaved({ ...endpoint, baseURL: endpoint.baseURL.replace(server.origin, server.otherOrigin) })
    await sendText(id, 'Two')
    const [one, other] = server.requests(tenant)
    expect(one?.headers.authorization).toBe('Bearer secret-key')
    expect(other?.origin).toBe(server.otherOrigin)
    expect(other?.headers).not.toHaveProperty('authorization')
    expect(JSON.stringify([...treeOf(id)!.messages.values()])).not.toContain('secret-key')
  })

  test('is one at a time in a conversation', async () => {
    const id = begin('held')
    const ending = sendText(id, 'Hello')
    expect(await startRun(id, null)).toBe('failed')
    server.release('gate', tenant)
    expect(await ending).toBe('done')
    expect(server.requests(tenant)).toHaveLength(1)
    expect(activeRun(id)).toBeUndefined()
  })
})

describe('several choices', () => {
  test.each(['choices', 'choices-reverse', 'choices-together', 'choices-unequal'])(
    'of %s are siblings, each whole, the first of them seen',
    async (model) => {
      const id = begin(model, { n: 3 })
      expect(await sendText(id, 'Hello')).toBe('done')
      const tree = treeOf(id)!
      const replies = childrenOf(tree, pathOf(id)[0]!.id).map((reply) => tree.messages.get(reply)!)
      expect(replies).toHaveLength(3)
      for (const { content, status, run } of replies) {
        expect(status).toBe('done')
        expect(content).toMatch(new RegExp(`^Choice ${run!.choice + 1}:`))
      }
      expect(replies.map(({ run }) => run!.choice).toSorted((one, other) => one - other)).toEqual([0, 1, 2])
      expect(new Set(replies.map(({ run }) => run!.id)).size).toBe(1)
      expect(pathOf(id)).toHaveLength(2)
      expect(await loadTree(id)).toEqual(tree)
    },
  )
})

describe('a run that is stopped', () => {
  test('keeps what came, and hangs up', async () => {
    const id = begin('held')
    const ending = sendText(id, 'Hello')
    const words = await wordsCame(id)
    stopRun(id)
    expect(await ending).toBe('stopped')
    expect(lastOf(id)).toMatchObject({ status: 'stopped', content: expect.stringContaining(words) })
    expect(lastOf(id)).not.toHaveProperty('error')
    expect(await loadTree(id)).toEqual(treeOf(id))
  })

  test('before the first word is stopped, and not sent the next time', async () => {
    const id = begin('late-headers')
    const ending = sendText(id, 'Hello')
    await server.reached('gate', tenant)
    stopRun(id)
    expect(await ending).toBe('stopped')
    expect(lastOf(id)).toMatchObject({ status: 'stopped', content: '' })
    server.release('gate', tenant)
    await sendText(id, 'Again')
    expect(server.requests(tenant).at(-1)?.body).toMatchObject({
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'user', content: 'Again' },
      ],
    })
  })
})

describe('a run that fails', () => {
  test.each([
    ['cut', 'cut-off'],
    ['error-in-stream', 'rejected'],
    ['bad-json', 'garbled'],
  ])('by %s keeps what came, with the error beside it', async (model, kind) => {
    const id = begin(model)
    expect(await sendText(id, 'Hello')).toBe('failed')
    expect(lastOf(id)).toMatchObject({ status: 'failed', error: { kind } })
    expect(textOf(lastOf(id))).toMatch(/\w/)
    expect(await loadTree(id)).toEqual(treeOf(id))
  })

  test('without a word has the error alone', async () => {
    const id = begin('no-answer')
    expect(await sendText(id, 'Hello')).toBe('failed')
    expect(lastOf(id)).toMatchObject({ status: 'failed', content: '', error: { kind: 'unreachable' } })
  })

  test('because its endpoint has been removed says so, and asks nobody', async () => {
    const id = begin('echo')
    endpointRemoved(tenant)
    expect(await sendText(id, 'Hello')).toBe('failed')
    expect(lastOf(id)).toMatchObject({ status: 'failed', error: { kind: 'unreachable' } })
    expect(server.requests(tenant)).toEqual([])
  })
})

describe('while a reply streams', () => {
  test('a message that is removed stays removed', async () => {
    const id = begin('held')
    const ending = sendText(id, 'Hello')
    await wordsCame(id)
    const reply = lastOf(id)
    commit(id, { put: [], removed: [reply.id] })
    page.hide()
    page.hide(false)
    server.release('gate', tenant)
    await ending
    expect(said(id)).toEqual(['user: Hello'])
    expect(await loadTree(id)).toEqual(treeOf(id))
  })

  test('a question that is removed ends the run: no choice comes after it, none stands alone', async () => {
    const id = begin('choices?after=1', { n: 3 })
    const ending = sendText(id, 'Hello')
    await wordsCame(id)
    commit(id, removeBranch(treeOf(id)!, pathOf(id)[0]!.id))
    expect(await ending).toBe('stopped')
    expect(treeOf(id)!.messages.size).toBe(0)
    expect(await loadTree(id)).toEqual(treeOf(id))
    await expect.poll(() => server.requests(tenant)[0]?.hungUp).toBe(true)
  })

  test('one choice that is removed does not end the others', async () => {
    const id = begin('choices?after=1', { n: 3 })
    const ending = sendText(id, 'Hello')
    await wordsCame(id)
    // The second stands beside the first by now, and the third follows whichever is left.
    const change = append(
      treeOf(id)!,
      pathOf(id)[0]!.id,
      { role: 'user', content: 'x' },
      { id: newId(), created: 1 },
    )
    commit(id, change)
    commit(id, { put: [], removed: [change.put[0]!.id] })
    server.release('gate', tenant)
    expect(await ending).toBe('done')
    expect(childrenOf(treeOf(id)!, pathOf(id)[0]!.id)).toHaveLength(3)
  })

  test('a message that is moved stays where it went', async () => {
    const id = beginConversation({
      endpoint: tenant,
      parameters: { model: 'held', stream: true },
      system: 'Be brief.',
    })
    const ending = sendText(id, 'Hello')
    await wordsCame(id)
    // Another tab takes the question away; the reply now follows what came before it.
    commit(id, removeOne(treeOf(id)!, pathOf(id)[1]!.id))
    page.hide()
    page.hide(false)
    expect((await loadTree(id))?.messages.get(lastOf(id).id)?.parent).toBe(pathOf(id)[0]!.id)
    server.release('gate', tenant)
    expect(await ending).toBe('done')
    expect(pathOf(id).map(({ role }) => role)).toEqual(['system', 'assistant'])
    expect(await loadTree(id)).toEqual(treeOf(id))
  })

  test('a draft waits, and is sent when the reply is done', async () => {
    const id = begin('held?tokens=5')
    const ending = sendText(id, 'One')
    draftChanged(id, 'Two')
    await sendDraft(id)
    expect(queuedSending(id)).toEqual({})
    expect(draftOf(id)).toBe('Two')
    server.release('gate', tenant)
    expect(await ending).toBe('done')
    await runEnded(id)
    expect(pathOf(id).map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant'])
    expect(said(id)[2]).toBe('user: Two')
    expect(draftOf(id)).toBe('')
    expect(queuedSending(id)).toBeUndefined()
  })

  test('a draft stays in its place if the reply is stopped', async () => {
    const id = begin('held')
    const ending = sendText(id, 'One')
    draftChanged(id, 'Two')
    await sendDraft(id)
    stopRun(id)
    expect(await ending).toBe('stopped')
    expect(draftOf(id)).toBe('Two')
    expect(queuedSending(id)).toBeUndefined()
    expect(server.requests(tenant).length).toBeLessThan(2)
  })
})

test('a draft stays where it is if its conversation is not there', async () => {
  draftChanged('nobody', 'words')
  await sendDraft('nobody')
  expect(draftOf('nobody')).toBe('words')
})

describe('an example', () => {
  const example: Example = {
    id: 'tutor',
    system: 'Be brief.',
    turns: ['One', 'Two'],
    parameters: {},
    builtInModel: 'guide',
  }

  test('sends its turns one after the other', async () => {
    endpointChosen(tenant)
    modelsListed(tenant, ['another'])
    modelUsed(tenant, 'echo?only=last')
    await runExample(example, 'Title')
    expect(said(openConversationId()!)).toEqual([
      'system: Be brief.',
      'user: One',
      'assistant: One',
      'user: Two',
      'assistant: Two',
    ])
  })

  test('ends where the reader goes on alone', async () => {
    endpointChosen(tenant)
    modelsListed(tenant, ['another'])
    modelUsed(tenant, 'held?tokens=5')
    const over = runExample(example, 'Title')
    const id = openConversationId()!
    draftChanged(id, 'Mine')
    await sendDraft(id)
    server.release('gate', tenant)
    await over
    await runEnded(id)
    const words = pathOf(id).filter(({ role }) => role === 'user')
    expect(words.map(textOf)).toEqual(['One', 'Mine'])
  })
})
