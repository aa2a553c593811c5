import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from './parseJson'

function byTheEngine(text: string): unknown {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

function agrees(text: string) {
  const reading = parseJson(text)
  const expected = byTheEngine(text)
  expect(reading.ok ? reading : { ok: false }).toStrictEqual(expected)
}

/** Valid JSON with a few characters replaced, removed or put in. */
const nearlyJson = fc
  .tuple(
    fc.json({ maxDepth: 4 }),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom('', '{', '}', ',', ':', '"', '\\', '0', '-', '.', 'e', '\n', '\u0001'),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([json, changes]) =>
    changes.reduce((text, [at, piece]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + piece + text.slice(place + (at % 2))
    }, json),
  )

test('agrees with the engine on every JSON text', () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.nat(8), (json, indent) => {
      agrees(json)
      agrees(JSON.stringify(JSON.parse(json), null, indent))
    }),
  )
})

test('agrees with the engine on any text, and on JSON that was damaged', () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearlyJson), agrees), { numRuns: 2000 })
})

test.each([
  '{"__proto__": 1, "a": 1, "a": 2}',
  '-0',
  '1e999',
  '0.1e+5',
  '01',
  '1.',
  '.5',
  '+1',
  '-',
  '\ufeff{}',
  '"\ud800"',
  '"\\ud800"',
  '\u00a01',
  '[1,]',
  '{,}',
  'NaN',
  'nulll',
  'null1',
  '"\t"',
  '"\u2028"',
  ' \r\n\t[] ',
])('agrees with the engine on %j', agrees)

test.each([
  ['', 'empty', 1, 1],
  ['  \n ', 'empty', 2, 2],
  ['{"a": 1,\n  "b": tru}', 'bad-literal', 2, 8],
  ['{"a": 1,}', 'trailing-comma', 1, 8],
  ['[1, 2', 'unexpected-end', 1, 6],
  ['{"a" 1}', 'expected-colon', 1, 6],
  ["{'a': 1}", 'expected-key', 1, 2],
  ['[1 2]', 'expected-comma', 1, 4],
  ['["a\nb"]', 'control-character', 1, 4],
  ['["abc', 'unclosed-string', 1, 2],
  ['{"a": "\\x"}', 'bad-escape', 1, 8],
  ['{} and more', 'text-after-end', 1, 4],
  ['[012]', 'bad-number', 1, 2],
  ['Sure! {}', 'bad-literal', 1, 1],
  ['["😀", ?]', 'unexpected-character', 1, 7],
])('places the error in %j', (text, reason, line, column) => {
  expect(parseJson(text)).toMatchObject({ ok: false, reason, line, column })
})

test('refuses what is nested beyond reason instead of running out of stack', () => {
  expect(parseJson('['.repeat(100_000))).toMatchObject({ ok: false, reason: 'too-deep' })
  expect(parseJson('['.repeat(900) + ']'.repeat(900))).toMatchObject({ ok: true })
})
