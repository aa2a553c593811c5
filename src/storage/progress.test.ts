import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothing } from '../conversation/Change'
import type { Message } from '../conversation/Message'
import { type Tree, toTree } from '../conversation/Tree'
import { conversation, message } from '../conversation/fixtures/trees'
import { newId } from '../conversation/newId'
import { loadTree, removeConversations, saveChange } from './conversations'
import { database } from './database'
import { createProgress, joinLogprobs } from './progress'

const run = { id: 'r', choice: 0, endpoint: '', model: null, parameters: {}, started: 1 }

async function withMessages(count: number): Promise<Tree> {
  const id = newId()
  const messages = Array.from({ length: count }, (_, order) => ({
    ...message(newId(), null, { order, status: 'streaming', run }),
    conversation: id,
  }))
  const tree = toTree({ ...conversation, id }, messages)
  await saveChange({ conversation: tree.conversation, put: messages, removed: [] })
  return tree
}

const tokens = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ token: `${at}`, logprob: -at, bytes: [] }))
const pieces = async () => (await database()).getAll('logprobs')

describe('progress', () => {
  test('is written over what was there', async () => {
    const tree = await withMessages(2)
    const last = [...tree.messages.values()].at(-1)!
    const grown: Message = { ...last, content: 'more words' }
    await createProgress()([grown])
    expect((await loadTree(tree.conversation.id))?.messages.get(last.id)).toEqual(grown)
  })

  test('does not bring back a message that was removed, and still keeps the others', async () => {
    const tree = await withMessages(2)
    const [first, last] = [...tree.messages.values()]
    if (!first || !last) throw new Error('two messages were made')
    await saveChange({ ...nothing, removed: [last.id] })
    await createProgress()([
      { ...last, content: 'late', logprobs: { content: tokens(1) } },
      { ...first, content: 'grown' },
    ])
    const found = await loadTree(tree.conversation.id)
    expect([...found!.messages.values()]).toEqual([{ ...first, content: 'grown' }])
    expect(await pieces()).toEqual([])
  })

  test('does not bring back a conversation that was removed', async () => {
    const tree = await withMessages(1)
    await removeConversations([tree.conversation.id])
    await createProgress()([...tree.messages.values()])
    await saveChange({ ...nothing, conversation: tree.conversation })
    expect((await loadTree(tree.conversation.id))?.messages.size).toBe(0)
  })
})

describe('log probabilities', () => {
  test('are written once each, loaded whole, and let go when the message is at rest', async () => {
    const tree = await withMessages(1)
    const [live] = tree.messages.values()
    const keep = createProgress()
    const list = tokens(1)
    const grown = { ...live!, logprobs: { content: list } }
    await keep([grown])
    list.push(...tokens(4).slice(1))
    await keep([grown])
    await keep([{ ...grown, content: 'only words' }])
    const kept = await pieces()
    expect(kept.map(({ logprobs }) => logprobs.content?.length)).toEqual([1, 3])
    expect(await (await database()).get('messages', live!.id)).not.toHaveProperty('logprobs')
    const loaded = (await loadTree(tree.conversation.id))!.messages.get(live!.id)
    expect(loaded).toEqual({ ...grown, content: 'only words' })

    const done: Message = { ...grown, status: 'done' }
    await saveChange({ ...nothing, put: [done] })
    expect(await pieces()).toEqual([])
    expect((await loadTree(tree.conversation.id))!.messages.get(live!.id)).toEqual(done)
  })

  test('go with their conversation', async () => {
    const tree = await withMessages(1)
    const [live] = tree.messages.values()
    await createProgress()([{ ...live!, logprobs: { content: tokens(2) } }])
    await removeConversations([tree.conversation.id])
    expect(await pieces()).toEqual([])
  })

  test('join to what was cut, however it was, also where one piece was written twice', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.array(fc.nat(30)), (count, cuts) => {
        const list = tokens(count)
        let end = 0
        const cut = [...cuts.map((at) => Math.min(at, count)), count].map((to, at) => {
          const from = Math.min(to, end)
          end = Math.max(end, to)
          return {
            message: 'm',
            count: at,
            from: { content: from },
            logprobs: { content: list.slice(from, end) },
          }
        })
        expect(joinLogprobs(cut)).toEqual(count ? { content: list } : {})
      }),
    )
  })
})
