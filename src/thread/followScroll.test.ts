import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Position, comparedWith, followsAfter, isAtEnd } from './followScroll'

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
    expect(followsAfter(false, at(100), at(680))).toBe(true)
  })

  test.each([100, 20, 4, 2])('ends when the reader goes up by %d', (by) => {
    expect(followsAfter(true, at(700), at(700 - by))).toBe(false)
  })

  test('does not begin for who is near the end on the way up, nor when a finger trembles there', () => {
    expect(followsAfter(false, at(696), at(692))).toBe(false)
    expect(followsAfter(false, at(692), at(693))).toBe(false)
    expect(followsAfter(false, at(692), at(696))).toBe(true)
  })

  test('goes on when zoom rounds, and when a rubber band comes back', () => {
    expect(followsAfter(true, at(700), at(699.4))).toBe(true)
    expect(followsAfter(true, at(760), at(720))).toBe(true)
    expect(followsAfter(true, at(720), at(700))).toBe(true)
    expect(followsAfter(true, at(760), at(690))).toBe(false)
    expect(followsAfter(true, at(20, 200), at(0, 200))).toBe(true)
  })

  test('ends with steps too small to be told from rounding, once they add up', () => {
    let before = at(700)
    let following = true
    for (const top of [699.5, 699, 698.5]) {
      following = followsAfter(following, before, at(top))
      before = comparedWith(before, at(top))
    }
    expect(following).toBe(false)
  })

  test('begins at the very end, however it came there', () => {
    expect(followsAfter(false, at(680), at(600, 900))).toBe(true)
    expect(followsAfter(false, at(680), at(0, 200))).toBe(true)
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
    // Shorter by more above the reader than it grew below.
    expect(followsAfter(true, at(4000, 4300), at(3980, 4304))).toBe(true)
  })

  test('ends when the reader goes up further than that', () => {
    expect(followsAfter(true, at(4000, 4300), at(3000, 4200))).toBe(false)
    expect(followsAfter(true, at(4000, 4300), at(3900, 4400))).toBe(false)
  })

  test('goes on when the window or a keyboard changed what is in view', () => {
    expect(followsAfter(true, at(700), at(500, 1000, 200))).toBe(true)
  })

  test('never begins away from the end, and never ends without going up', () => {
    const pixels = fc.integer({ min: 0, max: 5000 })
    const position = fc.record({ top: pixels, height: pixels, view: pixels })
    fc.assert(
      fc.property(fc.boolean(), position, position, (following, before, after) => {
        const follows = followsAfter(following, before, after)
        if (!following) expect(follows && !isAtEnd(after)).toBe(false)
        else if (after.top >= before.top || after.view !== before.view) expect(follows).toBe(true)
      }),
    )
  })
})
