import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Change, applyChange, invertChange } from './Change'
import type { Message, MessageId } from './Message'
import { type Step, stepBack, takeStep } from './Step'
import { type Tree, pathTo, visiblePath } from './Tree'
import { operations } from './fixtures/operations'
import { treeOf, wholeTree } from './fixtures/trees'
import { leaveAlone } from './leaveAlone'
import { append, branch, removeBranch, removeOne, rewrite } from './operations'
import { insertAfter, insertBefore, moveDown, moveUp, mute } from './rearrange'

/** A tab that can take back what it has done, while another one works on the same tree. */
class Tab {
  undo: Step[] = []
  redo: Step[] = []

  constructor(public tree: Tree) {}

  does(change: Change) {
    if (!change.put.length && !change.removed.length) return
    this.undo.push(stepBack(this.tree, change))
    this.redo = []
    this.tree = applyChange(this.tree, change)
  }

  hears(change: Change) {
    const base = invertChange(this.tree, change)
    this.undo = leaveAlone(this.undo, change, base, this.tree)
    this.redo = leaveAlone(this.redo, change, base, this.tree)
    this.tree = applyChange(this.tree, change)
  }

  takes(from: 'undo' | 'redo') {
    const step = this[from].pop()
    if (!step) return
    const change = takeStep(this.tree, step)
    this[from === 'undo' ? 'redo' : 'undo'].push(stepBack(this.tree, change))
    this.tree = applyChange(this.tree, change)
    // Nothing that was put where it stood before hangs in a circle.
    for (const { id, parent } of change.put)
      expect([id, this.tree.messages.get(id)?.parent]).toEqual([id, parent])
  }

  takesAll(from: 'undo' | 'redo') {
    while (this[from].length) this.takes(from)
  }
}

const has = (tree: Tree, id: MessageId) => tree.messages.has(id)
const said = (tree: Tree) => visiblePath(tree).map(({ content }) => content)
type Fields = Record<string, unknown>
const fieldsOf = (message: Message | undefined): Fields => ({ ...message })
const stamp = (id: string) => ({ id, created: 9 })
const words = (content: string) => ({ role: 'user' as const, content })

const anyDeed = fc.record({
  by: fc.constantFrom('here', 'there', 'undo', 'redo'),
  name: fc.constantFrom(...Object.keys(operations)),
  at: fc.nat(),
})

