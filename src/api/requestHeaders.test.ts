import { expect, test } from 'vitest'
import { requestHeaders } from './requestHeaders'

const headers = (own: { name: string; value: string }[] = [], key?: string | null, hasBody = true) =>
  Object.fromEntries(requestHeaders({ endpoint: { headers: own }, key, hasBody }))

test('nothing but the content type, and the key when there is one', () => {
  expect(headers()).toEqual({ 'content-type': 'application/json' })
  expect(headers([], '')).toEqual({ 'content-type': 'application/json' })
  expect(headers([], ' sk-1\n')).toEqual({ 'content-type': 'application/json', authorization: 'Bearer sk-1' })
})

test('no content type without content: a plain GET needs no preflight', () => {
  expect(headers([], null, false)).toEqual({})
})

test("the endpoint's own headers go along and may replace the others; empty lines are no headers", () => {
  const own = [
    { name: 'Authorization', value: 'Basic x' },
    { name: ' api-key ', value: ' k ' },
    { name: '', value: ' ' },
  ]
  expect(headers(own, 'sk-1')).toEqual({
    'content-type': 'application/json',
    authorization: 'Basic x',
    'api-key': 'k',
  })
})

test.each([
  [[{ name: 'x y', value: 'secret' }], undefined, 'x y'],
  [[{ name: '', value: 'secret' }], undefined, ''],
  [[{ name: 'x-a', value: 'secret\nx: y' }], undefined, 'x-a'],
  [[{ name: 'x-a', value: 'secret “quoted”' }], undefined, 'x-a'],
  [[], 'secret…', 'authorization'],
])('%j cannot be sent: the name is said, the value never', (own, key, name) => {
  const error: unknown = (() => {
    try {
      return requestHeaders({ endpoint: { headers: own }, key, hasBody: true })
    } catch (failure) {
      return failure
    }
  })()
  expect(error).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining(`“${name}”`),
  })
  expect(error).not.toHaveProperty('cause')
  expect(JSON.stringify(error) + String(error)).not.toContain('secret')
})
