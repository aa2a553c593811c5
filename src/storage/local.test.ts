import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { loadLocal, onLocalChange, saveLocal } from './local'

/** The browser's storage, as far as it is used. */
class LocalStorage {
  readonly kept = new Map<string, string>()
  getItem = (name: string) => this.kept.get(name) ?? null
  setItem = (name: string, value: string) => void this.kept.set(name, value)
}

let storage: LocalStorage
beforeEach(() => {
  storage = new LocalStorage()
  vi.stubGlobal('localStorage', storage)
})
afterEach(() => vi.unstubAllGlobals())

describe('a value', () => {
  test.each([{ a: [1, null, 'x'] }, 'text', 0, false, null, []])('%j is loaded as it was saved', (value) => {
    expect(saveLocal('some', value)).toBe(true)
    expect(loadLocal('some')).toEqual(value)
    expect(loadLocal('other')).toBeUndefined()
  })

  test('stands under a name of ours', () => {
    saveLocal('some', 1)
    expect([...storage.kept.keys()]).toEqual(['parley.some'])
  })

  test.each(['', '{', 'undefined', '{"a":1'])('that somebody has made %j is none', (text) => {
    storage.setItem('parley.some', text)
    expect(loadLocal('some')).toBeUndefined()
  })
})

describe('storage that refuses', () => {
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError')
  }

  test('for a value makes saving false, and what was there stays', () => {
    saveLocal('some', 1)
    storage.setItem = refuse
    expect(saveLocal('some', 2)).toBe(false)
    expect(loadLocal('some')).toBe(1)
  })

  test('to be read is the same as empty', () => {
    storage.getItem = refuse
    expect(loadLocal('some')).toBeUndefined()
  })

  test('to be touched at all is the same as empty', () => {
    vi.stubGlobal('localStorage', undefined)
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse })
    expect(loadLocal('some')).toBeUndefined()
    expect(saveLocal('some', 1)).toBe(false)
  })
})

test('another tab is heard when it keeps this name, or clears everything', () => {
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  let heard = 0
  onLocalChange('some', () => heard++)
  const kept = (key: string | null) => page.dispatchEvent(Object.assign(new Event('storage'), { key }))
  kept('parley.some')
  expect(heard).toBe(1)
  kept('parley.other')
  kept('some')
  expect(heard).toBe(1)
  kept(null)
  expect(heard).toBe(2)
})
