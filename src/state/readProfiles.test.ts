import { expect, test } from 'vitest'
import { fingerprint, readProfiles } from './readProfiles'

test('what was kept is read again', () => {
  const profiles = {
    'built-in parley:built-in': { fields: {} },
    'a http://a.example/v1': {
      fields: {
        max_tokens: { message: 'No.', at: 1 },
        stop: { message: 'No.', at: 2, model: 'm', value: 'x' },
      },
      noPrefill: ['m'],
      choices: 'one',
    },
  }
  expect(readProfiles(JSON.parse(JSON.stringify({ version: 1, profiles })))).toEqual(profiles)
})

test.each([undefined, null, 1, [], {}, { profiles: 3 }, { profiles: { a: null } }])(
  '%j is nothing',
  (kept) => {
    expect(readProfiles(kept)).toEqual({})
  },
)

test('what does not fit is left out', () => {
  const fields = {
    n: { message: 1, at: 1 },
    stop: { message: 'No.' },
    seed: { message: 'No.', at: 3, model: 4 },
  }
  expect(readProfiles({ profiles: { a: { fields, noPrefill: 'perhaps' }, b: { fields: 'x' } } })).toEqual({
    a: { fields: { seed: { message: 'No.', at: 3 } } },
    b: { fields: {} },
  })
})

test('a value is known again by its fingerprint, another value has another one', () => {
  expect(fingerprint({ a: [1, 'é'] })).toBe(fingerprint({ a: [1, 'é'] }))
  const values = [undefined, null, 0, 0.1, '0', '', [], {}, 'a', 'b', { a: 1 }, { a: 2 }]
  expect(new Set(values.map((value) => fingerprint(value))).size).toBe(values.length)
})
