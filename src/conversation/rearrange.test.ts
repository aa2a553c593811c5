import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, invertChange, nothing } from './Change'
import type { Message } from './Message'
import {
  TOP,
  type Tree,
  childrenOf,
  chosenChild,
  pathTo,
  placeUnder,
  siblingsOf,
  toTree,
  visiblePath,
} from './Tree'
import { anyId, anyTree, conversation, message, treeOf } from './fixtures/trees'
import { choosePath } from './operations'
import { changeRole, forkPath, insertAfter, insertBefore, moveDown, moveUp, mute } from './rearrange'

const stamp = { id: 'new', created: 9 }
const words = { role: 'assistant', content: 'words' } as const

type Path = readonly string[]
const idsOf = (messages: readonly Message[]): Path => messages.map(({ id }) => id)
const seen = (tree: Tree) => idsOf(visiblePath(tree))

/** Every path from the top to a leaf, in the order of an outline. */
function pathsOf(tree: Tree): Path[] {
  const found: Path[] = []
  const stack: Path[] = childrenOf(tree, null)
    .toReversed()
    .map((id) => [id])
  for (let path = stack.pop(); path; path = stack.pop()) {
    const next = childrenOf(tree, path.at(-1)!)
    if (!next.length) found.push(path)
    for (const id of next.toReversed()) stack.push([...path, id])
  }
  return found
}

const inOrder = (paths: readonly Path[]) => paths.map((path) => path.join(' ')).toSorted()

/** What would be on screen if this message were brought there. */
const seenThrough = (tree: Tree, id: string) => seen(applyChange(tree, choosePath(tree, id)))

/** The message before another one, if it is there. */
const parentIn = (tree: Tree, id: string) => {
  const at = tree.messages.get(id)
  return at ? (placeUnder(tree, at.parent) ?? undefined) : undefined
}

/** Two neighbours change places; the one that was lowered may be a copy. */
const swapped = (tree: Tree, lower: string | undefined) => {
  const upper = lower === undefined ? undefined : parentIn(tree, lower)
  if (lower === undefined || upper === undefined) return (path: Path) => path
  const lowered = childrenOf(tree, upper).length > 1 ? stamp.id : upper
  return (path: Path) => {
    const at = path.indexOf(lower)
    return at < 1 ? path : [...path.slice(0, at - 1), lower, lowered, ...path.slice(at + 1)]
  }
}

interface Operation {
  change: (tree: Tree, id: string) => Change
  /** What becomes of a path, by the description of the operation and not by its code. */
  path: (tree: Tree, id: string) => (path: Path) => Path
  /** The fields of the named message that may change. */
  fields?: (keyof Message)[]
}

const around = (id: string, put: string[]) => (path: Path) => path.flatMap((at) => (at === id ? put : [at]))
const same = () => (path: Path) => path

const operations: Record<string, Operation> = {
  changeRole: {
    change: (tree, id) => changeRole(tree, id, 'tool'),
    path: same,
    fields: ['role', 'tool_calls', 'tool_call_id'],
  },
  mute: { change: (tree, id) => mute(tree, id, true), path: same, fields: ['muted'] },
  insertBefore: {
    change: (tree, id) => insertBefore(tree, id, words, stamp),
    path: (_tree, id) => around(id, [stamp.id, id]),
  },
  insertAfter: {
    change: (tree, id) => insertAfter(tree, id, words, stamp),
    path: (_tree, id) => around(id, [id, stamp.id]),
  },
  moveUp: { change: (tree, id) => moveUp(tree, id, stamp), path: (tree, id) => swapped(tree, id) },
  moveDown: {
    change: (tree, id) => moveDown(tree, id, stamp),
    path: (tree, id) => swapped(tree, chosenChild(tree, id)),
  },
}

/** What a message says, whatever its place; without the fields that may have changed. */
const said = (one: Message, changed: readonly string[]) =>
  Object.entries(one).filter(([field]) => !['parent', 'order', ...changed].includes(field))

