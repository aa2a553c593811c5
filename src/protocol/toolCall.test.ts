import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, inputOf, nameOf } from './toolCall'

test('a call has a name, an input and an id, whatever kind it is', () => {
  const called = { index: 0, id: 'a', type: 'function', function: { name: 'get', arguments: '{}' } }
  expect([nameOf(called), inputOf(called), idOf(called)]).toEqual(['get', '{}', 'a'])
  const custom = { index: 0, type: 'custom', custom: { name: 'run', input: 'ls' } }
  expect([nameOf(custom), inputOf(custom), idOf(custom)]).toEqual(['run', 'ls', ''])
  expect(nameOf({ index: 0, type: 'function' })).toBe('function')
})

test('a call written by hand is text, whatever it holds', () => {
  const strange: unknown = { index: 0, id: 5, function: { name: null, arguments: { city: 'Paris' } } }
  const call = strange as Parameters<typeof nameOf>[0]
  expect([nameOf(call), inputOf(call), idOf(call)]).toEqual(['', '{"city":"Paris"}', '5'])
  const value = fc.jsonValue()
  fc.assert(
    fc.property(fc.record({ id: value, type: value, function: value, custom: value }), (written) => {
      const any = { index: 0, ...written } as typeof call
      for (const said of [nameOf(any), inputOf(any), idOf(any)]) expect(said).toEqual(expect.any(String))
    }),
  )
})
