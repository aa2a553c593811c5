import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folderName, readFiling, tagList, withFiling } from './filing'
import { type Refiling, refile, refilingBack, refilingOf } from './refile'
import type { Conversation } from './Tree'

const plain: Conversation = {
  id: 'c',
  title: 'Title',
  named: false,
  created: 1,
  updated: 2,
  endpoint: 'built-in',
  parameters: {},
  chosen: {},
}

describe('what was read', () => {
  test('counts only where it is as it should be', () => {
    expect(
      readFiling({ pinned: true, archived: true, folder: ' a / b//', tags: ['#x', 'X', ' y  z '] }),
    ).toEqual({
      pinned: true,
      archived: true,
      folder: 'a/b',
      tags: ['x', 'y z'],
    })
    expect(readFiling({ pinned: 1, archived: 'yes', folder: ' / ', tags: [3, '#', null] })).toEqual({})
    expect(readFiling({ folder: 7, tags: 'x' })).toEqual({})
    // A list with a line for each of thousands of folders, one inside another, would never end.
    const many = Array.from({ length: 20_000 }, (_, at) => `${at}`)
    const { folder = '', tags = [] } = readFiling({ folder: many.join('/'), tags: many })
    expect([folder.split('/').length, tags.length]).toEqual([16, 100])
    for (const nothing of [null, undefined, 'text', []]) expect(readFiling(nothing)).toEqual({})
  })

  test('is the same record where nothing was put anywhere', () => {
    expect(withFiling(plain)).toBe(plain)
  })

  test('stays as it is when it is read again', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), fc.array(fc.string()), (anything, folder, tags) => {
        for (const record of [anything, { pinned: true, folder, tags }]) {
          const read = readFiling(record)
          expect(readFiling(read)).toEqual(read)
        }
        expect(folderName(folderName(folder))).toBe(folderName(folder))
        expect(tagList(tagList(tags))).toEqual(tagList(tags))
      }),
    )
  })
})

const text = fc.constantFrom('a', 'b', 'a/b', 'ü')
const or = <Value>(value: fc.Arbitrary<Value>) => fc.oneof(value, fc.constant(null))
const anyRefiling: fc.Arbitrary<Refiling> = fc.record(
  {
    pinned: or(fc.constant(true as const)),
    archived: or(fc.constant(true as const)),
    folder: or(text),
    tags: or(fc.array(text, { minLength: 1 }).map(tagList)),
    title: text,
    named: fc.boolean(),
  },
  { requiredKeys: [] },
)

describe('other facts', () => {
  test('can be taken back, whatever they are', () => {
    fc.assert(
      fc.property(anyRefiling, anyRefiling, (first, second) => {
        const before = refile(plain, first)
        expect(refile(refile(before, second), refilingBack(before, second))).toEqual(before)
      }),
    )
  })

  test('touch nothing besides', () => {
    fc.assert(
      fc.property(anyRefiling, anyRefiling, (first, second) => {
        const other = refile(plain, second)
        const after = refile(other, first)
        expect(refile(after, refilingBack(other, first))).toEqual(other)
        const untouched = Object.entries(other).filter(([fact]) => !(fact in first))
        expect(after).toMatchObject(Object.fromEntries(untouched))
      }),
    )
  })

  test('that two tabs give at the same moment end alike in both and in storage, and no tag is lost', () => {
    fc.assert(
      fc.property(anyRefiling, anyRefiling, anyRefiling, (first, one, other) => {
        const before = refile(plain, first)
        const [a, b] = [refilingOf(before, one), refilingOf(before, other)]
        const end = refile(refile(before, a), b)
        expect(refile(refile(before, b), a)).toEqual(end)
        for (const facts of [one, other])
          for (const tag of facts.tags ?? []) if (!before.tags?.includes(tag)) expect(end.tags).toContain(tag)
        // What only one of them has altered counts.
        for (const fact of ['title', 'folder', 'pinned'] as const)
          if (fact in one && !(fact in other)) expect(end[fact] ?? null).toEqual(one[fact])
        // Taking one back leaves what the other has added.
        const back = refile(end, refilingBack(before, a))
        const added = (other.tags ?? []).filter(
          (tag) => !before.tags?.includes(tag) && !one.tags?.includes(tag),
        )
        expect(back.tags ?? []).toEqual(expect.arrayContaining(added))
      }),
      { numRuns: 1000 },
    )
  })

  test('that are taken away are absent, not empty', () => {
    const filed = refile(plain, { pinned: true, folder: 'a', tags: ['x'], archived: true })
    expect(refile(filed, { pinned: null, folder: null, tags: null, archived: null })).toStrictEqual(plain)
  })
})