describe.each(Object.entries(operations))('%s', (name, { change, path, fields = [] }) => {
  test('makes of every path what it is to make of it, and of no other path anything', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const after = pathsOf(applyChange(tree, change(tree, id)))
        const expected = pathsOf(tree).map(path(tree, id))
        if (name.startsWith('move')) expect(inOrder(after)).toEqual(inOrder(expected))
        else expect(after).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('keeps what is seen, but for what it names', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        expect(seen(applyChange(tree, change(tree, id)))).toEqual(path(tree, id)(seen(tree)))
      }),
      { numRuns: 500 },
    )
  })

  test('keeps also what was chosen out of sight', () => {
    fc.assert(
      fc.property(anyTree, anyId, anyId, (tree, id, through) => {
        fc.pre(tree.messages.has(through))
        const after = applyChange(tree, change(tree, id))
        const before = seenThrough(tree, through)
        const expected = path(tree, id)(before)
        // The original of a copy stays with its other branches, and shows one of those.
        fc.pre(expected === before || expected.includes(through))
        expect(seenThrough(after, through)).toEqual(expected)
      }),
      { numRuns: 500 },
    )
  })

  test('loses no message and no word', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const after = applyChange(tree, change(tree, id))
        for (const [other, before] of tree.messages) {
          const changed = other === id ? fields : []
          expect(said(after.messages.get(other)!, changed)).toEqual(said(before, changed))
        }
        const born = [...after.messages.keys()].filter((one) => !tree.messages.has(one))
        expect(born.length === 0 || (born.length === 1 && born[0] === stamp.id)).toBe(true)
      }),
    )
  })

  test('is undone exactly', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const done = change(tree, id)
        const after = applyChange(tree, done)
        const back = invertChange(tree, done)
        expect(applyChange(after, back)).toEqual(tree)
        expect(applyChange(applyChange(after, back), invertChange(after, back))).toEqual(after)
      }),
    )
  })

  test('does nothing to a message that is not there', () => {
    expect(change(treeOf({ a: null, b: 'a' }), 'gone')).toEqual(nothing)
  })
})

const withFacts = (facts: Partial<Message>) => toTree(conversation, [message('a', null, facts)])

describe('changeRole', () => {
  const call = { index: 0, id: 'call', type: 'function', function: { name: 'clock', arguments: '{}' } }

  test('changes nothing where the role is the same', () => {
    expect(changeRole(withFacts({ role: 'tool' }), 'a', 'tool')).toEqual(nothing)
  })

  test('drops what only the old role can have, and keeps the rest', () => {
    const facts = { name: 'Ann', refusal: 'no', reasoning: 'hm', muted: true, finish_reason: 'stop' }
    const answer = withFacts({ role: 'assistant', tool_calls: [call], ...facts })
    const { tool_calls: _calls, refusal: _refusal, ...kept } = answer.messages.get('a')!
    expect(changeRole(answer, 'a', 'user').put).toEqual([{ ...kept, role: 'user' }])
    const result = withFacts({ role: 'tool', tool_call_id: 'call', ...facts })
    const { tool_call_id: _id, ...rest } = result.messages.get('a')!
    expect(changeRole(result, 'a', 'assistant').put).toEqual([{ ...rest, role: 'assistant' }])
  })
})

describe('mute', () => {
  test('and the other way round is the message as it was', () => {
    const tree = treeOf({ a: null })
    const muted = applyChange(tree, mute(tree, 'a', true))
    expect(muted.messages.get('a')).toEqual({ ...tree.messages.get('a')!, muted: true })
    expect(mute(muted, 'a', true)).toEqual(nothing)
    expect(applyChange(muted, mute(muted, 'a', false)).messages.get('a')).toEqual(tree.messages.get('a'))
  })
})

describe('insertBefore', () => {
  test('takes the place of the message among its siblings', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'a' }, { a: 'b' })
    const after = applyChange(tree, insertBefore(tree, 'c', words, stamp))
    expect(childrenOf(after, 'a')).toEqual(['b', 'new', 'd'])
    expect(childrenOf(after, 'new')).toEqual(['c'])
    expect(seen(after)).toEqual(['a', 'b'])
    expect(after.messages.get('new')).toMatchObject({ ...words, created: 9, status: 'done', parent: 'a' })
  })

  test('at a message without its parent stands where that stood', () => {
    const tree = treeOf({ a: null, b: 'gone', c: null }, { [TOP]: 'b' })
    const after = applyChange(tree, insertBefore(tree, 'b', words, stamp))
    expect(childrenOf(after, null)).toEqual(['a', 'new', 'c'])
    expect(seen(after)).toEqual(['new', 'b'])
    expect(after.messages.get('new')?.parent).toBe('gone')
  })
})

