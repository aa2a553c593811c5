import { expect, test } from 'vitest'
import { bodyOf } from './fixtures/pieces'
import { readErrorObject } from './readErrorObject'
import { readErrorResponse } from './readErrorResponse'

const read = async (body: string | null, init: ResponseInit = {}) =>
  (await readErrorResponse(new Response(body, { status: 400, ...init }), { now: () => 0 })).toRecord()

test("the API's error object, word for word", async () => {
  const error = {
    message: "Invalid 'n'",
    type: 'invalid_request_error',
    param: 'n',
    code: 'integer_above_max',
  }
  expect(await read(JSON.stringify({ error }))).toEqual({
    kind: 'rejected',
    message: "Invalid 'n'",
    status: 400,
    type: 'invalid_request_error',
    param: 'n',
    code: 'integer_above_max',
  })
})

test('the status of the response goes before the code in the body', async () => {
  const body =
    '{"error":{"code":500,"message":"Only one completion choice is allowed","type":"server_error"}}'
  expect(await read(body, { status: 503 })).toMatchObject({ status: 503, code: '500', type: 'server_error' })
})

test.each([
  ['{"error":"model \\"x\\" not found"}', 'model "x" not found'],
  ['{"message":"No API key found in request"}', 'No API key found in request'],
  ['{"detail":"Not Found"}', 'Not Found'],
  [
    '{"detail":[{"type":"missing","loc":["body","messages"],"msg":"Field required"}]}',
    'messages: Field required',
  ],
  ['{"object":"error","message":{"detail":[{"loc":["body","n"],"msg":"too large"}]}}', 'n: too large'],
  [
    '[{"error":{"code":400,"message":"Unknown name \\"seed\\"","status":"INVALID_ARGUMENT"}}]',
    'Unknown name "seed"',
  ],
  ['{"success":false,"errors":[{"code":7003,"message":"Could not route"}]}', 'Could not route'],
  [
    '{"error":{"message":"Incorrect API key provided: sk-abc***xyz. Try again."}}',
    'Incorrect API key provided: [key]. Try again.',
  ],
  ['Upstream\n  timed out', 'Upstream timed out'],
  [
    '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>nginx',
    '502 Bad Gateway nginx',
  ],
])('%s', async (body, message) => {
  expect(await read(body)).toMatchObject({ kind: 'rejected', status: 400, message })
})

test('a long page is summarised in 200 characters, without scripts', async () => {
  const page = `<!DOCTYPE html><title>Error &#8211; down</title><script>let a = "secret"</script><p>${'word '.repeat(500)}`
  const { message, excerpt } = await read(page)
  expect(message).toHaveLength(200)
  expect(message).toMatch(/^Error – down\. word word/)
  expect(message).not.toContain('secret')
  expect(excerpt).toHaveLength(2000)
})

test('an empty body, with and without the words of the status', async () => {
  expect(await read('', { status: 502 })).toEqual({
    kind: 'rejected',
    message: 'The server answered 502 without saying why.',
    status: 502,
  })
  expect((await read(null, { status: 404, statusText: 'Not Found' })).message).toBe(
    'The server answered 404 Not Found without saying why.',
  )
  expect(await read('{}')).toMatchObject({
    message: 'The server answered 400 without saying why.',
    excerpt: '{}',
  })
})

test('the time to wait and the id of the request', async () => {
  const headers = { 'retry-after': 'Thu, 01 Jan 1970 00:01:30 GMT', 'x-request-id': 'req_9' }
  expect(await read('', { status: 429, headers })).toMatchObject({ retryAfter: 90, requestId: 'req_9' })
  expect(await read('', { headers: { 'request-id': 'r' } })).toMatchObject({ requestId: 'r' })
})

test('the words of the provider behind a router', async () => {
  const error = { message: 'Provider returned error', code: 400, metadata: { raw: { why: 'too long' } } }
  expect(await read(JSON.stringify({ error }))).toMatchObject({ excerpt: '{"why":"too long"}' })
})

test('no more than 64 kB are read, and then it hangs up', async () => {
  const { body, seen } = bodyOf(
    Array.from({ length: 100 }, () => 'x'.repeat(10_000)),
    'open',
  )
  expect((await readErrorResponse(new Response(body, { status: 500 }))).message).toHaveLength(500)
  expect(seen.cancelled).toBe(true)
})

test('a body that breaks or hangs leaves what came', async () => {
  const broken = new Response(bodyOf(['half a sent'], new TypeError('terminated')).body, { status: 500 })
  expect(await readErrorResponse(broken)).toMatchObject({ kind: 'rejected', message: 'half a sent' })
  const hanging = new Response(bodyOf([], 'open').body, { status: 500 })
  expect(await readErrorResponse(hanging, { stallMs: 5 })).toMatchObject({ evidence: { status: 500 } })
})

test('lists in lists to no end are no error of ours', async () => {
  for (const depth of [150, 30_000]) {
    const response = new Response('['.repeat(depth) + ']'.repeat(depth), { status: 500 })
    expect(await readErrorResponse(response)).toMatchObject({ kind: 'rejected', evidence: { status: 500 } })
  }
  let inside: unknown = { message: 'Too many cooks' }
  for (let depth = 0; depth < 100_000; depth++) inside = [inside]
  expect(readErrorObject(inside)?.message).toBe('Too many cooks')
})
