// oxlint-disable-next-line import/no-unassigned-import -- the stores look for a page as soon as they are loaded
import './fixtures/page'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer } from '../../e2e/server/startTestServer'
import { textOf } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { type Tree, childrenOf, visiblePath } from '../conversation/Tree'
import { loadTree } from '../storage/conversations'
import { beginConversation } from './beginConversation'
import { messageContinued } from './continueMessage'
import { conversationChanged, treeOf } from './conversations'
import {
  branchRemoved,
  messageBranched,
  messageInserted,
  messageMoved,
  messageMuted,
  messageRemoved,
  messageRewritten,
  pathChosen,
  replyAskedAgain,
  roleChanged,
  siblingChosen,
  messageAddedOnTop,
} from './editMessage'
import { redo, undo } from './history'
import { conversationRenamed } from './refile'
import { runEnded, stopRun } from './runs'
import { sendText } from './sendMessage'
import { endpointSaved } from './settings'
import { toolResultsSent } from './toolResults'

const server = await startTestServer()
afterAll(() => server.close())

let tenant = ''
beforeEach(() => {
  tenant = newId()
  endpointSaved({ id: tenant, name: 'Test', baseURL: `${server.url}/t/${tenant}/v1`, headers: [] })
})

const begin = (model = 'echo?only=last') =>
  beginConversation({ endpoint: tenant, parameters: { model, stream: true } })

const said = (id: string) => visiblePath(treeOf(id)!).map((message) => `${message.role}: ${textOf(message)}`)
const at = (id: string, place: number) => visiblePath(treeOf(id)!).at(place)!.id

/** What belongs to the tree: everything but the title, the parameters and the times of the conversation. */
const shape = ({ conversation: { chosen }, messages, children }: Tree) => ({ chosen, messages, children })
const shapeOf = (id: string) => shape(treeOf(id)!)

/** A thread of two turns, with nothing chosen that need not be. */
async function twoTurns(): Promise<string> {
  const id = begin()
  await sendText(id, 'one')
  await sendText(id, 'two')
  return id
}

type Edit = (id: string) => void

const edits: Record<string, Edit> = {
  'a message rewritten': (id) => messageRewritten(id, at(id, 1), { role: 'assistant', content: 'other' }),
  'a message rewritten in another role': (id) =>
    messageRewritten(id, at(id, 1), { role: 'user', content: 'other' }),
  'a branch': (id) => messageBranched(id, at(id, 1), { role: 'assistant', content: 'other' }),
  'a role': (id) => roleChanged(id, at(id, 0), 'developer'),
  'a message inserted before': (id) =>
    void messageInserted(id, at(id, 2), 'before', { role: 'user', content: 'x' }),
  'a message inserted after': (id) =>
    void messageInserted(id, at(id, 1), 'after', { role: 'user', content: 'x' }),
  'a system message': (id) => void messageAddedOnTop(id, { role: 'system', content: 'Be brief.' }),
  'a move up': (id) => messageMoved(id, at(id, 2), 'up'),
  'a move down': (id) => messageMoved(id, at(id, 0), 'down'),
  'a message muted': (id) => messageMuted(id, at(id, 0), true),
  'a message removed': (id) => messageRemoved(id, at(id, 1)),
  'a branch removed': (id) => branchRemoved(id, at(id, 1)),
}

describe.each(Object.entries(edits))('%s', (_name, edit) => {
  test('is undone exactly and done again, on screen and in storage', async () => {
    const id = await twoTurns()
    const before = shapeOf(id)
    edit(id)
    const after = shapeOf(id)
    expect(after).not.toEqual(before)
    undo(id)
    expect(shapeOf(id)).toEqual(before)
    expect(await loadTree(id)).toEqual(treeOf(id))
    redo(id)
    expect(shapeOf(id)).toEqual(after)
    expect(await loadTree(id)).toEqual(treeOf(id))
  })
})

