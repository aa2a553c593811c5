import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldChanges } from './fieldChanges'

test('fields are added, removed and changed by their names, whatever their order', () => {
  const before = { model: 'a', temperature: 1, stop: ['x'], tools: [{ type: 'function' }] }
  const after = { tools: [{ type: 'function' }], stop: ['x'], model: 'b', 'top p': null }
  expect(fieldChanges(before, after)).toEqual([
    { path: 'model', kind: 'changed', before: 'a', after: 'b' },
    { path: 'temperature', kind: 'removed', before: 1 },
    { path: '["top p"]', kind: 'added', after: null },
  ])
})

test('a message more is one difference, wherever it stands', () => {
  const [one, two, three] = ['one', 'two', 'three'].map((content) => ({ role: 'user', content }))
  expect(fieldChanges({ messages: [one, three] }, { messages: [one, two, three] })).toEqual([
    { path: 'messages[1]', kind: 'added', after: two },
  ])
  expect(fieldChanges({ messages: [one, two, three] }, { messages: [two, three] })).toEqual([
    { path: 'messages[0]', kind: 'removed', before: one },
  ])
  expect(fieldChanges({ messages: [one, two] }, { messages: [one, three] })).toEqual([
    { path: 'messages[1].content', kind: 'changed', before: 'two', after: 'three' },
  ])
})

test('what is no object differs as a whole', () => {
  expect(fieldChanges(undefined, {})).toMatchObject([{ path: '', kind: 'changed' }])
  expect(fieldChanges([1], { 0: 1 })).toMatchObject([{ path: '', kind: 'changed' }])
})

test('values differ where their JSON does, and the other way round in the same places', () => {
  const ordered = (value: unknown): unknown =>
    typeof value !== 'object' || value === null
      ? value
      : Array.isArray(value)
        ? value.map(ordered)
        : Object.entries(value)
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([name, one]) => [name, ordered(one)])
  const json = fc.json().map((text): unknown => JSON.parse(text))
  const turned = { added: 'removed', removed: 'added', changed: 'changed' }
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(fieldChanges(one, structuredClone(one))).toEqual([])
      const changes = fieldChanges({ one }, { one: other })
      const isSame = JSON.stringify(ordered(one)) === JSON.stringify(ordered(other))
      expect(changes.length === 0).toBe(isSame)
      const back = fieldChanges({ one: other }, { one }).map(({ path, kind }) => `${path} ${turned[kind]}`)
      expect(new Set(back)).toEqual(new Set(changes.map(({ path, kind }) => `${path} ${kind}`)))
    }),
  )
})
