import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, invertChange, nothing } from './Change'
import type { Message } from './Message'
import { TOP, type Tree, childrenOf, chosenChild, pathTo, placeUnder, toTree, visiblePath } from './Tree'
import {
  append,
  branch,
  choose,
  choosePath,
  descendants,
  insertAtTop,
  leafOf,
  removeBranch,
  removeOne,
  rewrite,
  siblingBy,
} from './operations'
import { anyId, anyTree, conversation, message, treeOf } from './fixtures/trees'

const stamp = { id: 'new', created: 9 }
const words = { role: 'assistant', content: 'words' } as const

/** Every operation, with the ids that it names as gone. */
const operations: Record<string, (tree: Tree, id: string) => { change: Change; gone: string[] }> = {
  append: (tree, id) => ({ change: append(tree, id, words, stamp), gone: [] }),
  'append aside': (tree, id) => ({ change: append(tree, id, words, stamp, { aside: true }), gone: [] }),
  choose: (tree, id) => ({ change: choose(tree, id), gone: [] }),
  choosePath: (tree, id) => ({ change: choosePath(tree, id), gone: [] }),
  rewrite: (tree, id) => ({ change: rewrite(tree, id, 'words'), gone: [] }),
  branch: (tree, id) => ({ change: branch(tree, id, 'words', stamp), gone: [] }),
  insertAtTop: (tree) => ({ change: insertAtTop(tree, words, stamp), gone: [] }),
  removeOne: (tree, id) => ({ change: removeOne(tree, id), gone: [id] }),
  removeBranch: (tree, id) => ({ change: removeBranch(tree, id), gone: descendants(tree, id) }),
}

/** The whole tree from the top down, as an outline shows it. */
function outline(tree: Tree, parent: string | null = null): string[] {
  return childrenOf(tree, parent).flatMap((id) => [id, ...outline(tree, id)])
}

const pathIds = (tree: Tree) => visiblePath(tree).map(({ id }) => id)
const place = ({ id, parent, order, ...rest }: Message) => ({ id, parent, order, rest })

describe.each(Object.entries(operations))('%s', (name, operate) => {
  test('loses and reorders nothing that it does not name', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const { change, gone } = operate(tree, id)
        const after = applyChange(tree, change)
        const old = outline(after).filter((one) => one !== stamp.id)
        expect(old).toEqual(outline(tree).filter((one) => !gone.includes(one)))
      }),
      { numRuns: 500 },
    )
  })

  test('changes the words of no other message', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const after = applyChange(tree, operate(tree, id).change)
        for (const [other, before] of tree.messages) {
          const now = after.messages.get(other)
          if (now && !(name === 'rewrite' && other === id))
            expect(place(now).rest).toEqual(place(before).rest)
        }
      }),
    )
  })

  test('is undone exactly', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        const { change } = operate(tree, id)
        expect(applyChange(applyChange(tree, change), invertChange(tree, change))).toEqual(tree)
      }),
    )
  })

  test('does nothing to a message that is not there', () => {
    if (name.startsWith('append') || name === 'insertAtTop') return
    expect(operate(treeOf({ a: null }), 'gone').change).toEqual(nothing)
  })
})

describe('append', () => {
  test('makes the visible path one longer, at its end', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const after = applyChange(tree, append(tree, leafOf(tree), words, stamp))
        expect(pathIds(after)).toEqual([...pathIds(tree), 'new'])
      }),
    )
  })

  test('adds the last sibling, and shows it', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'c' }, { a: 'b' })
    const after = applyChange(tree, append(tree, 'a', words, stamp))
    expect(childrenOf(after, 'a')).toEqual(['b', 'c', 'new'])
    expect(pathIds(after)).toEqual(['a', 'new'])
    expect(after.messages.get('new')).toMatchObject({ ...words, status: 'done', parent: 'a', created: 9 })
    expect(after.conversation.updated).toBe(9)
  })

  test('aside leaves the choice as it is', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a' }, { a: 'b' })
    const after = applyChange(tree, append(tree, 'a', words, stamp, { aside: true }))
    expect(childrenOf(after, 'a')).toEqual(['b', 'c', 'new'])
    expect(pathIds(after)).toEqual(['a', 'b'])
  })

  test('under a message that has gone stands last at the top, and is seen', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const after = applyChange(tree, append(tree, 'gone', words, stamp))
        expect(childrenOf(after, null).at(-1)).toBe('new')
        expect(pathIds(after)).toEqual(['new'])
      }),
    )
  })
})