describe('insertAfter', () => {
  test('takes along every branch that followed, and what was chosen of them', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'c' }, { a: 'b' })
    const after = applyChange(tree, insertAfter(tree, 'a', words, stamp))
    expect(childrenOf(after, 'a')).toEqual(['new'])
    expect(childrenOf(after, 'new')).toEqual(['b', 'c'])
    expect(seen(after)).toEqual(['a', 'new', 'b'])
  })
})

describe('moveUp', () => {
  test('of the first message does nothing', () => {
    expect(moveUp(treeOf({ a: null, b: 'a' }), 'a', stamp)).toEqual(nothing)
    expect(moveUp(treeOf({ a: null, b: 'gone' }), 'b', stamp)).toEqual(nothing)
  })

  test('copies the one before only where other branches need it', () => {
    const line = treeOf({ a: null, b: 'a', c: 'b' })
    expect(seen(applyChange(line, moveUp(line, 'c', stamp)))).toEqual(['a', 'c', 'b'])
    const fork = treeOf({ a: null, b: 'a', c: 'b', d: 'b' }, { b: 'c' })
    const after = applyChange(fork, moveUp(fork, 'c', stamp))
    expect(seen(after)).toEqual(['a', 'c', 'new'])
    expect(after.messages.get('new')).toMatchObject({ content: 'b', created: 9 })
    expect(pathsOf(after)).toEqual([
      ['a', 'b', 'd'],
      ['a', 'c', 'new'],
    ])
  })

  test('and down again is the path as it was', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        fc.pre(parentIn(tree, id) !== undefined)
        const up = applyChange(tree, moveUp(tree, id, stamp))
        const down = applyChange(up, moveDown(up, id, { id: 'newer', created: 10 }))
        const content = (one: Tree, path: Path) => path.map((at) => one.messages.get(at)!.content)
        expect(content(down, seenThrough(down, id))).toEqual(content(tree, seenThrough(tree, id)))
      }),
    )
  })

  test('keeps the place among siblings, also where orders tie', () => {
    const records = ['b', 'm', 'z'].map((id) => message(id, null, { order: 1 }))
    const tree = toTree(conversation, [...records, message('a', 'm')])
    const after = applyChange(tree, moveUp(tree, 'a', stamp))
    expect(siblingsOf(after, after.messages.get('a')!)).toEqual(['b', 'a', 'z'])
  })
})

describe('forkPath', () => {
  const facts = { id: 'fork', title: 'Fork', created: 5 }
  const fresh = () => {
    let count = 0
    return () => `f${count++}`
  }

  test('copies the path and nothing else, under ids of its own', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        fc.pre(tree.messages.has(id))
        const change = forkPath(tree, id, facts, fresh())
        const fork = toTree(change.conversation!, change.put)
        const path = pathTo(tree, id)
        expect(visiblePath(fork).map(({ content }) => content)).toEqual(path.map(({ content }) => content))
        expect(fork.messages.size).toBe(path.length)
        for (const copy of fork.messages.values()) {
          expect(tree.messages.has(copy.id)).toBe(false)
          expect(copy.conversation).toBe('fork')
        }
        expect(change.removed).toEqual([])
      }),
    )
  })

  test('keeps whom it talks to and with what, and has a title of its own', () => {
    const tree = treeOf({ a: null, b: 'a' }, { a: 'b' })
    expect(forkPath(tree, 'b', facts, fresh()).conversation).toEqual({
      ...conversation,
      ...facts,
      named: true,
      updated: 5,
      chosen: {},
    })
  })

  test('of a message that is not there is nothing', () => {
    expect(forkPath(treeOf({ a: null }), 'gone', facts, fresh())).toEqual(nothing)
  })
})
