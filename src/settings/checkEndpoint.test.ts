import { describe, expect, test } from 'vitest'
import { checkEndpoint } from './checkEndpoint'

const draft = { id: 'e', name: 'Mine', baseURL: 'https://api.example.com/v1', headers: [] }
const header = (name: string, value = 'x') => ({ ...draft, headers: [{ name, value }] })

describe('an endpoint', () => {
  test('is kept as it was typed, made regular', () => {
    expect(
      checkEndpoint({
        ...draft,
        name: ' Mine ',
        baseURL: ' localhost:11434/v1/ ',
        headers: [
          { name: ' X-One ', value: ' a b ' },
          { name: ' ', value: '' },
        ],
      }),
    ).toEqual({
      ok: true,
      endpoint: {
        id: 'e',
        name: 'Mine',
        baseURL: 'http://localhost:11434/v1',
        headers: [{ name: 'X-One', value: 'a b' }],
      },
    })
  })

  test('without a name is called after its host', () => {
    expect(checkEndpoint({ ...draft, name: ' ' })).toMatchObject({ endpoint: { name: 'api.example.com' } })
  })

  test.each(['', 'ftp://a.example', 'https://user:pass@a.example', 'http://'])(
    'at %j is not kept',
    (baseURL) => {
      const checked = checkEndpoint({ ...draft, baseURL })
      expect(checked).toEqual({ ok: false, problems: { baseURL: expect.stringMatching(/\S/) } })
    },
  )

  test('is told of every problem at once', () => {
    const checked = checkEndpoint({ ...header('no name'), baseURL: '' })
    expect(checked).toEqual({
      ok: false,
      problems: { baseURL: expect.any(String), headers: expect.stringContaining('no name') },
    })
  })
})

describe('a header', () => {
  test.each(['X-One', 'x_two', 'a.b', "!#$%&'*+-.^_`|~9"])('may be called %j', (name) => {
    expect(checkEndpoint(header(name)).ok).toBe(true)
    expect(() => new Headers([[name, 'x']])).not.toThrow()
  })

  test.each(['', 'two words', 'a:b', 'a\nb', 'ä', 'a(b)', 'a"b'])('may not be called %j', (name) => {
    expect(checkEndpoint(header(name)).ok).toBe(false)
    expect(() => new Headers([[name, 'x']])).toThrow(TypeError)
  })

  test.each(['', 'plain words', 'tab\there', 'caf\u00e9'])('may say %j', (value) => {
    expect(checkEndpoint(header('x', value)).ok).toBe(true)
    expect(() => new Headers([['x', value]])).not.toThrow()
  })

  test.each(['line\nbreak', 'nul\0', '語', '👋'])('may not say %j', (value) => {
    expect(checkEndpoint(header('x', value)).ok).toBe(false)
  })
})
