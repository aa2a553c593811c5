import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Usage } from '../protocol/wire'
import { chargedOf, costOf } from './costOf'
import { scaled } from './decimal'
import { mergePrices, perMillion, pricesIn } from './listedPrices'
import { priceOf, readPrices } from './prices'
import { readUsage } from './readUsage'

describe('decimals', () => {
  test.each<[unknown, number, number | undefined]>([
    ['0.15', 6, 150_000],
    [0.15, 6, 150_000],
    ['.5', 6, 500_000],
    ['2.', 6, 2_000_000],
    [' 10 ', 6, 10_000_000],
    ['0.00000015', 12, 150_000],
    [1.5e-7, 12, 150_000],
    ['0.000000000000049', 12, 0],
    ['0.0000000000005', 12, 1],
    ['1e-30', 12, 0],
    ['0', 6, 0],
    ['-1', 6, undefined],
    ['', 6, undefined],
    ['.', 6, undefined],
    ['1,5', 6, undefined],
    ['0x10', 6, undefined],
    ['free', 6, undefined],
    ['1e99', 6, undefined],
    [Number.NaN, 6, undefined],
    [null, 6, undefined],
    [{}, 6, undefined],
  ])('%j with %i places: %s', (decimal, places, value) => {
    expect(scaled(decimal, places)).toBe(value)
  })

  test('whole numbers of millionths come through exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (millionths) => {
        const text = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`
        expect(scaled(text, 6)).toBe(millionths)
      }),
    )
  })
})

describe('cost', () => {
  const price = {
    pattern: 'gpt-4o-mini',
    input: perMillion('0.15')!,
    cached: perMillion('0.075')!,
    output: perMillion('0.6')!,
  }

  test('is exact', () => {
    expect(costOf({ input: 1204, output: 386 }, price).total).toBe(1204 * 150_000 + 386 * 600_000)
    // 0.1 + 0.2, in dollars for a million.
    const tenths = { pattern: '*', input: perMillion('0.1')!, output: perMillion('0.2')! }
    expect(costOf({ input: 1, output: 1 }, tenths).total).toBe(perMillion('0.3'))
  })

  test('is less for what was cached, where it has a price of its own', () => {
    expect(costOf({ input: 1000, cached: 400, output: 0 }, price)).toEqual({
      input: 600 * 150_000,
      cached: 400 * 75_000,
      output: 0,
      total: 600 * 150_000 + 400 * 75_000,
    })
    const { cached: _cached, ...plain } = price
    expect(costOf({ input: 1000, cached: 400 }, plain).total).toBe(1000 * 150_000)
  })

  test('is the sum of its parts, whole, and never below zero', () => {
    const tokens = fc.nat({ max: 10_000_000 })
    const rate = fc.nat({ max: 100_000_000 })
    fc.assert(
      fc.property(tokens, tokens, tokens, rate, rate, rate, (input, cached, output, one, two, three) => {
        const cost = costOf(
          { input, cached, output },
          { pattern: '*', input: one, cached: two, output: three },
        )
        expect(cost.total).toBe(cost.input + cost.cached + cost.output)
        expect(Number.isSafeInteger(cost.total)).toBe(true)
        expect(Math.min(cost.input, cost.cached, cost.output)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('is what the server charged, where it says so', () => {
    expect(chargedOf(readUsage({ cost: 0.00014 }))).toBe(140_000_000)
    expect(chargedOf(readUsage({ cost: { total: 1 } }))).toBeUndefined()
  })
})

describe('the table of prices', () => {
  const table = ['*', 'gpt-4*', 'gpt-4o*', 'gpt-4o-mini', '*:free', 'openai/*-mini'].map((pattern, at) => ({
    pattern,
    input: at,
    output: at,
  }))

  test.each([
    ['gpt-4o-mini', 'gpt-4o-mini'],
    ['gpt-4o-mini-2024-07-18', 'gpt-4o*'],
    ['gpt-4-turbo', 'gpt-4*'],
    ['meta/llama:free', '*:free'],
    ['openai/o4-mini', 'openai/*-mini'],
    ['something', '*'],
  ])('%s is priced by %s', (model, pattern) => {
    expect(priceOf(table, model)?.pattern).toBe(pattern)
  })

  test('a name without stars is that name alone', () => {
    expect(priceOf([{ pattern: 'gpt-4', input: 1, output: 1 }], 'gpt-4o')).toBeUndefined()
    expect(priceOf([], 'gpt-4')).toBeUndefined()
  })

  test('parts of a pattern do not overlap', () => {
    const aba = [{ pattern: 'ab*ba', input: 1, output: 1 }]
    expect(priceOf(aba, 'aba')).toBeUndefined()
    expect(priceOf(aba, 'abba')).toBeDefined()
  })

  test('is read with what makes sense in it', () => {
    expect(
      readPrices({
        prices: [
          { pattern: 'a', input: 1, output: 2, cached: 0 },
          { pattern: 'b', input: 1, output: 2, cached: 'x', more: true },
          { pattern: ' ', input: 1, output: 2 },
          { pattern: 'c', input: -1, output: 2 },
          { pattern: 'd', input: 1.5, output: 2 },
          { pattern: 'e', input: 1e10, output: 2 },
          { pattern: 'f', input: 1 },
          null,
          'g',
        ],
      }),
    ).toEqual([
      { pattern: 'a', input: 1, output: 2, cached: 0 },
      { pattern: 'b', input: 1, output: 2 },
    ])
    for (const kept of [undefined, null, [], 'x', { prices: {} }]) expect(readPrices(kept)).toEqual([])
  })

  test('is bounded', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ pattern: `m${at}`, input: 1, output: 1 }))
    expect(readPrices({ prices: many })).toHaveLength(1000)
    expect(mergePrices(many, [])).toHaveLength(1000)
  })

  test('takes what a list of models says, in dollars for one token', () => {
    expect(
      pricesIn([
        {
          id: 'openai/gpt-4o-mini',
          pricing: { prompt: '0.00000015', completion: '0.0000006', input_cache_read: '0.000000075' },
        },
        { id: 'free', pricing: { prompt: '0', completion: '0', request: '0' } },
        { id: 'openrouter/auto', pricing: { prompt: '-1', completion: '-1' } },
        { id: 'silent' },
        { id: 'odd', pricing: 'cheap' },
      ]),
    ).toEqual([
      { pattern: 'openai/gpt-4o-mini', input: 150_000, cached: 75_000, output: 600_000 },
      { pattern: 'free', input: 0, output: 0 },
    ])
  })

  test('what is new replaces what was there, in its place', () => {
    const merged = mergePrices(table, [
      { pattern: 'gpt-4*', input: 9, output: 9 },
      { pattern: 'new', input: 8, output: 8 },
    ])
    expect(merged.map(({ pattern }) => pattern)).toEqual([...table.map(({ pattern }) => pattern), 'new'])
    expect(merged[1]?.input).toBe(9)
  })
})

describe('usage', () => {
  test('as OpenAI sends it', () => {
    expect(
      readUsage({
        prompt_tokens: 1204,
        completion_tokens: 386,
        total_tokens: 1590,
        prompt_tokens_details: { cached_tokens: 1024 },
        completion_tokens_details: { reasoning_tokens: 200 },
      }),
    ).toEqual({ input: 1204, cached: 1024, output: 386, reasoning: 200 })
  })

  test('as DeepSeek says what was cached', () => {
    expect(
      readUsage({
        prompt_tokens: 10,
        completion_tokens: 2,
        prompt_cache_hit_tokens: 8,
        prompt_cache_miss_tokens: 2,
      }),
    ).toEqual({ input: 10, cached: 8, output: 2 })
  })

  test('with thinking that only the total counts', () => {
    expect(
      readUsage({
        prompt_tokens: 10,
        completion_tokens: 5,
        total_tokens: 65,
        completion_tokens_details: { reasoning_tokens: 50 },
      }),
    ).toEqual({ input: 10, output: 55, reasoning: 50 })
  })

  test('from llama.cpp’s timings alone', () => {
    const timings = {
      cache_n: 236,
      prompt_n: 1,
      prompt_ms: 30.9,
      predicted_n: 35,
      predicted_per_second: 52.9,
    }
    expect(readUsage(undefined, { timings })).toEqual({
      input: 237,
      cached: 236,
      output: 35,
      perSecond: 52.9,
    })
  })

  test('is silent about what makes no sense', () => {
    const odd: Usage = JSON.parse(
      '{"prompt_tokens":-1,"completion_tokens":"many","prompt_tokens_details":[1]}',
    )
    expect(readUsage(odd, { timings: 'fast' })).toEqual({})
    expect(readUsage(undefined)).toEqual({})
  })
})
