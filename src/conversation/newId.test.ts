import { afterEach, expect, test, vi } from 'vitest'
import { newId } from './newId'

afterEach(() => vi.unstubAllGlobals())

const many = () => new Set(Array.from({ length: 1000 }, newId))

test('an id is a random UUID', () => {
  expect(newId()).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect(many().size).toBe(1000)
})

test('an id has as many random bits where the page is served by plain http', () => {
  const { crypto } = globalThis
  // Such a page has a `crypto` without `randomUUID`.
  vi.stubGlobal('crypto', {
    getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
  })
  const ids = many()
  expect(ids.size).toBe(1000)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{32}$/)
})
