import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, applyChange, invertChange } from './Change'
import { textOf } from './Message'
import { type Tree, childrenOf, toTree } from './Tree'
import { operations } from './fixtures/operations'
import { anyTree, conversation, message, treeOf } from './fixtures/trees'
import { type Base, mergeChange, wordsLost } from './merge'
import { append, removeBranch, rewrite } from './operations'
import { mute } from './rearrange'

interface Told {
  change: Change
  base: Base
}

const made = (tree: Tree, change: Change): Told => ({ change, base: invertChange(tree, change) })

/** What a tab has after it has heard of a change of another one; storage does the same. */
function heard(tree: Tree, { change, base }: Told): Tree {
  const { conversation, messages } = tree
  return applyChange(tree, mergeChange(change, base, { conversation, messageOf: (id) => messages.get(id) }))
}

/** What a tab has written and does not find when it has heard of a change of another one. */
function lost(tree: Tree, own: Change, { change, base }: Told): string[] {
  const { conversation, messages } = applyChange(tree, own)
  const met = { conversation, messageOf: (id: string) => messages.get(id) }
  return wordsLost(mergeChange(change, base, met), base, met).map(textOf)
}

/** Two tabs that know nothing of one another make a change each: both as they end, and storage in either order. */
function apart(tree: Tree, one: Change, other: Change): Tree[] {
  const [first, second] = [made(tree, one), made(tree, other)]
  return [
    heard(applyChange(tree, one), second),
    heard(applyChange(tree, other), first),
    heard(heard(tree, first), second),
    heard(heard(tree, second), first),
  ]
}

const reached = (tree: Tree) => {
  const found = new Set<string>()
  const waiting = [...childrenOf(tree, null)]
  for (const id of waiting) {
    found.add(id)
    waiting.push(...childrenOf(tree, id))
  }
  return found
}

const operation = fc.record({ name: fc.constantFrom(...Object.keys(operations)), at: fc.nat() })

test('two tabs end alike and as storage does, and lose no word', () => {
  fc.assert(
    fc.property(anyTree, operation, operation, (tree, one, other) => {
      const ids = [...tree.messages.keys()]
      const change = ({ name, at }: typeof one, id: string) =>
        operations[name]!(tree, ids[at % Math.max(1, ids.length)] ?? 'gone', { id, created: 9 })
      const [a, b] = [change(one, 'new-a'), change(other, 'new-b')]
      const [first, ...others] = apart(tree, a, b)
      for (const end of others) {
        expect(new Map(end.messages)).toEqual(first!.messages)
        expect(end.conversation).toEqual(first!.conversation)
        expect(end.children).toEqual(first!.children)
      }
      const removed = new Set([...a.removed, ...b.removed])
      const wanted = [...tree.messages.keys(), ...a.put.map(({ id }) => id), ...b.put.map(({ id }) => id)]
      // Also those that follow one another in a circle.
      expect([...reached(first!)]).toEqual(expect.arrayContaining(wanted.filter((id) => !removed.has(id))))
      // All that was written is there, or is missed by the one tab that has written it.
      const said = (texts: string[]) => texts.filter((text) => text.startsWith('new-')).toSorted()
      const missed = [...lost(tree, a, made(tree, b)), ...lost(tree, b, made(tree, a))]
      const found = [...first!.messages.values()].map(textOf)
      expect(said([...found, ...missed])).toEqual(said([...a.put, ...b.put].map(textOf)))
    }),
    { numRuns: 2000 },
  )
})

describe('of two changes at the same moment', () => {
  const tree = treeOf({ a: null, b: 'a' })
  const renamed = (facts: object): Change => ({
    conversation: { ...conversation, ...facts },
    put: [],
    removed: [],
  })

  test('both count where they alter different fields of one record', () => {
    for (const end of apart(tree, rewrite(tree, 'b', 'other words'), mute(tree, 'b', true)))
      expect(end.messages.get('b')).toMatchObject({ content: 'other words', muted: true })
    const parameters = (more: object) => ({ parameters: { model: 'guide', ...more } })
    for (const end of apart(
      tree,
      renamed({ title: 'Name', ...parameters({ temperature: 0 }) }),
      renamed({ updated: 9, ...parameters({ n: 2 }) }),
    ))
      expect(end.conversation).toMatchObject({
        title: 'Name',
        updated: 9,
        ...parameters({ temperature: 0, n: 2 }),
      })
  })

  test('of one message’s words the ones are there, and who wrote the others misses them', () => {
    const [a, b] = [rewrite(tree, 'b', 'one'), rewrite(tree, 'b', 'other')]
    for (const end of apart(tree, a, b)) expect(end.messages.get('b')).toMatchObject({ content: 'other' })
    expect(lost(tree, a, made(tree, b))).toEqual(['one'])
    expect(lost(tree, b, made(tree, a))).toEqual([])
    // What replaces words that it knew has been meant to.
    const known = applyChange(tree, a)
    expect(lost(tree, a, made(known, rewrite(known, 'b', 'later')))).toEqual([])
  })

  test('what one has written is not removed with what the other removes', () => {
    for (const end of apart(tree, rewrite(tree, 'b', 'other words'), removeBranch(tree, 'a')))
      expect([...end.messages.values()].map(({ content }) => content)).toEqual(['other words'])
    const words = { role: 'user', content: 'more' } as const
    for (const end of apart(tree, append(tree, 'b', words, { id: 'c', created: 9 }), removeBranch(tree, 'a')))
      expect(childrenOf(end, null)).toEqual(['c'])
  })

  test('what is being written is removed, and ends as who receives it says', () => {
    const live = toTree(conversation, [message('a', null, { status: 'streaming', content: '' })])
    const grown = applyChange(live, {
      put: [message('a', null, { status: 'streaming', content: 'grown' })],
      removed: [],
    })
    expect(heard(grown, made(live, removeBranch(live, 'a'))).messages.size).toBe(0)
    const ended = message('a', null, { content: 'gr' })
    expect(heard(grown, made(live, { put: [ended], removed: [] })).messages.get('a')).toEqual(ended)
  })
})
