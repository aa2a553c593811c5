import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, both, invertChange, nothing } from './Change'
import { toTree } from './Tree'
import { anyChange, anyTree, conversation, message, treeOf } from './fixtures/trees'

const put = (...messages: Change['put']): Change => ({ put: messages, removed: [] })

describe('applyChange', () => {
  test('gives the tree that the resulting records make', () => {
    fc.assert(
      fc.property(anyTree, anyChange, (tree, change) => {
        const records = new Map(tree.messages)
        for (const id of change.removed) records.delete(id)
        for (const one of change.put) records.set(one.id, one)
        expect(applyChange(tree, change)).toEqual(
          toTree(change.conversation ?? tree.conversation, records.values()),
        )
      }),
      { numRuns: 1000 },
    )
  })

  test('leaves the tree before it as it was', () => {
    fc.assert(
      fc.property(anyTree, anyChange, (tree, change) => {
        const copy = structuredClone(tree)
        applyChange(tree, change)
        expect(tree).toEqual(copy)
      }),
    )
  })

  test('keeps the identity of every message that it does not name', () => {
    fc.assert(
      fc.property(anyTree, anyChange, (tree, change) => {
        const named = new Set([...change.removed, ...change.put.map(({ id }) => id)])
        const after = applyChange(tree, change)
        for (const [id, before] of tree.messages)
          if (!named.has(id)) expect(after.messages.get(id)).toBe(before)
      }),
    )
  })

  test('keeps every family where only the words change', () => {
    const tree = treeOf({ a: null, b: 'a' })
    const after = applyChange(tree, put({ ...tree.messages.get('b')!, content: 'other' }))
    expect(after.children).toBe(tree.children)
    expect(after.messages.get('b')?.content).toBe('other')
  })

  test('keeps messages and families where only the conversation changes', () => {
    const tree = treeOf({ a: null })
    const after = applyChange(tree, { ...nothing, conversation: { ...conversation, title: 'Other' } })
    expect(after).toEqual({ ...tree, conversation: { ...conversation, title: 'Other' } })
    expect(after.messages).toBe(tree.messages)
  })

  test('gives a message that waited at the top to its parent when that is born', () => {
    const tree = treeOf({ b: 'a' })
    expect(tree.children.get(null)).toEqual(['b'])
    const after = applyChange(tree, put(message('a')))
    expect(after.children.get(null)).toEqual(['a'])
    expect(after.children.get('a')).toEqual(['b'])
  })

  test('puts what has no parent at the top, and no longer where it was', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'b' })
    const after = applyChange(tree, { put: [], removed: ['a'] })
    expect(after.children.get(null)).toEqual(['b'])
    expect(after.children.get('b')).toEqual(['c'])
    expect(after.children.has('a')).toBe(false)
  })
})

describe('invertChange', () => {
  test('restores exactly', () => {
    fc.assert(
      fc.property(anyTree, anyChange, (tree, change) => {
        const after = applyChange(tree, change)
        expect(applyChange(after, invertChange(tree, change))).toEqual(tree)
      }),
      { numRuns: 1000 },
    )
  })

  test('of an inverse is the change again', () => {
    fc.assert(
      fc.property(anyTree, anyChange, (tree, change) => {
        const after = applyChange(tree, change)
        const undo = invertChange(tree, change)
        const redo = invertChange(after, undo)
        expect(applyChange(applyChange(after, undo), redo)).toEqual(after)
      }),
    )
  })

  test('brings back the very same records', () => {
    const tree = treeOf({ a: null, b: 'a' })
    const change: Change = { put: [message('c')], removed: ['b'] }
    const undone = applyChange(applyChange(tree, change), invertChange(tree, change))
    expect(undone.messages.get('b')).toBe(tree.messages.get('b'))
    expect(undone.messages.has('c')).toBe(false)
  })
})

describe('both', () => {
  test('is the one and then the other', () => {
    fc.assert(
      fc.property(anyTree, anyChange, anyChange, (tree, one, other) => {
        expect(applyChange(tree, both(one, other))).toEqual(applyChange(applyChange(tree, one), other))
      }),
      { numRuns: 1000 },
    )
  })

  test('names each message once, so that the order of writing does not matter', () => {
    fc.assert(
      fc.property(anyChange, anyChange, (one, other) => {
        const { put, removed } = both(one, other)
        const named = [...put.map(({ id }) => id), ...removed]
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })

  test('with nothing is the same', () => {
    fc.assert(
      fc.property(anyChange, (change) => {
        expect(both(change, nothing)).toEqual(change)
        expect(both(nothing, change)).toEqual(change)
      }),
    )
  })
})
