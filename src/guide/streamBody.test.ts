import { afterEach, expect, test, vi } from 'vitest'
import { createGuideFetch } from './guideFetch'

const story = {
  model: 'babble',
  messages: [{ role: 'user', content: 'Tell me a short story.' }],
  stream: true,
}
const post = (call: typeof fetch, init: RequestInit = {}) =>
  call('parley:built-in/chat/completions', { method: 'POST', body: JSON.stringify(story), ...init })
afterEach(() => vi.useRealTimers())

/** A clock that only moves when somebody sleeps on it, or when it is told to. */
function createClock() {
  const clock = {
    time: 0,
    naps: [] as number[],
    now: () => clock.time,
    sleep: async (milliseconds: number) => {
      clock.naps.push(milliseconds)
      clock.time += milliseconds
    },
  }
  return clock
}
const open = async (call: typeof fetch) => (await post(call)).body!.getReader()
const eventsIn = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes).split('\n\n').length - 1

test('sends a token at a time, as fast as it is told', async () => {
  const clock = createClock()
  const reader = await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
  for (let count = 0; count < 10; count += 1) expect(eventsIn((await reader.read()).value)).toBe(1)
  expect(clock.time).toBeCloseTo(180)
})

test('catches up after a late timer', async () => {
  const clock = createClock()
  const reader = await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
  await reader.read()
  clock.time += 1000
  expect(eventsIn((await reader.read()).value)).toBe(50)
  expect(eventsIn((await reader.read()).value)).toBe(1)
})

test('makes nothing that nobody reads', async () => {
  const clock = createClock()
  await open(createGuideFetch({ tokensPerSecond: 50, ...clock }))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(clock.naps).toEqual([])
})

test('an abort errors the stream and clears the timer', async () => {
  vi.useFakeTimers()
  const controller = new AbortController()
  const response = await post(createGuideFetch({ tokensPerSecond: 1 }), { signal: controller.signal })
  const reader = response.body!.getReader()
  await reader.read()
  const waiting = reader.read()
  await vi.advanceTimersByTimeAsync(10)
  expect(vi.getTimerCount()).toBe(1)
  controller.abort()
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  expect(vi.getTimerCount()).toBe(0)
})

test('whoever stops reading frees it too', async () => {
  vi.useFakeTimers()
  const reader = await open(createGuideFetch({ tokensPerSecond: 1 }))
  await reader.read()
  const waiting = reader.read()
  await vi.advanceTimersByTimeAsync(10)
  await reader.cancel()
  expect((await waiting).done).toBe(true)
  expect(vi.getTimerCount()).toBe(0)
})