test('all of them in a row are undone in a row, and done again', async () => {
  const id = await twoTurns()
  const shapes = [shapeOf(id)]
  for (const edit of Object.values(edits)) {
    edit(id)
    shapes.push(shapeOf(id))
    // The next one finds a path that is long enough.
    if (visiblePath(treeOf(id)!).length < 4) {
      messageInserted(id, at(id, -1), 'after', { role: 'user', content: 'more' })
      shapes.push(shapeOf(id))
    }
  }
  for (const before of shapes.slice(0, -1).toReversed()) {
    undo(id)
    expect(shapeOf(id)).toEqual(before)
  }
  for (const after of shapes.slice(1)) {
    redo(id)
    expect(shapeOf(id)).toEqual(after)
  }
})

describe('a message that was sent', () => {
  test('and its reply are two steps', async () => {
    const id = begin()
    await sendText(id, 'one')
    const whole = shapeOf(id)
    undo(id)
    expect(said(id)).toEqual(['user: one'])
    undo(id)
    expect(said(id)).toEqual([])
    undo(id)
    expect(said(id)).toEqual([])
    redo(id)
    redo(id)
    expect(shapeOf(id)).toEqual(whole)
    redo(id)
    expect(shapeOf(id)).toEqual(whole)
  })

  test('has all its choices in one step', async () => {
    const id = beginConversation({ endpoint: tenant, parameters: { model: 'choices', stream: true, n: 3 } })
    await sendText(id, 'one')
    const question = at(id, 0)
    expect(childrenOf(treeOf(id)!, question)).toHaveLength(3)
    const whole = shapeOf(id)
    undo(id)
    expect(childrenOf(treeOf(id)!, question)).toEqual([])
    redo(id)
    expect(shapeOf(id)).toEqual(whole)
  })

  test('again is one step, which shows the answer before it', async () => {
    const id = await twoTurns()
    siblingChosen(id, at(id, 1), -1)
    const before = shapeOf(id)
    await replyAskedAgain(id, at(id, 1))
    expect(said(id)).toEqual(['user: one', 'assistant: one'])
    undo(id)
    expect(shapeOf(id)).toEqual(before)
    expect(said(id)).toHaveLength(4)
  })

  test('as a branch is two steps: the words, and their reply', async () => {
    const id = await twoTurns()
    const before = shapeOf(id)
    messageBranched(id, at(id, 0), { role: 'user', content: 'other' })
    await runEnded(id)
    expect(said(id)).toEqual(['user: other', 'assistant: other'])
    undo(id)
    undo(id)
    expect(shapeOf(id)).toEqual(before)
  })

  test('to continue, with its reply, is undone too', async () => {
    const id = begin('length?tokens=20')
    conversationChanged(id, { parameters: { model: 'length?tokens=20', stream: true, max_tokens: 3 } })
    await sendText(id, 'one')
    const before = shapeOf(id)
    await messageContinued(id, at(id, 1), 'Go on.')
    expect(said(id)).toHaveLength(4)
    undo(id)
    undo(id)
    expect(shapeOf(id)).toEqual(before)
  })

  test('as the results of tools is one step, and the reply another', async () => {
    const id = begin('tool-calls')
    await sendText(id, 'Weather?')
    const before = shapeOf(id)
    const calls = visiblePath(treeOf(id)!).at(-1)!.tool_calls!
    await toolResultsSent(
      id,
      at(id, -1),
      calls.map((call, place) => ({ tool_call_id: call.id!, content: `r${place}` })),
    )
    expect(said(id).slice(2, 4)).toEqual(['tool: r0', 'tool: r1'])
    undo(id)
    undo(id)
    expect(shapeOf(id)).toEqual(before)
  })
})

