import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { untilLoaded } from './untilLoaded'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what does not come is asked for again, less and less often, until it comes', async () => {
  const asked: number[] = []
  const began = Date.now()
  const loading = untilLoaded(async () => {
    asked.push((Date.now() - began) / 1000)
    if (asked.length < 10) throw new Error('gone')
    return 'there'
  })
  await vi.runAllTimersAsync()
  expect(await loading).toBe('there')
  expect(asked).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243])
})

test('what nobody wants any more is not', async () => {
  let isWanted = true
  let asked = 0
  const loading = untilLoaded(
    async () => {
      asked++
      throw new Error('gone')
    },
    () => isWanted,
  ).catch(String)
  await vi.advanceTimersByTimeAsync(1500)
  isWanted = false
  await vi.runAllTimersAsync()
  expect(await loading).toBe('Error: gone')
  expect(asked).toBe(2)
})
