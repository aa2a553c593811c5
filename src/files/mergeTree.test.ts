import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyChange } from '../conversation/Change'
import { conversation, message, treeOf, wholeTree } from '../conversation/fixtures/trees'
import { toTree, visiblePath } from '../conversation/Tree'
import { hasUsableIds, withFreshIds } from './freshIds'
import { mergeTree } from './mergeTree'

const ours = treeOf({ a: null, b: 'a', c: 'b' })
const idsInView = (tree: typeof ours) => visiblePath(tree).map(({ id }) => id)

test('what is here already is seen to be, also where it has gone on since', () => {
  expect(mergeTree(ours, ours)).toEqual({ kind: 'here' })
  expect(mergeTree(ours, treeOf({ a: null, b: 'a' }))).toEqual({ kind: 'here' })
})

test('further messages are put in, and what is in view stays', () => {
  const theirs = treeOf({ a: null, b: 'a', d: 'b', e: 'd', f: null })
  const merging = mergeTree(ours, theirs)
  if (merging.kind !== 'merge') throw new Error(merging.kind)
  const merged = applyChange(ours, merging.change)
  expect([...merged.messages.keys()].toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  expect(idsInView(merged)).toEqual(['a', 'b', 'c'])
  expect(merged.children.get('b')).toEqual(['c', 'd'])
  const goesOn = mergeTree(ours, treeOf({ a: null, b: 'a', c: 'b', d: 'c' }))
  if (goesOn.kind !== 'merge') throw new Error(goesOn.kind)
  expect(idsInView(applyChange(ours, goesOn.change))).toEqual(['a', 'b', 'c', 'd'])
})

test('where a message has other words here, the conversation can only stand beside ours', () => {
  const theirs = toTree(conversation, [
    message('a'),
    message('b', 'a', { content: 'other' }),
    message('x', 'b'),
  ])
  expect(mergeTree(ours, theirs)).toEqual({ kind: 'copy' })
})

test('whatever is merged, nothing of ours is altered', () => {
  fc.assert(
    fc.property(wholeTree, wholeTree, (one, other) => {
      const merging = mergeTree(one, other)
      if (merging.kind !== 'merge') return
      const merged = applyChange(one, merging.change)
      for (const [id, record] of one.messages) expect(merged.messages.get(id)).toBe(record)
      expect(visiblePath(merged).slice(0, visiblePath(one).length)).toEqual(visiblePath(one))
      expect(mergeTree(merged, other)).toEqual({ kind: 'here' })
    }),
  )
})

test('a copy says the same under other ids', () => {
  fc.assert(
    fc.property(wholeTree, (tree) => {
      let count = 0
      const copy = withFreshIds(tree, () => `n${count++}`)
      expect(hasUsableIds(copy)).toBe(true)
      expect(visiblePath(copy).map(({ content }) => content)).toEqual(
        visiblePath(tree).map(({ content }) => content),
      )
      expect(copy.messages.size).toBe(tree.messages.size)
      for (const { id } of copy.messages.values()) expect(tree.messages.has(id)).toBe(false)
    }),
  )
})

test.each(['top', '__proto__', 'constructor', 'a b', '', '../x'])(
  '%j is no id to keep a message under',
  (id) => {
    expect(hasUsableIds(toTree(conversation, [message(id)]))).toBe(false)
  },
)
