import { afterEach, describe, expect, test, vi } from 'vitest'
import { afterRun, heldRuns, holdRun } from './runLocks'

describe.runIf(typeof navigator !== 'undefined' && 'locks' in navigator)('where there are locks', () => {
  test('a run is held until it is let go, and others by their own names', async () => {
    const letGo = [await holdRun('one'), await holdRun('two')]
    expect(await heldRuns()).toEqual(new Set(['one', 'two']))
    letGo[0]!()
    await expect.poll(() => heldRuns()).toEqual(new Set(['two']))
    let over = false
    afterRun('two', async () => void (over = true))
    letGo[1]!()
    await expect.poll(() => heldRuns()).toEqual(new Set())
    await expect.poll(() => over).toBe(true)
  })
})

describe('where there are no locks', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('no run is held, and holding one does no harm', async () => {
    vi.stubGlobal('navigator', {})
    const letGo = await holdRun('one')
    expect(await heldRuns()).toEqual(new Set())
    afterRun('one', () => Promise.reject(new Error('nobody knows when it ends')))
    letGo()
  })
})
