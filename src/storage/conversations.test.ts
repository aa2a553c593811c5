import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { openDB } from 'idb'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, nothing } from '../conversation/Change'
import type { Message } from '../conversation/Message'
import { type Conversation, type Tree, toTree } from '../conversation/Tree'
import { newId } from '../conversation/newId'
import { append, insertAtTop, removeOne, rewrite } from '../conversation/operations'
import {
  loadConversations,
  loadTree,
  loadTrees,
  removeConversations,
  saveChange,
  saveWhole,
} from './conversations'
import { loadDrafts, saveDraft } from './drafts'

/** A conversation that no other test knows. */
const fresh = (): Tree =>
  toTree(
    {
      id: newId(),
      title: 'Title',
      named: true,
      created: 1,
      updated: 2,
      endpoint: 'built-in',
      parameters: { temperature: 0, stop: ['\n'] },
      extraBody: { deep: [1, { null: null }] },
      chosen: {},
    },
    [],
  )

const stamp = () => ({ id: newId(), created: 3 })

/** Applies a change in memory and in storage. */
async function kept(tree: Tree, change: Change): Promise<Tree> {
  await saveChange(change)
  return applyChange(tree, change)
}

const add = (tree: Tree, parent: string | null, facts: Partial<Message> = {}) =>
  append(tree, parent, { role: 'user', content: 'words', ...facts }, stamp())

async function withMessages(count: number): Promise<Tree> {
  let tree = fresh()
  for (let at = 0; at < count; at++)
    tree = await kept(tree, add(tree, [...tree.messages.keys()].at(-1) ?? null))
  return tree
}

describe('what is saved', () => {
  test('is loaded again, with every field as it was', async () => {
    const full: Partial<Message> = {
      role: 'assistant',
      content: [{ type: 'text', text: '👩‍👧 \ud83d' }],
      status: 'failed',
      refusal: 'No.',
      reasoning: 'hm',
      tool_calls: [{ index: 0, id: 'call', function: { name: 'clock', arguments: '{' } }],
      logprobs: { content: [{ token: 'a', logprob: -1, bytes: [97] }] },
      extra: { odd: [null, { deep: true }] },
      error: { kind: 'cut-off', message: 'cut', status: 200 },
      run: {
        id: 'r',
        choice: 1,
        endpoint: 'e',
        model: null,
        parameters: { n: 2 },
        started: 1,
        firstToken: 2,
      },
    }
    const empty = fresh()
    const tree = await kept(empty, add(empty, null, full))
    expect(await loadTree(tree.conversation.id)).toEqual(tree)
  })

  test('is the tree after any change', async () => {
    const steps = fc.array(fc.tuple(fc.constantFrom('append', 'remove', 'top', 'rewrite'), fc.nat()), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        let tree = fresh()
        tree = await kept(tree, { ...nothing, conversation: tree.conversation })
        for (const [step, pick] of taken) {
          const ids = [...tree.messages.keys()]
          const id = ids[pick % ids.length] ?? 'none'
          const words = { role: 'system', content: 'top' } as const
          const changes: Record<typeof step, () => Change> = {
            append: () => add(tree, ids.length > 0 ? id : null),
            remove: () => removeOne(tree, id),
            top: () => insertAtTop(tree, words, stamp()),
            rewrite: () => rewrite(tree, id, 'other'),
          }
          tree = await kept(tree, changes[step]())
        }
        expect(await loadTree(tree.conversation.id)).toEqual(tree)
      }),
      { numRuns: 40 },
    )
  })

  test('is listed without its messages', async () => {
    const tree = await withMessages(2)
    const listed = (await loadConversations()).find(({ id }) => id === tree.conversation.id)
    expect(listed).toEqual(tree.conversation)
  })

  test('stays apart from other conversations', async () => {
    const [one, other] = [await withMessages(2), await withMessages(3)]
    expect(await loadTree(one.conversation.id)).toEqual(one)
    expect(await loadTree(other.conversation.id)).toEqual(other)
  })

  test('is undefined for an id that nobody has', async () => {
    expect(await loadTree('nobody')).toBeUndefined()
  })

  test('is all of a change or nothing', async () => {
    const tree = await withMessages(1)
    const change = add(tree, null)
    const renamed: Conversation = { ...tree.conversation, title: 'Other' }
    // A function cannot be stored.
    const broken = { ...change.put[0]!, extra: { run: () => {} } }
    await expect(
      saveChange({ ...change, conversation: renamed, put: [change.put[0]!, broken] }),
    ).rejects.toThrow(/clone/)
    expect(await loadTree(tree.conversation.id)).toEqual(tree)
  })
})

