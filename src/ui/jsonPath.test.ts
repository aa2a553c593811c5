import { expect, test } from 'vitest'
import { jsonPath } from './jsonPath'

test.each<[(string | number)[], string]>([
  [[], '$'],
  [['people', 0, 'name'], '$.people[0].name'],
  [['first name', '$ref', 'größe', ''], '$["first name"].$ref.größe[""]'],
  [['a"b', '0'], '$["a\\"b"]["0"]'],
])('%j', (path, written) => {
  expect(jsonPath(path)).toBe(written)
})
