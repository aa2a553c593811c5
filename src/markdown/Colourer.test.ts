import * as fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { Colourer } from './Colourer'
import { highlight, loadLanguage } from './highlighter'
import { languageNamed } from './languageNames'
import { longest, tints } from './tints'

// As it is, and counted.
vi.mock('./highlighter', { spy: true })

const sources = import.meta.glob<string>(['./*.{ts,tsx,css}', './LineScanner.ts', '../README.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const files = Object.entries(sources).map(([path, source]) => ({
  source,
  language: languageNamed(path.slice(path.lastIndexOf('.') + 1))!,
}))

beforeAll(async () => {
  for (const { language } of files) await loadLanguage(language)
})

/** Line by line, as a block would show it. */
class Lines {
  readonly pieces: (readonly number[])[] = []
  take(news: readonly number[]) {
    for (let at = 0; at < news.length; at += 2 + news[at + 1]!)
      this.pieces[news[at]!] = news.slice(at + 2, at + 2 + news[at + 1]!)
    return this
  }
}

/** As it comes from a fast model between two looks at it. */
const partsOf = (source: string) => source.match(/(?:.*\n){1,20}|.+$/g) ?? []

const keys = ({ pieces }: Lines) => Array.from(pieces, (line) => line?.join() ?? '')
const whole = (code: string, language: string) =>
  keys(new Lines().take(new Colourer(language).add(code, true)))

test('code that grows ends with the colours of the whole, however it came', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 1, maxLength: 20 }),
      ({ source, language }, cuts) => {
        const colourer = new Colourer(language)
        const lines = new Lines()
        let at = 0
        for (const cut of cuts) lines.take(colourer.add(source.slice(at, (at += cut)), false))
        lines.take(colourer.add(source.slice(at), true))
        expect(keys(lines)).toEqual(whole(source, language))
      },
    ),
    { numRuns: 20 },
  )
})

test('on the way nearly every line has the colours that it will keep', () => {
  let all = 0
  let other = 0
  for (const { source, language } of files) {
    const colourer = new Colourer(language)
    const lines = new Lines()
    for (const part of partsOf(source)) lines.take(colourer.add(part, false))
    const expected = whole(source, language)
    for (const [number, pieces] of keys(lines).entries()) {
      all++
      if (pieces !== expected[number]) other++
    }
  }
  expect(all).toBeGreaterThan(2000)
  expect(other / all).toBeLessThan(0.01)
})

test('long code costs what its last lines cost', () => {
  const colourer = new Colourer('typescript')
  const asked = vi.mocked(highlight)
  const costs = Array.from({ length: 24 }, () => {
    asked.mockClear()
    for (const part of partsOf(sources['./LineScanner.ts']!)) colourer.add(part, false)
    return asked.mock.calls.reduce((letters, [code]) => letters + code.length, 0)
  })
  const cost = (from: number) => costs.slice(from, from + 6).reduce((sum, letters) => sum + letters, 0)
  expect(cost(0)).toBeGreaterThan(0)
  expect(cost(18)).toBeLessThan(1.5 * cost(6))
})

test('what is too long stays plain: lines, and what is behind the limit', () => {
  expect(whole(`a = "${'b'.repeat(3000)}"\nc = 1`, 'typescript')[0]).toBe('')
  const lines = whole('a = 1\n'.repeat(longest / 5), 'typescript')
  expect(lines.length).toBeLessThanOrEqual(longest / 6 + 1)
  expect(lines.at(-2)).toBe(lines[0])
})

test('pieces are lengths and colours', () => {
  const pieces = whole('a = "b" // c', 'typescript')[0]!
    .split(',')
    .map(Number)
    .map((piece) => [piece >> 4, tints[piece & 15]])
  expect(pieces).toEqual([
    [4, ''],
    [3, 'tint-string'],
    [1, ''],
    [4, 'tint-comment'],
  ])
})

test('languages within others are coloured, whichever were loaded before', async () => {
  await loadLanguage('xml')
  const { tints: found } = highlight('<script>\nlet a = 1\n</script>', 'xml').pieces
  expect(found).toContain(tints.indexOf('tint-number'))
})

test('every language can be loaded', async () => {
  const { default: all } = await import('highlight.js')
  for (const language of all.listLanguages()) {
    expect(await loadLanguage(language), language).toBe(true)
    expect(highlight('a "b" 1', language).pieces.lengths.length).toBeGreaterThan(0)
  }
})
