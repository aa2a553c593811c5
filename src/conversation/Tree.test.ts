import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyChange } from './Change'
import { TOP, childrenOf, chosenChild, pathTo, siblingsOf, toTree, visiblePath } from './Tree'
import { append, descendants, insertAtTop, leafOf, removeBranch, removeOne } from './operations'
import { anyId, anyTree, conversation, message, treeOf, wholeTree } from './fixtures/trees'

const idsOf = (path: readonly { id: string }[]) => path.map(({ id }) => id)

describe('toTree', () => {
  test('loses no message: each stands in one family, under its parent or at the top', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const standing = [...tree.children.values()].flat()
        expect(standing.toSorted()).toEqual([...tree.messages.keys()].toSorted())
        for (const [parent, family] of tree.children)
          for (const id of family) {
            const wanted = tree.messages.get(id)!.parent
            expect(parent).toBe(wanted !== null && tree.messages.has(wanted) ? wanted : null)
          }
      }),
    )
  })

  test('does not depend on the order of the records', () => {
    fc.assert(
      fc.property(anyTree, fc.infiniteStream(fc.nat()), (tree, keys) => {
        const shuffled = [...tree.messages.values()]
          .map((one) => ({ one, key: keys.next().value! }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ one }) => one)
        expect(toTree(tree.conversation, shuffled)).toEqual(tree)
      }),
    )
  })

  test('orders siblings by their order, and ties by id', () => {
    const tree = toTree(conversation, [
      message('d', null, { order: 1 }),
      message('b', null, { order: 2 }),
      message('c', null, { order: 1 }),
      message('a', null, { order: 3 }),
    ])
    expect(childrenOf(tree, null)).toEqual(['c', 'd', 'b', 'a'])
  })
})

describe('the visible path', () => {
  test('begins at the top, goes from child to child and ends at a leaf', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const path = visiblePath(tree)
        let parent: string | null = null
        for (const { id } of path) {
          expect(childrenOf(tree, parent)).toContain(id)
          parent = id
        }
        expect(childrenOf(tree, parent)).toEqual([])
        expect(path.length > 0).toBe(tree.messages.size > 0)
        expect(leafOf(tree)).toBe(path.at(-1)?.id ?? null)
      }),
    )
  })

  test('goes along what is chosen, else along the last sibling', () => {
    const parents = { a: null, b: null, c: 'a', d: 'a', e: 'b' }
    expect(idsOf(visiblePath(treeOf(parents)))).toEqual(['b', 'e'])
    expect(idsOf(visiblePath(treeOf(parents, { [TOP]: 'a' })))).toEqual(['a', 'd'])
    expect(idsOf(visiblePath(treeOf(parents, { [TOP]: 'a', a: 'c' })))).toEqual(['a', 'c'])
  })

  test('does not follow a choice that is no child', () => {
    const parents = { a: null, b: 'a', c: 'a' }
    expect(idsOf(visiblePath(treeOf(parents, { a: 'gone' })))).toEqual(['a', 'c'])
    expect(idsOf(visiblePath(treeOf(parents, { a: 'a' })))).toEqual(['a', 'c'])
    expect(chosenChild(treeOf({}), null)).toBeUndefined()
  })

  test('is found once for a tree', () => {
    const tree = treeOf({ a: null })
    expect(visiblePath(tree)).toBe(visiblePath(tree))
  })
})

describe('pathTo', () => {
  test('of the last message is the visible path', () => {
    fc.assert(
      fc.property(wholeTree, (tree) => {
        expect(pathTo(tree, leafOf(tree))).toEqual(visiblePath(tree))
      }),
    )
  })

  test('ends with the message and follows parents', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const path = pathTo(tree, id)
        if (!tree.messages.has(id)) expect(path).toEqual([])
        else expect(path.at(-1)?.id).toBe(id)
        for (const [at, one] of path.entries()) if (at > 0) expect(one.parent).toBe(path[at - 1]!.id)
      }),
    )
  })

  test('is empty for the top', () => expect(pathTo(treeOf({ a: null }), null)).toEqual([]))

  test('ends also where records point at one another', () => {
    const loop = toTree(conversation, [message('a', 'b'), message('b', 'a')])
    expect(visiblePath(loop).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(pathTo(loop, 'a').length).toBeLessThan(4)
    expect(descendants(loop, 'a').toSorted()).toEqual(['a', 'b'])
  })
})

describe('a message without its parent', () => {
  const orphaned = treeOf({ a: null, b: 'gone', c: 'gone', d: 'b' })

  test('is a sibling of those it stands beside', () => {
    expect(childrenOf(orphaned, null)).toEqual(['a', 'b', 'c'])
    expect(siblingsOf(orphaned, orphaned.messages.get('b')!)).toEqual(['a', 'b', 'c'])
  })
})

describe('a tree of 10,000 messages', () => {
  const size = 10_000
  const name = (at: number) => `m${String(at).padStart(5, '0')}`
  const chain = toTree(
    conversation,
    Array.from({ length: size }, (_, at) => message(name(at), at === 0 ? null : name(at - 1))),
  )
  const fan = toTree(
    conversation,
    Array.from({ length: size }, (_, order) => message(name(order), null, { order })),
  )
  const stamp = { id: 'new', created: 3 }
  const words = { role: 'user', content: 'x' } as const

  test('in a chain is walked to its end', () => {
    expect(visiblePath(chain)).toHaveLength(size)
    expect(pathTo(chain, name(size - 1))).toHaveLength(size)
    expect(descendants(chain, name(0))).toHaveLength(size)
  })

  test('in a chain takes every operation', () => {
    expect(visiblePath(applyChange(chain, append(chain, leafOf(chain), words, stamp))).at(-1)?.id).toBe('new')
    expect(visiblePath(applyChange(chain, insertAtTop(chain, words, stamp)))).toHaveLength(size + 1)
    const without = applyChange(chain, removeOne(chain, name(5000)))
    expect(visiblePath(without)).toHaveLength(size - 1)
    expect(visiblePath(without)[5000]?.id).toBe(name(5001))
    expect(applyChange(chain, removeBranch(chain, name(1))).messages.size).toBe(1)
  })

  test('side by side takes every operation', () => {
    expect(visiblePath(fan).map(({ id }) => id)).toEqual([name(size - 1)])
    const grown = applyChange(fan, append(fan, null, words, stamp))
    expect(childrenOf(grown, null)).toHaveLength(size + 1)
    expect(childrenOf(grown, null).at(-1)).toBe('new')
    const under = applyChange(fan, insertAtTop(fan, words, stamp))
    expect(childrenOf(under, 'new')).toEqual(childrenOf(fan, null))
    expect(childrenOf(applyChange(fan, removeOne(fan, name(0))), null)).toHaveLength(size - 1)
    expect(descendants(under, 'new')).toHaveLength(size + 1)
  })
})
