import { afterEach, expect, test, vi } from 'vitest'
import { keepLocalIn } from '../storage/fixtures/local'
import { answerKept, readerSent } from './askToKeep'

keepLocalIn(globalThis)
afterEach(() => vi.unstubAllGlobals())

test('the browser is asked once to keep all of it: at the first answer, in Firefox at the next act', () => {
  const persist = vi.fn(() => Promise.resolve(true))
  vi.stubGlobal('navigator', { userAgent: 'Chrome/1', storage: { persist } })
  readerSent()
  expect(persist).not.toHaveBeenCalled()
  answerKept()
  answerKept()
  expect(persist).toHaveBeenCalledTimes(1)

  keepLocalIn(globalThis)
  vi.stubGlobal('navigator', { userAgent: 'Firefox/1', storage: { persist } })
  readerSent()
  answerKept()
  expect(persist).toHaveBeenCalledTimes(1)
  readerSent()
  readerSent()
  expect(persist).toHaveBeenCalledTimes(2)
})