test('whatever two tabs do, taking it back leaves alone what was done in the other', () => {
  fc.assert(
    fc.property(wholeTree, fc.array(anyDeed, { maxLength: 12 }), (tree, deeds) => {
      const tab = new Tab(tree)
      const removedThere = new Set<MessageId>()
      const doneThere = new Map<MessageId, Fields>()
      const held = new Set<MessageId>()
      for (const [number, { by, name, at }] of deeds.entries()) {
        if (by === 'undo' || by === 'redo') {
          tab.takes(by)
          continue
        }
        const ids = [...tab.tree.messages.keys()]
        if (!ids.length) continue
        const change = operations[name]!(tab.tree, ids[at % ids.length]!, stamp(`n${number}`))
        if (by === 'here') {
          tab.does(change)
          continue
        }
        for (const message of change.put) {
          const before = fieldsOf(tab.tree.messages.get(message.id))
          const now = fieldsOf(message)
          const fields = Object.keys({ ...before, ...now }).filter((name) => before[name] !== now[name])
          const done = Object.fromEntries(fields.map((name) => [name, now[name]]))
          doneThere.set(message.id, { ...doneThere.get(message.id), ...done })
        }
        for (const id of change.removed) {
          removedThere.add(id)
          doneThere.delete(id)
        }
        tab.hears(change)
        for (const id of doneThere.keys()) for (const above of pathTo(tab.tree, id)) held.add(above.id)
      }
      const born = [...tab.tree.messages.keys()].filter((id) => id.startsWith('n') && !doneThere.has(id))
      tab.takesAll('undo')

      // What was there at first is there, unless it was removed there.
      for (const id of tree.messages.keys()) if (!removedThere.has(id)) expect(has(tab.tree, id)).toBe(true)
      for (const id of removedThere) expect(has(tab.tree, id)).toBe(false)
      for (const [id, { parent: _parent, order: _order, ...fields }] of doneThere) {
        const now = fieldsOf(tab.tree.messages.get(id))
        for (const [name, value] of Object.entries(fields)) expect([name, now[name]]).toEqual([name, value])
      }
      for (const { parent } of tab.tree.messages.values())
        expect(parent === null || has(tab.tree, parent)).toBe(true)
      // What was added here is gone, unless something of the other tab has stood under it.
      for (const id of born) if (!held.has(id)) expect(has(tab.tree, id)).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

const tree = treeOf({ a: null, b: 'a', c: 'b', d: 'c' })

test('what was removed comes back although the other tab has gone on', () => {
  const tab = new Tab(tree)
  tab.does(removeBranch(tree, 'c'))
  tab.hears(append(tab.tree, 'b', words('theirs'), stamp('n')))
  tab.takesAll('undo')
  expect(said(tab.tree)).toEqual(['a', 'b', 'c', 'd'])
  expect(has(tab.tree, 'n')).toBe(true)
  tab.takesAll('redo')
  expect(said(tab.tree)).toEqual(['a', 'b', 'theirs'])
})

test('what was added stays where the other tab has gone on from it, and all above', () => {
  const tab = new Tab(tree)
  tab.does(branch(tree, 'a', 'mine', stamp('n')))
  tab.does(append(tab.tree, 'n', words('mine too'), stamp('m')))
  tab.does(mute(tab.tree, 'b', true))
  tab.hears(append(tab.tree, 'm', words('theirs'), stamp('t')))
  expect(tab.undo).toHaveLength(1)
  tab.takesAll('undo')
  expect(pathTo(tab.tree, 't').map(({ content }) => content)).toEqual(['mine', 'mine too', 'theirs'])
  expect(tab.tree.messages.get('b')).not.toHaveProperty('muted')
})

test('of a message that both have altered only what was done here is taken back', () => {
  const tab = new Tab(tree)
  tab.does(rewrite(tree, 'b', 'mine'))
  tab.hears(mute(tab.tree, 'b', true))
  tab.takes('undo')
  expect(tab.tree.messages.get('b')).toMatchObject({ content: 'b', muted: true })
  tab.takes('redo')
  tab.hears(rewrite(tab.tree, 'b', 'theirs'))
  expect(tab.undo).toEqual([])
})

test('what the other tab has removed does not come back, and what both have removed does', () => {
  const tab = new Tab(tree)
  tab.does(rewrite(tree, 'b', 'mine'))
  tab.does(removeOne(tab.tree, 'd'))
  tab.hears({ put: [], removed: ['d'] })
  tab.hears(removeOne(tab.tree, 'b'))
  tab.takesAll('undo')
  expect(said(tab.tree)).toEqual(['a', 'c', 'd'])
})

test('what stood under something that the other tab has removed stands where that stood', () => {
  for (const change of [moveUp(tree, 'c', stamp('n')), removeBranch(tree, 'c')]) {
    const tab = new Tab(tree)
    tab.does(change)
    tab.hears(removeOne(tab.tree, 'b'))
    tab.takesAll('undo')
    expect(said(tab.tree)).toEqual(['a', 'c', 'd'])
  }
})

test('what the other tab leaves behind under something that goes stands where that stood', () => {
  const tab = new Tab(tree)
  tab.does(insertBefore(tree, 'c', words('mine'), stamp('n')))
  tab.does(moveDown(tab.tree, 'c', stamp('m')))
  tab.hears({ put: [], removed: ['c'] })
  tab.takesAll('undo')
  expect(said(tab.tree)).toEqual(['a', 'b', 'd'])
})

test('nothing comes to stand under itself', () => {
  const tab = new Tab(treeOf({ a: null }))
  tab.does(append(tab.tree, 'a', words('mine'), stamp('n')))
  tab.does(moveDown(tab.tree, 'a', stamp('m')))
  tab.hears(insertAfter(tab.tree, 'n', words('theirs'), stamp('t')))
  tab.takesAll('undo')
  expect(said(tab.tree)).toEqual(['mine', 'theirs', 'a'])
})
