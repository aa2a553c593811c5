import { assert, jsonValue, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { idOf, inputOf, nameOf } from './toolCall'

test('a call has a name, an input and an id, whatever kind it is', () => {
  const called = { index: 0, id: 'a', type: 'function', function: { name: 'get', arguments: '{}' } }
  expect([nameOf(called), inputOf(called), idOf(called)]).toEqual(['get', '{}', 'a'])
  const custom = { index: 0, type: 'custom', custom: { name: 'run', input: 'ls' } }
  expect([nameOf(custom), inputOf(custom), idOf(custom)]).toEqual(['run', 'ls', ''])
  expect(nameOf({ index: 0, type: 'function' })).toBe('function')
})

/** Name, input and id of a call that is not of the type it should be. */
const saidOf = (call: object) =>
  [nameOf, inputOf, idOf].map((of): unknown => Reflect.apply(of, undefined, [call]))

test('a call written by hand is text, whatever it holds', () => {
  const strange = { index: 0, id: 5, function: { name: null, arguments: { city: 'Paris' } } }
  expect(saidOf(strange)).toEqual(['', '{"city":"Paris"}', '5'])
  const value = jsonValue()
  assert(
    property(record({ id: value, type: value, function: value, custom: value }), (call) => {
      for (const said of saidOf(call)) expect(said).toEqual(expect.any(String))
    }),
  )
})
