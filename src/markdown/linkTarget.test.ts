import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linkTarget } from './linkTarget'

test.each([
  ['a link', 'https://example.com/a'],
  ['example.com', 'https://www.example.com/a'],
  ['https://example.com/a?b', 'https://example.com/a?b'],
  ['example.com', 'https://docs.example.com'],
  ['see README.md', 'https://github.com/a/b'],
  ['node.js', 'https://nodejs.org'],
  ['version 1.2.io is out', 'https://example.com'],
  ['Ελλάδα', 'http://localhost:8080/'],
])('“%s” leads to %s openly', (words, href) => {
  expect(linkTarget(href, words)).toMatchObject({ host: new URL(href).host, isDisguised: false })
})

test.each([
  ['google.com', 'https://evil.example/', 'evil.example'],
  ['https://google.com/a', 'https://evil.example/', 'evil.example'],
  ['sign in at www.google.com now', 'https://evil.example:8443/', 'evil.example:8443'],
  ['docs.example.com', 'https://example.com', 'example.com'],
  ['google.com', 'https://google.com.evil.example', 'google.com.evil.example'],
  ['here', 'https://google.com@evil.example', 'evil.example'],
  ['here', 'https://user:secret@evil.example/', 'evil.example'],
  // The letters of the first are Cyrillic; the second has one of them.
  ['here', 'https://раураӏ.com/login', 'xn--80aa0cbo65f.com'],
  ['here', 'https://аpple.com/', 'xn--pple-43d.com'],
  ['\u202emoc.elpmaxe', 'https://evil.example/', 'evil.example'],
  ['http://google.com\\@x', 'https:\\\\evil.example', 'evil.example'],
])('“%s” to %s is a disguise for %s', (words, href, host) => {
  expect(linkTarget(href, words)).toMatchObject({ host, isDisguised: true })
})

test('what the words name need not be said again', () => {
  expect(linkTarget('https://example.com/a', 'https://www.example.com/a')?.isNamed).toBe(true)
  expect(linkTarget('https://docs.example.com/a', 'example.com')?.isNamed).toBe(false)
  expect(linkTarget('https://example.com/a', 'a')?.isNamed).toBe(false)
  for (const href of ['mailto:a@b.example', 'tel:+1', '#a', 'nothing'])
    expect(linkTarget(href, 'a')).toBe(undefined)
})

test('any words and any address have an answer, and the host is never anything but plain letters', () => {
  const address = fc.oneof(
    fc.webUrl(),
    fc.string({ unit: 'binary' }).map((rest) => `https://${rest}`),
  )
  fc.assert(
    fc.property(address, fc.string({ unit: 'grapheme' }), (href, words) => {
      const target = linkTarget(href, words)
      expect(target === undefined).toBe(!URL.canParse(href))
      expect(target?.host ?? '').toMatch(/^[\x21-\x7e]*$/)
    }),
  )
})
