import { expect, test } from 'vitest'
import { hashOf, readHash } from './route'
import { newId } from '../conversation/newId'

test('the address of a conversation leads to it', () => {
  const id = newId()
  expect(readHash(hashOf(id))).toEqual({ name: 'conversation', id })
  expect(readHash(hashOf(null))).toEqual({ name: 'start' })
})

test.each([
  '',
  '#',
  '#/',
  '#/c/',
  '#/c',
  '#/c/a/b',
  '#/c/a b',
  '#/c/a%20b',
  '#/x/a',
  '/c/a',
  '#/c/../a',
  '#/c/a?b',
  '#/c/a\n',
])('%j leads to the start', (hash) => expect(readHash(hash)).toEqual({ name: 'start' }))

test.each(['a', 'A-1_b', '0'])('an id may be %j', (id) => {
  expect(readHash(`#/c/${id}`)).toEqual({ name: 'conversation', id })
})

test.each([
  ['#/s/Ej4mz', 'shared-link'],
  ['#/s/', 'shared-link'],
  ['#/new?model=a&prompt=b', 'start-link'],
])('%j is a %s, all of it', (hash, name) => {
  expect(readHash(hash)).toEqual({ name, hash })
})
