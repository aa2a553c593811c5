import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, applyChange } from './Change'
import { stepBack, takeStep } from './Step'
import { type Tree, TOP, childrenOf, pathTo, visiblePath } from './Tree'
import { anyTree, treeOf } from './fixtures/trees'
import { append, branch, choose, removeBranch, removeOne, rewrite } from './operations'

const operations: ((tree: Tree, id: string) => Change)[] = [
  (tree, id) => append(tree, id, { role: 'user', content: 'new' }, { id: 'new', created: 1 }),
  (tree, id) => branch(tree, id, 'new', { id: 'new', created: 1 }),
  (tree, id) => rewrite(tree, id, 'new'),
  removeOne,
  removeBranch,
]
const anyOperation = fc.constantFrom(...operations)
const nth = (tree: Tree, at: number) =>
  [...tree.messages.keys()][at % Math.max(1, tree.messages.size)] ?? 'gone'

test('taking a step back leaves every choice that it neither made nor has to pass', () => {
  fc.assert(
    fc.property(
      anyTree,
      anyOperation,
      fc.nat(),
      fc.array(fc.nat(), { maxLength: 5 }),
      (tree, operate, at, turns) => {
        const change = operate(tree, nth(tree, at))
        const back = stepBack(tree, change)
        let now = applyChange(tree, change)
        for (const turn of turns) now = applyChange(now, choose(now, nth(now, turn)))
        const after = applyChange(now, takeStep(now, back))

        expect(after.messages).toEqual(tree.messages)
        const touched = [...change.put.map(({ id }) => id), ...change.removed]
        const passed = touched.flatMap((id) => pathTo(tree.messages.has(id) ? tree : now, id))
        const keys = new Set([
          TOP,
          ...Object.keys(back.chosen),
          ...passed.flatMap(({ id, parent }) => (parent === null ? [id] : [id, parent])),
        ])
        const untouched = ({ conversation: { chosen } }: Tree) =>
          Object.fromEntries(Object.entries(chosen).filter(([key]) => !keys.has(key)))
        expect(untouched(after)).toEqual(untouched(now))
      },
    ),
    { numRuns: 500 },
  )
})

test('a step taken back and taken again, with nothing between, is exact', () => {
  fc.assert(
    fc.property(anyTree, anyOperation, fc.nat(), (tree, operate, at) => {
      // What is done on screen is done on the visible path.
      const path = visiblePath(tree)
      const seen = path[at % Math.max(1, path.length)]?.id ?? 'gone'
      if (!tree.messages.get(seen)) return
      const change = operate(tree, seen)
      const after = applyChange(tree, change)
      const undo = takeStep(after, stepBack(tree, change))
      const undone = applyChange(after, undo)
      expect(visiblePath(undone)).toEqual(visiblePath(tree))
      const redone = applyChange(undone, takeStep(undone, stepBack(after, undo)))
      expect(redone.messages).toEqual(after.messages)
      expect(visiblePath(redone)).toEqual(visiblePath(after))
    }),
    { numRuns: 500 },
  )
})

test('a sibling switched since stays, and what is undone is in sight', () => {
  const tree = treeOf(
    { q1: null, q2: null, a1: 'q1', b1: 'q1', a2: 'q2', b2: 'q2' },
    { [TOP]: 'q1', q1: 'a1' },
  )
  const change = rewrite(tree, 'a1', 'other')
  let now = applyChange(tree, change)
  now = applyChange(now, choose(now, 'a2'))
  now = applyChange(now, choose(now, 'q2'))
  const after = applyChange(now, takeStep(now, stepBack(tree, change)))
  expect(visiblePath(after).map(({ content }) => content)).toEqual(['q1', 'a1'])
  expect(after.conversation.chosen['q2']).toBe('a2')
  expect(childrenOf(after, 'q1')).toEqual(['a1', 'b1'])
})
