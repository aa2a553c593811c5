import { assert, double, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { babble } from './babble'
import type { ChatRequest, Token } from './generation'
import { readRequest } from './readRequest'
import { prose } from './story'
import { tokenize } from './tokenize'

const request = (fields: object = {}): ChatRequest =>
  readRequest(
    {
      model: 'babble',
      messages: [{ role: 'user', content: 'Tell me a story as JSON.' }],
      seed: 1,
      ...fields,
    },
    0,
  )

function choices(fields: object = {}, limit = Infinity) {
  return babble(request(fields)).map((generation) => {
    const tokens: Token[] = []
    let next = generation.next()
    while (!next.done && tokens.length < limit) {
      tokens.push(next.value)
      next = generation.next()
    }
    return { tokens, text: tokens.map(({ text }) => text).join(''), finish_reason: next.value }
  })
}
const tell = (fields: object = {}, limit = Infinity) => choices(fields, limit)[0]!
const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** How many different words there are among the first 80 tokens. */
const variety = (fields: object) =>
  mean(seeds.map((seed) => new Set(tokenize(tell({ ...fields, seed }, 80).text)).size))

/** Every run of four tokens. */
const runs = (ids: readonly number[]) => ids.slice(3).map((_, index) => ids.slice(index, index + 4).join(' '))
const known = new Set(prose.texts.flatMap(runs))

/** How many of a sample's runs of four tokens the corpus does not have, of one. */
const surprise = (fields: object) =>
  mean(
    seeds.map((seed) => {
      const ids = tell({ ...fields, seed }, 80).tokens.map(({ text }) => prose.vocabulary.indexOf(text))
      return runs(ids).filter((run) => !known.has(run)).length / runs(ids).length
    }),
  )

describe('stories', () => {
  test('end by themselves, after a sentence', () => {
    for (const seed of seeds) {
      const { text, tokens, finish_reason } = tell({ seed })
      expect(finish_reason).toBe('stop')
      expect(text).toMatch(/[.!?]$/)
      expect(tokens.length).toBeLessThan(400)
    }
    expect(mean(seeds.map((seed) => tell({ seed }).tokens.length))).toBeGreaterThan(80)
  })

  test('are not read out from the corpus', () => {
    const corpus = new Set(prose.texts.map((ids) => ids.map((id) => prose.vocabulary[id]).join('')))
    const fresh = seeds.filter((seed) => !corpus.has(tell({ seed }).text))
    expect(fresh.length).toBeGreaterThan(16)
  })

  test('lean towards the words of the question', () => {
    const about = (content: string) =>
      seeds.filter((seed) => /\bowls?\b/.test(tell({ seed, messages: [{ role: 'user', content }] }).text))
        .length
    expect(about('A story about owls, please')).toBeGreaterThan(about('A story, please') + 4)
  })
})

describe('temperature and top_p', () => {
  test('at temperature 0 there is one story, whatever the seed', () => {
    const texts = new Set(seeds.map((seed) => tell({ temperature: 0, seed }).text))
    expect(texts.size).toBe(1)
  })

  test('higher temperatures leave the beaten track more often', () => {
    const [cold, usual, wild] = [0.3, 1, 2].map((temperature) => surprise({ temperature }))
    expect(cold).toBeLessThan(usual!)
    expect(usual).toBeLessThan(0.3)
    expect(wild).toBeGreaterThan(2 * usual!)
  })

  test('higher temperatures use more different words', () => {
    expect(variety({ temperature: 2 })).toBeGreaterThan(variety({ temperature: 0.3 }))
  })

  test('a tiny top_p is the likeliest token each time', () => {
    expect(tell({ top_p: 0.000001 }).text).toBe(tell({ temperature: 0 }).text)
    expect(tell({ top_p: 0 }).text).toBe(tell({ temperature: 0 }).text)
  })

  test('top_p tames a high temperature', () => {
    expect(surprise({ temperature: 1.5, top_p: 0.3 })).toBeLessThan(surprise({ temperature: 1.5 }))
  })
})

describe('seed and n', () => {
  test('the same seed gives the same story, another seed another', () => {
    expect(tell({ seed: 7 }).text).toBe(tell({ seed: 7 }).text)
    expect(new Set(seeds.map((seed) => tell({ seed }).text)).size).toBeGreaterThan(16)
  })

  test('choices are independent, and the first does not depend on n', () => {
    const several = choices({ n: 5 }).map(({ text }) => text)
    expect(new Set(several).size).toBe(5)
    expect(several[0]).toBe(tell().text)
  })
})

describe('penalties and biases', () => {
  const repetition = (fields: object) => 1 - variety(fields) / 80

  test('penalties reduce repetition', () => {
    expect(repetition({ frequency_penalty: 2 })).toBeLessThan(repetition({}))
    expect(repetition({ presence_penalty: 2 })).toBeLessThan(repetition({}))
    expect(repetition({ frequency_penalty: -1 })).toBeGreaterThan(repetition({}))
  })

  test('a bias of −100 forbids a token and one of 100 forces it', () => {
    const comma = prose.vocabulary.indexOf(',')
    for (const seed of seeds) expect(tell({ seed, logit_bias: { [comma]: -100 } }).text).not.toContain(',')
    const forced = tell({ logit_bias: { [comma]: 100 } }, 5).tokens[1]
    expect(forced?.text).toBe(',')
  })
})

describe('logprobs', () => {
  const { tokens, text } = tell({ logprobs: true, top_logprobs: 5, temperature: 1.3 })

  test('every token has one, of its own text and bytes', () => {
    expect(tokens.map(({ logprob }) => logprob?.token).join('')).toBe(text)
    for (const { logprob } of tokens) {
      expect(new TextDecoder().decode(new Uint8Array(logprob?.bytes ?? []))).toBe(logprob?.token)
      expect(prose.vocabulary[Number(logprob?.id)]).toBe(logprob?.token)
    }
  })

  test('they are logarithms of probabilities, the likeliest first', () => {
    for (const { logprob } of tokens) {
      const top = logprob?.top_logprobs?.map(({ logprob }) => logprob) ?? []
      expect(logprob?.logprob).toBeLessThanOrEqual(0)
      expect(top).toEqual(top.toSorted((a, b) => b - a))
      expect(top.reduce((sum, value) => sum + Math.exp(value), 0)).toBeLessThan(1.000001)
    }
  })

  test('the greedy token is the first of the list', () => {
    for (const { logprob } of tell({ logprobs: true, top_logprobs: 1, temperature: 0 }).tokens) {
      expect(logprob?.top_logprobs?.[0]?.logprob).toBe(logprob?.logprob)
    }
  })

  test('temperature does not touch them', () => {
    const first = (temperature: number) =>
      tell({ logprobs: true, top_logprobs: 3, temperature }).tokens[0]?.logprob?.top_logprobs
    expect(first(0)).toEqual(first(2))
  })

  test('without being asked for there are none', () => {
    expect(tell().tokens.every(({ logprob }) => logprob === undefined)).toBe(true)
  })
})

describe('JSON mode', () => {
  const response_format = { type: 'json_object' }

  test('is always valid JSON with a title and sentences', () => {
    assert(
      property(
        integer(),
        double({ min: 0, max: 2, noNaN: true }),
        double({ min: 0, max: 1, noNaN: true }),
        (seed, temperature, top_p) => {
          const story: { title: string; sentences: string[] } = JSON.parse(
            tell({ response_format, seed, temperature, top_p }).text,
          )
          expect(story.title).not.toBe('')
          expect(story.sentences.length).toBeGreaterThan(0)
          for (const sentence of story.sentences) expect(sentence).toMatch(/^\S.*$/)
        },
      ),
      { numRuns: times(40), seed: 1 },
    )
  })
})

test('tokens joined again are the text', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(tokenize(text).join('')).toBe(text)
    }),
  )
})
