import { assert, constantFrom, integer, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { times } from '../../.ci/build/times'
import { babble } from './babble'
import type { Token } from './generation'
import { guide } from './guide'
import { readRequest } from './readRequest'
import { prose } from './story'

const models = { babble, guide }

function choices(model: keyof typeof models, given: string | null, fields: object = {}) {
  const messages = [{ role: 'user', content: 'Tell me a story about the sea.' }]
  if (given !== null) messages.push({ role: 'assistant', content: given })
  const request = readRequest({ model, seed: 1, messages, ...fields }, 0)
  return models[model](request).map((generation) => {
    const tokens: Token[] = []
    let next = generation.next()
    for (; !next.done; next = generation.next()) tokens.push(next.value)
    return { tokens, text: tokens.map(({ text }) => text).join(''), finish_reason: next.value }
  })
}
const goOn = (given: string | null, fields: object = {}) => choices('babble', given, fields)[0]!

describe('babble goes on from the beginning of an answer', () => {
  const greedy = { temperature: 0 }
  const whole = goOn(null, greedy)

  test('at temperature 0 a story cut after any token is told to the same end', () => {
    assert(
      property(nat(whole.tokens.length - 1), (length) => {
        const given = whole.tokens.slice(0, length).map(({ text }) => text)
        expect(given.join('') + goOn(given.join(''), greedy).text).toBe(whole.text)
      }),
      { numRuns: 15, seed: 1 },
    )
  })

  test('cut within a word, the word is finished', () => {
    const words = new Set(prose.vocabulary.map((token) => token.trim()))
    assert(
      property(integer({ min: 3, max: whole.text.length - 1 }), integer(), (length, seed) => {
        const given = whole.text.slice(0, length)
        const both = given + goOn(given, { seed }).text
        for (const word of both.match(/[\p{L}'’]+/gu) ?? []) expect(words).toContain(word)
      }),
      { numRuns: 15, seed: 1 },
    )
  })

  test.each([
    ['Once there was a zebra', /^ [a-z]|^[.,;]/],
    ['Once there was a zebra ', /^[a-z]/],
    ['The lamp was out.', /^(?: |\n\n)[A-Z]|^$/],
    ['The lamp was out. ', /^[A-Z]|^$/],
    ['The lamp was out.\n', /^[A-Z]/],
    ['The lamp was out.\n\n', /^[A-Z]/],
    ['The old woman and the lighth', /^ouse/],
  ])('%j is followed by what reads right', (given, expected) => {
    for (let seed = 0; seed < 8; seed += 1) expect(goOn(given, { seed }).text).toMatch(expected)
  })

  test('the same seed goes on in the same way, another in another', () => {
    const given = 'In a small town by the river'
    expect(goOn(given).text).toBe(goOn(given).text)
    const different = [0, 1, 2, 3, 4].map((seed) => goOn(given, { seed }).text)
    expect(new Set(different).size).toBe(5)
    expect(new Set(choices('babble', given, { n: 3 }).map(({ text }) => text)).size).toBe(3)
  })

  test.each(['The old woman', 'The old woman ', 'The old wom'])(
    'after %j the tokens and their bytes are the text',
    (given) => {
      const { tokens, text } = goOn(given, { logprobs: true, top_logprobs: 2 })
      expect(tokens.map(({ logprob }) => logprob?.token).join('')).toBe(text)
      const bytes = tokens.flatMap(({ logprob }) => logprob?.bytes ?? [])
      expect(new TextDecoder().decode(new Uint8Array(bytes))).toBe(text)
    },
  )

  test('what was given counts as used', () => {
    const comma = prose.vocabulary.indexOf(',')
    const given = 'The sea, the sea, the sea, the sea, the lamp'
    const commas = (fields: object) =>
      [0, 1, 2, 3]
        .map((seed) => goOn(given, { seed, ...fields }).text.split(',').length)
        .reduce((a, b) => a + b)
    expect(comma).toBeGreaterThan(0)
    expect(commas({ frequency_penalty: 2 })).toBeLessThan(commas({ frequency_penalty: -0.5 }))
  })
})

describe('guide goes on only with an answer of its own', () => {
  const messages = [{ role: 'user', content: 'What is top_p?' }]
  const whole = (fields: object = {}) =>
    choices('guide', null, { messages, ...fields }).map(({ text }) => text)
  const after = (given: string, fields: object = {}) =>
    choices('guide', null, { messages: [...messages, { role: 'assistant', content: given }], ...fields })

  test('cut anywhere, the rest is the rest', () => {
    const answers = [...whole(), ...whole({ n: 4 })]
    assert(
      property(constantFrom(...answers), nat(), (answer, place) => {
        const given = answer.slice(0, 20 + (place % (answer.length - 20)))
        expect(given + after(given)[0]!.text).toBe(answer)
      }),
      { numRuns: times(20), seed: 1 },
    )
    expect(after(answers[0]!)[0]).toMatchObject({ text: '', finish_reason: 'stop' })
  })

  test('of other words it says that it cannot', () => {
    expect(after('Once upon a time')[0]?.text).toMatch(/search program/)
  })

  test('half a JSON answer becomes a whole one, another is refused', () => {
    const json = {
      response_format: { type: 'json_object' },
      messages: [{ role: 'user', content: 'Extract name and age from: "Ann is 30." Return JSON.' }],
    }
    const [full = ''] = whole(json)
    const ask = (content: string) => ({
      ...json,
      messages: [...json.messages, { role: 'assistant', content }],
    })
    for (let length = 1; length <= full.length; length += 1) {
      const given = full.slice(0, length)
      expect(given + whole(ask(given))[0]).toBe(full)
    }
    expect(() => whole(ask('{"price": 1'))).toThrow(
      expect.objectContaining({ status: 400, param: 'messages' }),
    )
  })
})
