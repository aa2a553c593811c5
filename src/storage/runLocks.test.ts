import { afterEach, describe, expect, test, vi } from 'vitest'
import { heldRuns, holdRun } from './runLocks'

describe.runIf(typeof navigator !== 'undefined' && 'locks' in navigator)('where there are locks', () => {
  test('a run is held until it is let go, and others by their own names', async () => {
    const letGo = [holdRun('one'), holdRun('two')]
    await vi.waitFor(async () => expect(await heldRuns()).toEqual(new Set(['one', 'two'])))
    letGo[0]!()
    await vi.waitFor(async () => expect(await heldRuns()).toEqual(new Set(['two'])))
    letGo[1]!()
    await vi.waitFor(async () => expect(await heldRuns()).toEqual(new Set()))
  })
})

describe('where there are no locks', () => {
  afterEach(() => vi.unstubAllGlobals())

  test('no run is held, and holding one does no harm', async () => {
    vi.stubGlobal('navigator', {})
    const letGo = holdRun('one')
    expect(await heldRuns()).toEqual(new Set())
    letGo()
  })
})
