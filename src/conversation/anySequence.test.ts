import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, invertChange } from './Change'
import { type Tree, childrenOf, toTree, visiblePath } from './Tree'
import { anyTree, conversation, message } from './fixtures/trees'
import { operations } from './fixtures/operations'
import { choosePath, descendants } from './operations'
import { outlineOf } from './outline'
import { forkPath } from './rearrange'
import { toRequestMessages } from './toRequestMessages'

interface Step {
  operation: string
  at: number
}

const steps = fc.array(fc.record({ operation: fc.constantFrom(...Object.keys(operations)), at: fc.nat() }), {
  minLength: 1,
  maxLength: 12,
})

/** The trees from step to step, each with the change that leads to it. */
function* playing(before: Tree, sequence: readonly Step[]) {
  let tree = before
  for (const [count, { operation, at }] of sequence.entries()) {
    const ids = [...tree.messages.keys()]
    const id = ids[at % Math.max(1, ids.length)] ?? 'gone'
    const change = operations[operation]!(tree, id, { id: `n${count}`, created: count })
    const after = applyChange(tree, change)
    yield { before: tree, change, after }
    tree = after
  }
}

describe('a sequence of operations', () => {
  test('is undone exactly, step by step, and done again', () => {
    fc.assert(
      fc.property(anyTree, steps, (tree, sequence) => {
        const played = [...playing(tree, sequence)]
        let now = played.at(-1)!.after
        const redo: Change[] = []
        for (const { before, change, after } of played.toReversed()) {
          expect(now).toEqual(after)
          const back = invertChange(before, change)
          redo.push(invertChange(now, back))
          now = applyChange(now, back)
          expect(now).toEqual(before)
        }
        expect(now).toEqual(tree)
        for (const again of redo.toReversed()) now = applyChange(now, again)
        expect(now).toEqual(played.at(-1)!.after)
      }),
      { numRuns: 500 },
    )
  })

  test('leaves a tree that its records make, every message in one place', () => {
    fc.assert(
      fc.property(anyTree, steps, (tree, sequence) => {
        const { after } = [...playing(tree, sequence)].at(-1)!
        expect(after).toEqual(toTree(after.conversation, after.messages.values()))
        const lines = outlineOf(after).map(({ message: { id } }) => id)
        expect(lines.toSorted()).toEqual([...after.messages.keys()].toSorted())
      }),
      { numRuns: 500 },
    )
  })

  test('sends the path that is seen, without what is muted', () => {
    fc.assert(
      fc.property(anyTree, steps, (tree, sequence) => {
        for (const { after } of playing(tree, sequence)) {
          const path = visiblePath(after)
          expect(toRequestMessages(path)).toEqual(
            path.filter(({ muted }) => !muted).map(({ role, content }) => ({ role, content })),
          )
        }
      }),
    )
  })

  test('never says twice what stands in one message, nor names one twice in a change', () => {
    fc.assert(
      fc.property(anyTree, steps, (tree, sequence) => {
        for (const { change, after } of playing(tree, sequence)) {
          const named = [...change.put.map(({ id }) => id), ...change.removed]
          expect(new Set(named).size).toBe(named.length)
          const path = visiblePath(after).map(({ id }) => id)
          expect(new Set(path).size).toBe(path.length)
        }
      }),
    )
  })
})

describe('10,000 messages', () => {
  const size = 10_000
  const name = (at: number) => `m${String(at).padStart(5, '0')}`
  const grown = (parentOf: (at: number) => number | null) =>
    toTree(
      conversation,
      Array.from({ length: size }, (_, at) => {
        const parent = parentOf(at)
        return message(name(at), parent === null ? null : name(parent), { order: at })
      }),
    )
  // A small generator of its own, so that the shape is the same every time.
  let seed = 1
  const random = (below: number) => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed % below
  }
  const shapes: Record<string, Tree> = {
    'in a chain': grown((at) => (at === 0 ? null : at - 1)),
    'side by side': grown(() => null),
    'under one': grown((at) => (at === 0 ? null : 0)),
    'at random': grown((at) => (at === 0 ? null : random(at))),
    'in long branches': grown((at) => (at === 0 ? null : at % 100 === 0 ? random(at) : at - 1)),
  }
  /** How many messages an operation adds; what it removes is counted by `descendants`. */
  const added: Record<string, number> = {
    append: 1,
    'append at the end': 1,
    branch: 1,
    insertAtTop: 1,
    insertBefore: 1,
    insertAfter: 1,
    removeOne: -1,
  }

  describe.each(Object.entries(shapes))('%s', (_shape, tree) => {
    const middle = name(size / 2)

    test.each(Object.keys(operations))('take %s, and take it back', (operation) => {
      const change = operations[operation]!(tree, middle, { id: 'new', created: 9 })
      const after = applyChange(tree, change)
      const copies = operation.startsWith('move') && change.put.some(({ id }) => id === 'new') ? 1 : 0
      const lost = operation === 'removeBranch' ? descendants(tree, middle).length : 0
      expect(after.messages.size).toBe(size + (added[operation] ?? 0) + copies - lost)
      const back = applyChange(after, invertChange(tree, change))
      expect(back.messages.size).toBe(size)
      expect(visiblePath(back).length).toBe(visiblePath(tree).length)
    })

    test('are outlined, each once', () => {
      const lines = outlineOf(tree)
      expect(new Set(lines.map(({ message: { id } }) => id)).size).toBe(size)
    })

    test('are brought on screen and forked, whichever it is', () => {
      for (const id of [name(0), middle, name(size - 1)]) {
        const shown = applyChange(tree, choosePath(tree, id))
        expect(visiblePath(shown).some((one) => one.id === id)).toBe(true)
      }
      let count = 0
      const fork = forkPath(tree, name(size - 1), { id: 'fork', title: '', created: 1 }, () => `f${count++}`)
      const copy = toTree(fork.conversation!, fork.put)
      expect(visiblePath(copy)).toHaveLength(fork.put.length)
    })
  })

  test('of one thread choose nothing where there is nothing to choose', () => {
    const chain = shapes['in a chain']!
    expect(choosePath(chain, name(size - 1)).conversation).toBeUndefined()
    expect(childrenOf(chain, name(size - 1))).toEqual([])
  })
})