describe('choose', () => {
  test('shows the sibling, wherever it stands', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        fc.pre(tree.messages.has(id))
        const after = applyChange(tree, choose(tree, id))
        expect(chosenChild(after, placeUnder(tree, tree.messages.get(id)!.parent))).toBe(id)
      }),
    )
  })

  test('remembers what was chosen further down', () => {
    const tree = treeOf({ a: null, b: null, c: 'a', d: 'a' }, { a: 'c', [TOP]: 'b' })
    expect(pathIds(tree)).toEqual(['b'])
    expect(pathIds(applyChange(tree, choose(tree, 'a')))).toEqual(['a', 'c'])
  })
})

describe('choosePath', () => {
  test('brings a message on screen, and changes no choice beside its path', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        fc.pre(tree.messages.has(id))
        const after = applyChange(tree, choosePath(tree, id))
        expect(pathIds(after)).toContain(id)
        const path = new Set(pathTo(tree, id).map((one) => one.id))
        for (const at of tree.messages.keys())
          if (!path.has(at)) expect(chosenChild(after, at)).toBe(chosenChild(tree, at))
        expect(chosenChild(after, id)).toBe(chosenChild(tree, id))
      }),
      { numRuns: 300 },
    )
  })

  test('says nothing of a place where there is nothing to choose', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'b' })
    expect(choosePath(tree, 'd').conversation?.chosen).toEqual({ a: 'b' })
    expect(choosePath(tree, 'c')).toEqual(nothing)
    expect(choosePath(tree, 'gone')).toEqual(nothing)
  })

  test('ends also where records point at one another', () => {
    const loop = toTree(conversation, [message('a', 'b'), message('b', 'a')])
    expect(applyChange(loop, choosePath(loop, 'a')).messages.size).toBe(2)
  })

  test('gives way where what it chose has gone', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'b' })
    const chosen = applyChange(tree, choosePath(tree, 'd'))
    expect(pathIds(applyChange(chosen, removeOne(chosen, 'd')))).toEqual(['a', 'b'])
  })
})

describe('siblingBy', () => {
  test('goes back and forth, and stops at the ends', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'a' })
    expect(siblingBy(tree, 'c', -1)).toBe('b')
    expect(siblingBy(tree, 'c', 1)).toBe('d')
    expect(siblingBy(tree, 'b', -1)).toBeUndefined()
    expect(siblingBy(tree, 'd', 1)).toBeUndefined()
    expect(siblingBy(tree, 'gone', 1)).toBeUndefined()
  })

  test('also among messages without their parent', () => {
    const tree = treeOf({ a: null, b: 'gone', c: 'lost' })
    expect(siblingBy(tree, 'b', -1)).toBe('a')
    expect(siblingBy(tree, 'b', 1)).toBe('c')
  })
})

describe('rewrite', () => {
  test('changes the words and keeps place and followers', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'b' })
    const after = applyChange(tree, rewrite(tree, 'b', 'other'))
    expect(after.messages.get('b')).toEqual({ ...tree.messages.get('b')!, content: 'other' })
    expect(after.children).toBe(tree.children)
  })

  test('lets go of how the old words ended, and of their probabilities', () => {
    const tree = treeOf({ a: null })
    const failed: Message = {
      ...tree.messages.get('a')!,
      status: 'failed',
      error: { kind: 'cut-off', message: 'cut' },
      finish_reason: 'length',
      logprobs: { content: [] },
      prefilled: 1,
      name: 'Ann',
    }
    const before = applyChange(tree, { put: [failed], removed: [] })
    const [after] = rewrite(before, 'a', 'other').put
    expect(after).toEqual({ ...tree.messages.get('a')!, content: 'other', name: 'Ann' })
  })
})

