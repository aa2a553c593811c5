import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Conversation } from '../conversation/Tree'
import { type Row, arrange, byName, newestFirst, withOuter } from './arrange'
import { filterThatCan, filtered, tagCounts } from './filter'
import { nextStop, outerRow, rowFor, rowTyped } from './rowFor'
import { extended, nobody, selectedIn, toggled } from './selection'

const now = new Date('2026-05-05T12:00').getTime()
const local = (text: string) => new Date(text).getTime()

const conversation = (id: string, facts: Partial<Conversation> = {}): Conversation => ({
  id,
  title: id,
  named: true,
  created: 0,
  updated: now,
  endpoint: 'built-in',
  parameters: {},
  chosen: {},
  ...facts,
})

const arranged = (list: readonly Conversation[], closed: readonly string[] = []) =>
  arrange(newestFirst(list), {
    now,
    closed: new Set(closed),
    isTemporary: (id) => id.startsWith('temporary'),
  })

/** The list as a reader sees it: what stands over others with how many there are, and the titles. */
const seen = (rows: readonly Row[]) =>
  rows.map((row) => {
    if (row.type === 'entry') return `${'  '.repeat(row.depth)}${row.conversation.title}`
    const { section, count } = row
    if (section.kind === 'folder')
      return `${'  '.repeat(section.depth)}${section.closed ? '>' : 'v'} ${section.folder} ${count}`
    return `# ${section.kind === 'age' ? section.age : section.kind} ${count}`
  })

const list = [
  conversation('c', { updated: local('2026-05-05T08:00') }),
  conversation('a', { updated: local('2020-01-01T00:00') }),
  conversation('d', { updated: local('2026-05-05T11:00') }),
  conversation('b', { updated: local('2026-04-20T11:00'), folder: 'Work/Parley' }),
  conversation('e', { updated: local('2026-04-20T11:00'), folder: 'Alone' }),
  conversation('f', { updated: local('2019-04-20T11:00'), pinned: true, folder: 'Work' }),
  conversation('temporary', { updated: local('2026-05-05T11:30') }),
]

describe('the list', () => {
  test('has what is pinned, the folders, and the rest by age, the newest first', () => {
    const january = local('2020-01-01T00:00')
    expect(seen(arranged(list))).toEqual([
      '# temporary 1',
      'temporary',
      '# pinned 1',
      'f',
      'v Alone 1',
      '  e',
      'v Work 1',
      '  v Work/Parley 1',
      '    b',
      '# today 2',
      'd',
      'c',
      `# ${january} 1`,
      'a',
    ])
    expect(seen(arranged(list, ['Work', 'Alone'])).slice(4, 6)).toEqual(['> Alone 1', '> Work 1'])
    expect(arranged([])).toEqual([])
  })

  const folder = fc.option(fc.constantFrom('a', 'b', 'a/b', 'a/b/c', 'B/x', 'a2'), { nil: undefined })
  const some = fc
    .uniqueArray(
      fc.record({
        updated: fc.integer({ min: now - 900 * 86_400_000, max: now }),
        folder,
        pinned: fc.boolean(),
        archived: fc.boolean(),
        tags: fc.subarray(['x', 'y', 'z']),
      }),
      { selector: ({ updated }) => updated },
    )
    .map((all) =>
      all.map(({ updated, folder: name, pinned, archived, tags }, at) =>
        conversation(`${at}`, {
          updated,
          ...(name !== undefined && { folder: name }),
          ...(pinned && { pinned }),
          ...(archived && { archived }),
          ...(tags.length && { tags }),
        }),
      ),
    )

  test('loses nobody, shows nobody twice, counts rightly and keeps the newest before older ones', () => {
    fc.assert(
      fc.property(some, fc.subarray(['a', 'b', 'a/b']), (all, closed) => {
        const rows = arranged(all)
        const entries = rows.flatMap((row) => (row.type === 'entry' ? [row.key] : []))
        expect(entries.toSorted()).toEqual(all.map(({ id }) => id).toSorted())
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        const updatedIn = new Map<string, number[]>()
        let under = ''
        for (const row of rows)
          if (row.type === 'heading') under = row.key
          else updatedIn.set(under, [...(updatedIn.get(under) ?? []), row.conversation.updated])
        for (const times of updatedIn.values()) expect(times).toEqual(times.toSorted((one, two) => two - one))

        // A closed folder hides what stands in it, and nothing else.
        const left = new Set(arranged(all, closed).map(({ key }) => key))
        for (const row of rows) {
          const at =
            row.type === 'entry' ? (row.conversation.pinned ? undefined : row.conversation.folder) : undefined
          const isHidden = at !== undefined && withOuter(at).some((name) => closed.includes(name))
          if (row.type === 'entry') expect(left.has(row.key)).toBe(!isHidden)
        }
      }),
    )
  })

  test('is parted by the archive and narrowed by tags', () => {
    fc.assert(
      fc.property(some, fc.subarray(['X', 'y', 'nobody']), fc.boolean(), (all, tags, archived) => {
        const shown = filtered(all, { archived, tags })
        for (const one of all) {
          const fits =
            (one.archived ?? false) === archived && tags.every((tag) => one.tags?.includes(tag.toLowerCase()))
          expect(shown.includes(one)).toBe(fits)
        }
        // A filter that can let somebody through does, unless its tags are never together.
        const can = filterThatCan(all, { archived, tags })
        expect(can.filter.tags).not.toContain('nobody')
        if (all.length && can.filter.tags.length < 2 && (can.archived < all.length || archived))
          expect(filtered(all, can.filter).length).toBeGreaterThan(0)
        for (const { tag, count } of tagCounts(all))
          expect(all.filter((one) => one.tags?.includes(tag))).toHaveLength(count)
      }),
    )
  })

  test('has folders in an order in which each comes before those inside, and before its neighbours', () => {
    const names = ['b', 'a2', 'a/z', 'a', 'a/b', 'a10', 'a/b/c', 'A']
    expect(names.toSorted(byName)).toEqual(['a', 'a/b', 'a/b/c', 'a/z', 'A', 'a2', 'a10', 'b'])
    expect(withOuter('a/b/c')).toEqual(['a/b/c', 'a/b', 'a'])
  })
})

