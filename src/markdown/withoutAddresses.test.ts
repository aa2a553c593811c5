import * as fc from 'fast-check'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { documents } from './fixtures/documents'
import { syntax } from './renderOptions'
import { mayHoldAddress, withoutAddresses } from './withoutAddresses'

const full = unified().use(remarkParse).use(syntax()).freeze()
const plain = unified()
  .use(remarkParse)
  .use([...syntax(), withoutAddresses])
  .freeze()

test('a text in which no address can stand is read the same without a look for one', () => {
  fc.assert(
    fc.property(documents, (text) => {
      fc.pre(!mayHoldAddress(text))
      expect(plain.parse(text)).toEqual(full.parse(text))
    }),
    { numRuns: 300 },
  )
})

test.each([
  'http://a.b',
  'HTTPS://a.b',
  'www.a.b',
  'a@b.co',
  'mailto:a@b.co',
  'xmpp:a@b.co/c',
  'http\\://a.b',
  'http&colon;//a.b',
  '&#119;ww.a.b',
  'a&#64;b.co',
  'a&commat;b.co',
])('%s is looked at with care', (text) => {
  expect(JSON.stringify(full.parse(text))).toContain('"link"')
  expect(mayHoldAddress(text)).toBe(true)
  expect(JSON.stringify(plain.parse(text))).not.toContain('"link"')
})
