import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Said, checkInWorker } from './checkInWorker'
import type { Answer, Question } from './checkWorker'

/** A worker of the browser's, as far as it can be seen from the page. */
class Begun {
  static all: Begun[] = []
  heard: Question[] = []
  isEnded = false
  #listeners = new Map<string, (event: { data?: Answer }) => void>()

  constructor() {
    Begun.all.push(this)
  }
  addEventListener(type: string, listener: (event: { data?: Answer }) => void) {
    this.#listeners.set(type, listener)
  }
  postMessage(question: Question) {
    this.heard.push(question)
  }
  terminate() {
    this.isEnded = true
  }
  says(data: Answer) {
    this.#listeners.get('message')!({ data })
  }
  fails() {
    this.#listeners.get('error')!({})
  }
}

beforeEach(() => {
  Begun.all = []
  vi.useFakeTimers()
  vi.stubGlobal('Worker', Begun)
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

const fits = { violation: undefined, fits: true, unusable: false }
const checking = (schema: object) => {
  const said: Said[] = []
  return { said, ...checkInWorker(schema, (news) => said.push(news)) }
}

test('a schema that takes too long is given up with its worker, and the others are asked about once more', () => {
  const slow = checking({ pattern: '^(a|a)*$' })
  const other = checking({ type: 'string' })
  slow.more('"aaa!"', false)
  other.more('"b"', false)
  vi.advanceTimersByTime(60_000)
  // It has not come yet.
  expect(slow.said).toEqual([])
  Begun.all[0]!.says({})
  vi.advanceTimersByTime(3000)
  expect(slow.said).toMatchObject([{ unusable: true, fits: false }])
  expect(Begun.all.map(({ isEnded }) => isEnded)).toEqual([true, false])
  const [question] = Begun.all[1]!.heard
  expect(question).toMatchObject({ text: '"b"', schema: { type: 'string' } })
  Begun.all[1]!.says({})
  Begun.all[1]!.says({ id: question!.id, verdict: fits })
  expect(other.said).toEqual([{ ...fits, text: '"b"', streaming: false }])
  // It is not tried again.
  slow.more('"aaa!!"', false)
  expect(Begun.all[1]!.heard).toHaveLength(1)
})

test('what grows is asked about as it is then, and the worker ends when it has nothing to do', () => {
  const one = checking({})
  one.more('[', true)
  const [worker] = Begun.all
  worker!.says({})
  one.more('[1', true)
  one.more('[1]', false)
  expect(worker!.heard).toHaveLength(1)
  const { id } = worker!.heard[0]!
  worker!.says({ id, verdict: { ...fits, fits: false } })
  vi.advanceTimersByTime(50)
  expect(worker!.heard.slice(1)).toEqual([{ id, text: '[1]', streaming: false }])
  worker!.says({ id, verdict: fits })
  expect(one.said.at(-1)).toEqual({ ...fits, text: '[1]', streaming: false })
  vi.advanceTimersByTime(20_000)
  expect(worker!.isEnded).toBe(true)
  one.end()
  expect(Begun.all).toHaveLength(1)
})

test('where the worker cannot be loaded that is said, and it is tried again when there is more', () => {
  const one = checking({})
  one.more('[', true)
  Begun.all[0]!.fails()
  expect(one.said).toEqual(['not-loaded'])
  one.more('[]', false)
  expect(Begun.all).toHaveLength(2)
})
