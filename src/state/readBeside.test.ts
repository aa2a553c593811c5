import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { endpointsIn, presetsIn } from './readBeside'

describe('what stands beside conversations in a file', () => {
  test('gives presets by their ids, none that is here and none twice', () => {
    const preset = (id: unknown, name = 'Tutor') => ({ id, name, parameters: {}, withModel: true })
    const rest = [
      { presets: [preset('a'), preset('b'), { id: 'c' }, preset(4), preset('__proto__'), null] },
      { presets: 'none' },
      { presets: [preset('a', 'Again')] },
    ]
    const read = presetsIn(rest, 7, new Set(['b']))
    expect(read).toEqual([{ ...preset('a'), created: 7 }])
  })

  test('gives endpoints without headers, each once, and only addresses that can be used', () => {
    const one = { id: 'e', name: 'E', baseURL: 'https://e.example/v1' }
    const headers = [{ name: 'x-api-key', value: 'sk-1' }]
    const rest = [
      { endpoints: [{ ...one, headers, key: 'sk-2' }, one, { ...one, id: 'f' }] },
      {
        endpoints: [
          { ...one, baseURL: 'https://other.example/v1' },
          { ...one, id: 'g', baseURL: 'ftp://e.example' },
        ],
      },
    ]
    expect(endpointsIn(rest)).toEqual([{ ...one, headers: [] }])
  })

  test('may be anything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('presets', 'endpoints'), fc.jsonValue())),
        (rest) => {
          expect(presetsIn(rest, 0, new Set())).toEqual([])
          expect(endpointsIn(rest)).toEqual([])
        },
      ),
    )
  })
})