describe('what is undone', () => {
  test('leaves title and parameters as they have been set since', async () => {
    const id = await twoTurns()
    messageMoved(id, at(id, 0), 'down')
    conversationRenamed(id, 'Named since')
    conversationChanged(id, { parameters: { model: 'story' } })
    undo(id)
    undo(id)
    redo(id)
    expect(treeOf(id)!.conversation).toMatchObject({ title: 'Named since', parameters: { model: 'story' } })
  })

  test('shows the path on which it happened', async () => {
    const id = await twoTurns()
    messageBranched(id, at(id, 1), { role: 'assistant', content: 'other' })
    const branched = at(id, 1)
    siblingChosen(id, branched, -1)
    expect(said(id)).toHaveLength(4)
    undo(id)
    expect(said(id)).toHaveLength(4)
    redo(id)
    pathChosen(id, branched)
    expect(said(id)).toEqual(['user: one', 'assistant: other'])
  })

  test('cannot be done again once something else has been done', async () => {
    const id = await twoTurns()
    messageMuted(id, at(id, 0), true)
    undo(id)
    messageMuted(id, at(id, 1), true)
    const now = shapeOf(id)
    redo(id)
    expect(shapeOf(id)).toEqual(now)
  })

  test('waits while a reply is written, and nothing is edited then', async () => {
    const id = begin('held')
    const ending = sendText(id, 'one')
    messageMuted(id, at(id, 0), true)
    undo(id)
    expect(said(id)[0]).toBe('user: one')
    expect(treeOf(id)!.messages.get(at(id, 0))).not.toHaveProperty('muted')
    stopRun(id)
    await ending
    await runEnded(id)
    undo(id)
    expect(said(id)).toEqual(['user: one'])
  })

  test('is of one conversation alone', async () => {
    const one = await twoTurns()
    const other = await twoTurns()
    const before = shapeOf(other)
    messageMuted(one, at(one, 0), true)
    messageMuted(other, at(other, 0), true)
    undo(other)
    expect(shapeOf(other)).toEqual(before)
    expect(treeOf(one)!.messages.get(at(one, 0))).toHaveProperty('muted', true)
    undo('nobody')
  })

  test('leaves alone what another tab has done meanwhile', async () => {
    const id = await twoTurns()
    messageRewritten(id, at(id, 0), { role: 'user', content: 'mine' })
    messageMuted(id, at(id, 1), true)
    const others = new BroadcastChannel('parley')
    const heard = new Promise((resolve) => others.addEventListener('message', resolve, { once: true }))
    const known = treeOf(id)!.messages.get(at(id, 1))!
    const news = {
      type: 'changed',
      id,
      change: { put: [{ ...known, content: 'theirs' }], removed: [] },
      base: { put: [known] },
    }
    others.postMessage(news)
    // News that goes the other way comes after what went before it.
    await twoTurns()
    await heard
    others.close()
    expect(treeOf(id)!.messages.get(at(id, 1))).toMatchObject({ content: 'theirs', muted: true })
    undo(id)
    expect(treeOf(id)!.messages.get(at(id, 1))).toMatchObject({ content: 'theirs' })
    expect(treeOf(id)!.messages.get(at(id, 1))).not.toHaveProperty('muted')
    undo(id)
    expect(said(id)[0]).not.toBe('user: mine')
    redo(id)
    redo(id)
    expect(said(id).slice(0, 2)).toEqual(['user: mine', 'assistant: theirs'])
  })

  test('goes 200 steps back', async () => {
    const id = await twoTurns()
    for (let step = 0; step < 203; step++)
      messageRewritten(id, at(id, 0), { role: 'user', content: `words ${step}` })
    for (let step = 0; step < 300; step++) undo(id)
    expect(said(id)[0]).toBe('user: words 2')
  })
})

test('an edit that changes nothing is no step', async () => {
  const id = await twoTurns()
  messageMuted(id, at(id, 0), true)
  roleChanged(id, at(id, 0), 'user')
  messageMoved(id, at(id, 0), 'up')
  messageRemoved(id, 'gone')
  undo(id)
  expect(treeOf(id)!.messages.get(at(id, 0))).not.toHaveProperty('muted')
})
