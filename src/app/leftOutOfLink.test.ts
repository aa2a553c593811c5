import { expect, test } from 'vitest'
import { leftOutOfLink } from './leftOutOfLink'

const names = (count: number) => Array.from({ length: count }, (_, at) => `x${at}`)
const nothing = { unknown: [], bad: [], outside: [], fixed: false }

test('of what is left out the fields come first, and what is not named is counted', () => {
  expect(leftOutOfLink(nothing)).toBeUndefined()
  expect(
    leftOutOfLink({
      unknown: names(1007),
      bad: ['top_p'],
      outside: [{ name: 'n', min: 1, max: 128 }],
      fixed: true,
    }),
  ).toBe(
    'Left out: top_p (not a value it takes), n (it takes 1 to 128), endpoint (the endpoints of this page are fixed), x0 (no such field), x1 (no such field), x2 (no such field), x3 (no such field), x4 (no such field), and 1,002 more.',
  )
  expect(leftOutOfLink({ ...nothing, unknown: names(9) })).toMatch(
    /x7 \(no such field\), x8 \(no such field\)\.$/,
  )
  expect(leftOutOfLink({ ...nothing, unknown: names(10) })).toMatch(/x7 \(no such field\), and 2 more\.$/)
  expect(leftOutOfLink({ ...nothing, unknown: ['x'.repeat(41)] })).toContain(`${'x'.repeat(39)}… (no`)
})
