import { expect, test } from 'vitest'
import { readErrorResponse } from './readErrorResponse'
import { retryWords } from './retryWords'

test.each([
  ['Limit 3, Used 3, Requested 1. Please try again in 20s. Visit https://a.example', 20],
  ['Rate limit reached. Please try again in 6m0s.', 360],
  ['Please try again in 1h2m3.5s.', 3723.5],
  ['Please try again in 7.66s. Need more tokens?', 7.66],
  ['Please try again in 20ms.', 0.02],
  ['Please try again in 1m20ms.', 60.02],
  ['Please retry in 36.482s.', 36.482],
  ['Too many requests, retry after 20 seconds', 20],
  ['Please try again later.', undefined],
  ['Please try again in a moment', undefined],
  ['Please try again in 5 apples', undefined],
  ['It took 20s.', undefined],
  ['', undefined],
])('%s', (message, seconds) => expect(retryWords(message)).toBe(seconds))

test('counts only for too many requests, and where no header can be read', async () => {
  const read = async (status: number, headers: Record<string, string> = {}) =>
    (await readErrorResponse(new Response('{"error":"Please try again in 20s."}', { status, headers })))
      .evidence.retryAfter
  expect(await read(429)).toBe(20)
  expect(await read(429, { 'retry-after': '3' })).toBe(3)
  expect(await read(400)).toBeUndefined()
})
