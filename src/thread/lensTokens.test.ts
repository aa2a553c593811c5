import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TokenLogprob } from '../protocol/wire'
import { beginningIn, leastLikely, lensFigures, partsOf, textBefore, tintOf } from './lensFigures'
import { alternativesOf, lensTokens } from './lensTokens'
import { named, shownIn } from './legible'

const bytesOf = (text: string) => [...new TextEncoder().encode(text)]
const token = (text: string, logprob = -1) => ({ token: text, logprob, bytes: bytesOf(text) })
const textsOf = (content: TokenLogprob[]) => lensTokens(content).map(({ text, name }) => text || name)

describe('tokens', () => {
  test('however the bytes of its characters are cut, they are whole and none is lost', () => {
    const character = fc.constantFrom('a', '\n', 'é', 'ß', '→', '語', '\ufffd', '\ufeff', '🙂', '𝄞', '\0')
    const pieces = fc
      .tuple(character, fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }))
      .map(([character, cuts]) => {
        const bytes = bytesOf(character)
        const places = [
          0,
          ...new Set(cuts.toSorted((a, b) => a - b).filter((cut) => cut < bytes.length)),
          bytes.length,
        ]
        return places.slice(1).map((end, at) => bytes.slice(places[at], end))
      })
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (characters) => {
        const content = characters.flat().map((bytes) => ({ token: '�', bytes, logprob: -1 }))
        const tokens = lensTokens(content)
        const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(characters.flat(2)))
        expect(tokens.map((token) => token.text).join('')).toBe(text)
        expect(tokens).toHaveLength(characters.length)
        expect(tokens.reduce((sum, { count }) => sum + count, 0)).toBe(content.length)
      }),
      { numRuns: 300 },
    )
  })

  test('a character of several tokens has their probability together', () => {
    const [f0, ...rest] = bytesOf('🙂')
    const first = { token: '\\xf0', bytes: [f0!], logprob: -1, top_logprobs: [token(' a', -2)] }
    const [joined] = lensTokens([first, { token: '\\x9f\\x99\\x82', bytes: rest, logprob: -0.5 }])
    expect(joined).toMatchObject({ text: '🙂', first: 0, count: 2, logprob: -1.5, kind: 'text' })
    expect(alternativesOf(first)).toEqual([
      { text: 'F0', logprob: -1, drawn: true, whole: false },
      { text: ' a', logprob: -2, drawn: false, whole: true },
    ])
  })

  test('bytes that make no character, and tokens that are no text, are shown by their names', () => {
    expect(textsOf([{ token: '\ufffd', bytes: [0xff] }, token('a')])).toEqual(['FF', 'a'])
    expect(textsOf([token('\ufffd')])).toEqual(['\ufffd'])
    expect(
      textsOf([
        { token: '<|im_end|>', bytes: null },
        { token: '', bytes: [] },
      ]),
    ).toEqual(['<|im_end|>', '∅'])
    // Said by the model, as text.
    expect(lensTokens([token('<b>')])[0]).toMatchObject({ text: '<b>', kind: 'text' })
    expect(lensTokens([{ token: ' plain' }])[0]).toMatchObject({ text: ' plain', logprob: undefined })
  })

  test('the one that was drawn is always among the alternatives, which are in order', () => {
    const top_logprobs = [token('b', -3), token('a', -2)]
    expect(
      alternativesOf({ ...token('c', -9), top_logprobs }).map(({ text, drawn }) => [text, drawn]),
    ).toEqual([
      ['a', false],
      ['b', false],
      ['c', true],
    ])
  })

  test('what a server sends of another shape harms nobody', () => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- servers differ
    const odd = [
      {},
      { token: 'a', bytes: ['x'] },
      { token: 'b', top_logprobs: null },
    ] as unknown as TokenLogprob[]
    expect(textsOf(odd)).toEqual(['∅', 'a', 'b'])
    expect(odd.map((one) => alternativesOf(one).length)).toEqual([1, 1, 1])
  })
})

test('white space and signs without a shape are legible', () => {
  const shown = (text: string) => shownIn(lensTokens([token(text)])[0]!)
  expect(shown(' a\n\n')).toBe(' a↵\n↵\n')
  expect(shown('\t\u200b👩‍👧')).toBe('⇥\t⟨200B⟩👩‍👧')
  expect(named(' a\r\n b')).toBe('␣a↵␣b')
})

describe('figures', () => {
  const content = [
    token('a', 0),
    token('b', Math.log(0.25)),
    token('c', Math.log(0.5)),
    token('d', Math.log(0.25)),
  ]
  const tokens = lensTokens(content)

  test('mean probability and perplexity', () => {
    expect(lensFigures(content)!.mean).toBeCloseTo(0.5)
    expect(lensFigures(content)!.perplexity).toBeCloseTo(32 ** (1 / 4))
    expect(lensFigures([{ token: 'a' }])).toBeUndefined()
  })

  test('the least likely tokens, the first of equals first', () => {
    expect(leastLikely(tokens, 3)).toEqual([1, 3, 2])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 0 })), fc.nat(5), (logprobs, most) => {
        const all = lensTokens(logprobs.map((logprob) => token('x', logprob)))
        const sorted = [...all.keys()].toSorted((a, b) => logprobs[a]! - logprobs[b]! || a - b)
        expect(leastLikely(all, most)).toEqual(sorted.slice(0, most))
      }),
    )
  })

  test('tints go from none to five', () => {
    const tint = (probability: number) => tintOf(Math.log(probability))
    expect([1, 0.91, 0.89, 0.6, 0.31, 0.2, 0.05, 0].map(tint)).toEqual([0, 0, 1, 2, 3, 4, 5, 5])
    expect(tintOf(-9999)).toBe(5)
    expect(tintOf(undefined)).toBe(0)
  })
})

test('a long answer is cut into parts, after line breaks where it can be', () => {
  const lines = lensTokens(Array.from({ length: 2000 }, (_, at) => token(at % 100 === 99 ? '\n' : 'x')))
  const parts = partsOf(lines)
  expect(parts[0]).toEqual([0, 200])
  expect(parts.at(-1)![1]).toBe(2000)
  expect(partsOf(lensTokens(Array.from({ length: 1300 }, () => token('x'))))).toEqual([
    [0, 600],
    [600, 1200],
    [1200, 1300],
  ])
  expect(partsOf([])).toEqual([])
})

test('the text before a token, also where the answer began with other words', () => {
  const tokens = lensTokens([token('One'), token(' two'), token(' three')])
  expect(beginningIn('One two three', tokens)).toBe(0)
  expect(beginningIn('Say: One two three', tokens, 5)).toBe(5)
  expect(beginningIn('edited', tokens)).toBeUndefined()
  expect(textBefore('Say: One two three', tokens, 2, 5)).toBe('Say: One two')
})
