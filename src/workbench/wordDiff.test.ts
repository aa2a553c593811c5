import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { type Stretch, longChanges, wordChanges, wordDiff } from './wordDiff'

const joined = (stretches: Stretch[] | undefined, but: Stretch['kind']) =>
  stretches
    ?.filter(({ kind }) => kind !== but)
    .map(({ text }) => text)
    .join('')

const words = array(constantFrom('a', 'word', ' ', ', ', '\n', '*', 'größer', '猫'), { maxLength: 30 })
const text = words.map((all) => all.join(''))

test('what has changed holds both texts', () =>
  assert(
    property(text, text, (base, changed) => {
      expect(joined(wordChanges(base, changed), 'added')).toBe(base)
      expect(joined(wordChanges(base, changed), 'removed')).toBe(changed)
      expect(joined(wordDiff(base, changed), 'removed')).toBe(changed)
    }),
  ))

test('differences are whole words', () => {
  expect(wordChanges('Hello, you.', 'Hello, dear friend.')).toEqual([
    { text: 'Hello, ', kind: 'same' },
    { text: 'you', kind: 'removed' },
    { text: 'dear friend', kind: 'added' },
    { text: '.', kind: 'same' },
  ])
  expect(wordDiff('Hello, you.', 'Hello, dear friend.')?.map(({ kind }) => kind)).toEqual([
    'same',
    'added',
    'same',
  ])
})

test('texts without end are not compared', () =>
  expect(wordDiff('a'.repeat(50_000), 'b'.repeat(50_000))).toBe(undefined))

test('long texts are compared where they differ, and say from where they do if that is too long', () => {
  const same = 'same words '.repeat(100_000)
  const found = longChanges(`${same}one ${same}`, `${same}other ${same}`)
  expect('changes' in found && found.changes.filter(({ kind }) => kind !== 'same')).toEqual([
    { text: 'one', kind: 'removed' },
    { text: 'other', kind: 'added' },
  ])
  expect(longChanges(`${same}${'a'.repeat(50_000)}`, `${same}${'b'.repeat(50_000)}`)).toEqual({
    from: same.length,
  })
  assert(
    property(text, text, (base, changed) => {
      const both = longChanges(base, changed)
      expect(joined('changes' in both ? both.changes : undefined, 'added')).toBe(base)
      expect(joined('changes' in both ? both.changes : undefined, 'removed')).toBe(changed)
    }),
  )
})
