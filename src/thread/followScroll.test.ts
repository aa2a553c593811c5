import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Position, followsAfter, isAtEnd } from './followScroll'

const at = (top: number, height = 1000, view = 300): Position => ({ top, height, view })

describe('the end', () => {
  test.each([
    [at(700), true],
    [at(668), true],
    [at(667), false],
    [at(0), false],
    // Zoom rounds, rubber bands go past the end, and a short text has no other place than its end.
    [at(699.5), true],
    [at(740), true],
    [at(0, 200), true],
  ])('%j: %j', (position, expected) => expect(isAtEnd(position)).toBe(expected))
})

describe('following', () => {
  test('begins again at the end, from wherever', () => {
    expect(followsAfter(false, at(100), at(700))).toBe(true)
  })

  test('ends when the reader goes up', () => {
    expect(followsAfter(true, at(700), at(600))).toBe(false)
  })

  test('goes on while a reader who scrolled up a hair is still at the end', () => {
    expect(followsAfter(true, at(700), at(680))).toBe(true)
  })

  test('does not begin on the way down', () => {
    expect(followsAfter(false, at(100), at(500))).toBe(false)
  })

  test('goes on when the content grows under it', () => {
    expect(followsAfter(true, at(700), at(700, 5000))).toBe(true)
  })

  test('does not begin because the content grows', () => {
    expect(followsAfter(false, at(300), at(300, 5000))).toBe(false)
  })

  test('goes on when the content became shorter and took the top along', () => {
    expect(followsAfter(true, at(3900, 4300), at(3800, 4200))).toBe(true)
  })

  test('ends when the reader goes up further than that', () => {
    expect(followsAfter(true, at(4000, 4300), at(3000, 4200))).toBe(false)
  })

  test('goes on when the window or a keyboard changed what is in view', () => {
    expect(followsAfter(true, at(700), at(500, 1000, 200))).toBe(true)
  })

  test('never begins away from the end, and never ends at it', () => {
    const pixels = fc.integer({ min: 0, max: 5000 })
    const position = fc.record({ top: pixels, height: pixels, view: pixels })
    fc.assert(
      fc.property(fc.boolean(), position, position, (following, before, after) => {
        const follows = followsAfter(following, before, after)
        if (isAtEnd(after)) expect(follows).toBe(true)
        else if (!following) expect(follows).toBe(false)
        else if (after.top >= before.top || after.view !== before.view) expect(follows).toBe(true)
      }),
    )
  })
})
