import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Tree, childrenOf, placeUnder, siblingsOf } from './Tree'
import { anyTree, treeOf } from './fixtures/trees'
import { outlineOf } from './outline'

const drawn = (tree: Tree) =>
  outlineOf(tree).map(
    ({ message: { id }, depth, place, count }) =>
      `${'  '.repeat(depth)}${id}${count > 1 ? ` ${place}/${count}` : ''}`,
  )

describe('the outline', () => {
  test('of a thread without branches stays at the edge', () => {
    expect(drawn(treeOf({ a: null, b: 'a', c: 'b' }))).toEqual(['a', 'b', 'c'])
    expect(drawn(treeOf({}))).toEqual([])
  })

  test('indents what follows a branching, each branch whole before the next', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'b', e: 'b', f: 'c', g: 'f' })
    expect(drawn(tree)).toEqual(['a', '  b 1/2', '    d 1/2', '    e 2/2', '  c 2/2', '  f', '  g'])
  })

  test('begins with branches where the top has several', () => {
    expect(drawn(treeOf({ a: null, b: null, c: 'gone' }))).toEqual(['  a 1/3', '  b 2/3', '  c 3/3'])
  })

  test('lists every message once, after the one it follows', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const lines = outlineOf(tree)
        const ids = lines.map(({ message: { id } }) => id)
        expect(ids.toSorted()).toEqual([...tree.messages.keys()].toSorted())
        for (const [at, { message }] of lines.entries()) {
          const parent = placeUnder(tree, message.parent)
          if (parent !== null) expect(ids.indexOf(parent)).toBeLessThan(at)
        }
      }),
    )
  })

  test('knows the place of each message, and how many branchings lead to it', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        for (const { message, depth, place, count } of outlineOf(tree)) {
          const family = siblingsOf(tree, message)
          expect([family[place - 1], count]).toEqual([message.id, family.length])
          let branchings = 0
          for (let at: string | null = message.id; at !== null;) {
            const parent: string | null = placeUnder(tree, tree.messages.get(at)!.parent)
            if (childrenOf(tree, parent).length > 1) branchings++
            at = parent
          }
          expect(depth).toBe(branchings)
        }
      }),
    )
  })
})
