import { page } from './fixtures/page'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createReplyBuilder } from '../protocol/accumulate'
import { sendRequest } from './sendRequest'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

/** A request that fails at once, because no browser takes its address: its end, and whether that has come. */
function failing(signal = new AbortController().signal) {
  const endpoint = { id: 'e', name: 'E', baseURL: 'http://', headers: [] }
  const body = { model: 'm', messages: [] }
  const end = sendRequest({ endpoint, body, signal, builder: createReplyBuilder(), grew: () => {} })
  const state = { end, isOver: false }
  void end.then(() => (state.isOver = true))
  return state
}

/** What storage has under way goes on; no time passes. */
async function settled() {
  for (let turn = 0; turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test('what breaks while the page is left is said only if it stays', async () => {
  expect((await failing().end)?.kind).toBe('unreachable')

  const held = failing()
  page.dispatchEvent(new Event('beforeunload'))
  await settled()
  await vi.advanceTimersByTimeAsync(4990)
  expect(held.isOver).toBe(false)
  await vi.advanceTimersByTimeAsync(20)
  expect((await held.end)?.kind).toBe('unreachable')
  expect((await failing().end)?.kind).toBe('unreachable')
})

test('who stops it meanwhile does not wait', async () => {
  const stop = new AbortController()
  const held = failing(stop.signal)
  page.dispatchEvent(new Event('beforeunload'))
  await settled()
  expect(held.isOver).toBe(false)
  stop.abort()
  expect(await held.end).toBeUndefined()
})