describe('removing a conversation', () => {
  test('removes its messages and its draft, and nothing of others', async () => {
    const [gone, stays] = [await withMessages(3), await withMessages(2)]
    await saveDraft(gone.conversation.id, 'half')
    await saveDraft(`${gone.conversation.id} edit a`, 'half')
    await saveDraft(stays.conversation.id, 'whole')
    await removeConversations([gone.conversation.id])
    expect(await loadTree(gone.conversation.id)).toBeUndefined()
    expect(await loadTree(stays.conversation.id)).toEqual(stays)
    const drafts = await loadDrafts()
    expect(drafts).not.toHaveProperty(gone.conversation.id)
    expect(drafts[stays.conversation.id]).toBe('whole')
    // Nothing is left under its id should it come again.
    await saveChange({ ...nothing, conversation: gone.conversation })
    expect((await loadTree(gone.conversation.id))?.messages.size).toBe(0)
  })

  test('removes many, or all, and nothing of those between them', async () => {
    const trees = await Promise.all(Array.from({ length: 130 }, () => withMessages(2)))
    const [gone, stay] = [trees.filter((_tree, at) => at % 3), trees.filter((_tree, at) => at % 3 === 0)]
    const byId = (one: Tree, other: Tree) => (one.conversation.id < other.conversation.id ? -1 : 1)
    const ids = (some: readonly Tree[]) => some.map(({ conversation }) => conversation.id)
    expect(await loadTrees([...ids(trees), 'nobody'])).toEqual(trees.toSorted(byId))
    await removeConversations(ids(gone))
    expect(await loadTrees(ids(trees))).toEqual(stay.toSorted(byId))
    await removeConversations((await loadConversations()).map(({ id }) => id))
    expect(await loadConversations()).toEqual([])
    await saveWhole(stay.map(({ conversation }) => ({ conversation, messages: [] })))
    expect((await loadTrees(ids(stay))).every(({ messages }) => messages.size === 0)).toBe(true)
  })

  test('removes only what was named, also where conversations of messages are missing', async () => {
    const database = await openDB('parley')
    const some = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(some, fc.func(fc.boolean()), fc.func(fc.boolean()), async (ids, isHead, isGone) => {
        const stores = ['conversations', 'messages', 'flights'] as const
        const cleared = database.transaction(stores, 'readwrite')
        for (const store of stores) await cleared.objectStore(store).clear()
        for (const id of ids) {
          const { conversation } = fresh()
          if (isHead(id)) await cleared.objectStore('conversations').put({ ...conversation, id })
          for (const at of [0, 1])
            await cleared.objectStore('messages').put({ id: `${at} ${id}`, conversation: id })
          await cleared
            .objectStore('flights')
            .put({ run: id, strand: 0, started: 1, size: 1, conversation: id })
        }
        await cleared.done
        await removeConversations(ids.filter((id) => isGone(id)))
        const stay = ids.filter((id) => !isGone(id))
        expect(new Set(await database.getAllKeys('conversations'))).toEqual(
          new Set(stay.filter((id) => isHead(id))),
        )
        const both = stay.flatMap((id) => [`0 ${id}`, `1 ${id}`])
        expect(new Set(await database.getAllKeys('messages'))).toEqual(new Set(both))
        const flights: { run: string }[] = await database.getAll('flights')
        expect(new Set(flights.map(({ run }) => run))).toEqual(new Set(stay))
      }),
      { numRuns: 50 },
    )
    database.close()
  })

  test('that is not there does nothing', async () => {
    const before = await loadConversations()
    await removeConversations(['nobody'])
    expect(await loadConversations()).toEqual(before)
  })
})
