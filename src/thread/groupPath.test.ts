import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Message } from '../conversation/Message'
import { type Group, groupPath, groupSize } from './groupPath'

const message = (id: string): Message => ({
  id,
  conversation: 'c',
  parent: null,
  order: 0,
  created: 0,
  status: 'done',
  role: 'user',
  content: id,
})
const many = (count: number) => Array.from({ length: count }, (_, at) => message(`m${at}`))
const keyOf = (groups: readonly Group[], id: string) =>
  groups.find(({ messages }) => messages.some((one) => one.id === id))?.key

describe('groups of a path', () => {
  test('are as long as can be, the last one excepted', () => {
    const lengths = groupPath(many(2 * groupSize + 3), []).map(({ messages }) => messages.length)
    expect(lengths).toEqual([groupSize, groupSize, 3])
  })

  test('are the same objects where nothing has changed', () => {
    const path = many(3 * groupSize)
    const before = groupPath(path, [])
    const after = groupPath([...path, message('new')], before)
    expect(after.slice(0, 3)).toEqual(before)
    expect(after.map((group, at) => group === before[at])).toEqual([true, true, true, false])
    expect(groupPath([...path], before).every((group, at) => group === before[at])).toBe(true)
  })

  test('the last one takes more until it is full', () => {
    const before = groupPath(many(groupSize + 1), [])
    const after = groupPath(many(groupSize + 2), before)
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key))
  })

  test('keep their messages when one comes or goes between them', () => {
    const path = many(3 * groupSize)
    const before = groupPath(path, [])
    const wider = groupPath([...path.slice(0, 5), message('new'), ...path.slice(5)], before)
    const fewer = groupPath(path.slice(1), before)
    for (const { id } of path.slice(1)) {
      expect(keyOf(wider, id)).toBe(keyOf(before, id))
      expect(keyOf(fewer, id)).toBe(keyOf(before, id))
    }
  })

  test('are the path again, in its order, each with a key of its own, whatever is done to it', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 150 })
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 5 }), (paths) => {
        let groups: readonly Group[] = []
        for (const path of paths) {
          const messages = path.map((id) => message(`m${id}`))
          groups = groupPath(messages, groups)
          expect(groups.flatMap((group) => group.messages)).toEqual(messages)
          expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length)
          expect(groups.every((group) => group.messages.length > 0)).toBe(true)
        }
      }),
    )
  })
})
