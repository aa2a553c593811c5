import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEdit } from './edits'

test('a half-done edit is read as it was kept', () => {
  const message = { role: 'user', content: [{ type: 'text', text: 'Hi' }], name: 'Ann' }
  expect(readEdit(JSON.stringify({ message }))).toEqual({ written: message })
  expect(readEdit(JSON.stringify({ message, json: '{ "role"' }))).toEqual({
    written: message,
    json: '{ "role"',
  })
  expect(readEdit(JSON.stringify({ message, from: 'Ho' }))).toEqual({ written: message, from: 'Ho' })
})

test('whatever else was kept is none', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (kept) => void readEdit(kept)))
  for (const kept of ['', 'words', '{}', '[]', '{"message":{"role":"boss"}}'])
    expect(readEdit(kept)).toBeUndefined()
})