describe('keys', () => {
  const rows = arranged(list)
  const at = (words: string) => seen(rows).findIndex((line) => line.trim() === words)
  const to = (from: string, key: string, page = 3) =>
    seen(rows)[rowFor(rows, at(from), key, page) ?? -1]?.trim()

  test('lead from line to line, past headings of time', () => {
    expect(to('f', 'ArrowDown')).toBe('v Alone 1')
    expect(to('b', 'ArrowDown')).toBe('d')
    expect(to('d', 'ArrowUp')).toBe('b')
    expect(to('temporary', 'ArrowUp')).toBeUndefined()
    expect(to('a', 'ArrowDown')).toBeUndefined()
    expect(to('c', 'Home')).toBe('temporary')
    expect(to('temporary', 'End')).toBe('a')
    expect(to('f', 'PageDown')).toBe('v Work 1')
    expect(to('c', 'PageDown', 50)).toBe('a')
    expect(to('c', 'PageUp', 50)).toBe('temporary')
    expect(to('c', 'x')).toBeUndefined()
    expect(nextStop([], 0, 1)).toBeUndefined()
  })

  test('lead out of a folder', () => {
    expect(outerRow(rows, at('b'))).toBe(at('v Work/Parley 1'))
    expect(outerRow(rows, at('v Work/Parley 1'))).toBe(at('v Work 1'))
    expect(outerRow(rows, at('v Work 1'))).toBeUndefined()
    expect(outerRow(rows, at('d'))).toBeUndefined()
  })

  test('find what begins with letters', () => {
    const words = (row: Row) => (row.type === 'entry' ? row.conversation.title : '')
    const typed = (from: string, text: string) => rowTyped(rows, at(from), text, words)
    expect(typed('temporary', 'D')).toBe(at('d'))
    expect(typed('d', 'd')).toBe(at('d'))
    expect(typed('a', 't')).toBe(at('temporary'))
    expect(typed('temporary', 'te')).toBe(at('temporary'))
    expect(typed('a', 'zz')).toBeUndefined()
  })
})

describe('a selection', () => {
  const rows = arranged(list)

  test('grows and shrinks one by one, and by ranges in either direction', () => {
    const one = toggled(nobody, 'e')
    expect([...extended(one, rows, 'd').ids].toSorted()).toEqual(['b', 'd', 'e'])
    expect([...extended(one, rows, 'f').ids].toSorted()).toEqual(['e', 'f'])
    expect([...extended(nobody, rows, 'c').ids]).toEqual(['c'])
    expect([...toggled(one, 'e').ids]).toEqual([])
    // The next range begins where this one did.
    expect([...extended(extended(one, rows, 'b'), rows, 'f').ids].toSorted()).toEqual(['b', 'e', 'f'])
  })

  test('does nothing to what a filter hides', () => {
    const all = { ids: new Set(list.map(({ id }) => id)) }
    expect(selectedIn(all, [{ id: 'd' }, { id: 'unknown' }])).toEqual(['d'])
  })
})