describe('branch', () => {
  test('puts other words beside the old ones, which stay with all that follows them', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'b' })
    const after = applyChange(tree, branch(tree, 'b', 'other', stamp))
    expect(childrenOf(after, 'a')).toEqual(['b', 'new'])
    expect(childrenOf(after, 'b')).toEqual(['c'])
    expect(pathIds(after)).toEqual(['a', 'new'])
    expect(after.messages.get('new')).toMatchObject({ role: 'user', content: 'other', status: 'done' })
  })

  test('keeps who speaks, and which call is answered', () => {
    const tree = treeOf({ a: null })
    const tool: Message = { ...tree.messages.get('a')!, role: 'tool', tool_call_id: 'call', name: 'clock' }
    const [made] = branch(applyChange(tree, { put: [tool], removed: [] }), 'a', 'ten', stamp).put
    expect(made).toMatchObject({ role: 'tool', tool_call_id: 'call', name: 'clock', content: 'ten' })
  })
})

describe('insertAtTop', () => {
  test('goes before everything, and the path goes on as it was', () => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        const after = applyChange(tree, insertAtTop(tree, words, stamp))
        expect(childrenOf(after, null)).toEqual(['new'])
        expect(pathIds(after)).toEqual(['new', ...pathIds(tree)])
      }),
    )
  })
})

describe('removeOne', () => {
  test('takes a message out of the visible path, and the rest of the path stays', () => {
    fc.assert(
      fc.property(anyTree, anyId, (tree, id) => {
        fc.pre(tree.messages.has(id))
        const before = pathIds(tree)
        const after = pathIds(applyChange(tree, removeOne(tree, id)))
        const rest = before.filter((one) => one !== id)
        if (before.at(-1) === id) expect(after.slice(0, rest.length)).toEqual(rest)
        else expect(after).toEqual(rest)
      }),
      { numRuns: 1000 },
    )
  })

  test('puts what followed in its place among its siblings', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a', d: 'a', e: 'c', f: 'c' })
    const after = applyChange(tree, removeOne(tree, 'c'))
    expect(childrenOf(after, 'a')).toEqual(['b', 'e', 'f', 'd'])
    expect(after.messages.get('e')?.parent).toBe('a')
  })

  test('leaves the choices of nobody behind', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'a' }, { [TOP]: 'a', a: 'b' })
    const after = applyChange(tree, removeOne(tree, 'a'))
    expect(after.conversation.chosen).toEqual({ [TOP]: 'b' })
    expect(applyChange(tree, removeOne(tree, 'b')).conversation.chosen).toEqual({ [TOP]: 'a' })
  })

  test('does not take over the children of others who are missing', () => {
    const tree = treeOf({ a: null, b: 'gone', c: 'a' })
    const after = applyChange(tree, removeOne(tree, 'a'))
    expect(after.messages.get('b')?.parent).toBe('gone')
    expect(after.messages.get('c')?.parent).toBeNull()
  })
})

describe('removeBranch', () => {
  test('takes all that follows along', () => {
    const tree = treeOf({ a: null, b: 'a', c: 'b', d: 'a' })
    const after = applyChange(tree, removeBranch(tree, 'b'))
    expect([...after.messages.keys()]).toEqual(['a', 'd'])
    expect(after.conversation).toBe(tree.conversation)
  })
})

test('the conversation of an operation is the one it was given', () => {
  const tree = treeOf({ a: null })
  expect(append(tree, 'a', words, stamp).put[0]?.conversation).toBe(conversation.id)
  expect(insertAtTop(tree, words, stamp).put[0]?.conversation).toBe(conversation.id)
})
