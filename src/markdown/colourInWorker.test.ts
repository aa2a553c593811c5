import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { colourInWorker } from './colourInWorker'

/** The browser's workers, as far as they can be seen from the page. */
const begun: { heard: unknown[]; isEnded: boolean }[] = []

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    'Worker',
    class {
      heard: unknown[] = []
      isEnded = false
      constructor() {
        begun.push(this)
      }
      addEventListener() {}
      postMessage(question: unknown) {
        this.heard.push(question)
      }
      terminate() {
        this.isEnded = true
      }
    },
  )
})
afterEach(() => vi.useRealTimers())

const colouring = () => colourInWorker('js', { code: 'let a', growing: true }, () => {})

test('no worker begins for code that is gone before it was asked about', () => {
  colouring().end()
  vi.advanceTimersByTime(60_000)
  expect(begun).toEqual([])
})

test('a worker hears that code is gone, and ends some time after the last', () => {
  const session = colouring()
  vi.advanceTimersByTime(1000)
  expect(begun).toHaveLength(1)
  session.end()
  expect(begun[0]!.heard).toMatchObject([{ text: 'let a' }, { over: true }])
  vi.advanceTimersByTime(60_000)
  expect(begun[0]!.isEnded).toBe(true)
})
