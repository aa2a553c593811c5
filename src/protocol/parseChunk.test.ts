import { expect, test } from 'vitest'
import { ChatError, type ErrorRecord } from './ChatError'
import { parseChunk } from './parseChunk'
import { readCompletion } from './readCompletion'

function failure(read: () => unknown): ErrorRecord {
  try {
    read()
  } catch (error) {
    if (error instanceof ChatError) return error.toRecord()
    throw error
  }
  throw new Error('It did not fail')
}

test('[DONE] ends a stream, with blanks around it too', () => {
  expect(parseChunk('[DONE]')).toBeNull()
  expect(parseChunk(' [DONE]\r')).toBeNull()
})

test('unknown fields are kept, and a missing list of choices is empty', () => {
  expect(parseChunk('{"id":"x","timings":{"n":1}}')).toEqual({ id: 'x', timings: { n: 1 }, choices: [] })
  expect(parseChunk('{"choices":null,"error":null}')).toEqual({ choices: [], error: null })
})

test('a message stands in for the delta, and its calls are numbered by their place', () => {
  const message = { role: 'assistant', content: 'Hi', tool_calls: [{ id: 'a' }, { id: 'b' }] }
  const chunk = parseChunk(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] }))
  const tool_calls = [
    { index: 0, id: 'a' },
    { index: 1, id: 'b' },
  ]
  expect(chunk).toEqual({ choices: [{ index: 0, delta: { ...message, tool_calls }, finish_reason: 'stop' }] })
})

test('choices that are no objects are passed over', () => {
  expect(parseChunk('{"choices":[null,1,{"index":1}]}')).toEqual({ choices: [{ index: 1 }] })
})

test('bad JSON and other values are garbled, with an excerpt and without a key', () => {
  expect(failure(() => parseChunk('{"a":'))).toMatchObject({ kind: 'garbled', excerpt: '{"a":' })
  expect(failure(() => parseChunk('"words"'))).toMatchObject({ kind: 'garbled', excerpt: '"words"' })
  expect(failure(() => parseChunk(`x${'y'.repeat(5000)}`)).excerpt).toHaveLength(2000)
  expect(failure(() => parseChunk('no sk-abc123def456 here')).excerpt).toBe('no [key] here')
})

test.each([
  [
    '{"error":{"message":"Slow down","type":"rate","param":null,"code":429}}',
    { message: 'Slow down', type: 'rate', code: '429', status: 429 },
  ],
  [
    '{"error":{"message":"No","code":"bad_key","param":"model"}}',
    { message: 'No', code: 'bad_key', param: 'model' },
  ],
  ['{"error":"model not found"}', { message: 'model not found' }],
  ['{"error":{"message":"No","status":503},"choices":[]}', { message: 'No', status: 503 }],
  [
    '{"error":{"code":400,"message":"Bad","status":"INVALID_ARGUMENT"}}',
    { message: 'Bad', code: '400', status: 400, type: 'INVALID_ARGUMENT' },
  ],
  [
    '[{"error":{"code":404,"message":"No such model"}}]',
    { message: 'No such model', code: '404', status: 404 },
  ],
  ['{"object":"error","message":"Dead","code":500}', { message: 'Dead', status: 500, code: '500' }],
  [
    '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"},"request_id":"req_1"}',
    { message: 'Overloaded', type: 'overloaded_error', requestId: 'req_1' },
  ],
  ['{"detail":"Not Found"}', { message: 'Not Found' }],
  [
    '{"detail":[{"loc":["body","top_p"],"msg":"must be at most 1"},{"loc":["body","n"],"msg":"too many"}]}',
    { message: 'top_p: must be at most 1; n: too many', param: 'top_p' },
  ],
  [
    '{"error":{"code":500}}',
    { message: 'The server reported an error without saying why.', code: '500', status: 500 },
  ],
])('%s is an error in mid-stream', (data, record) => {
  expect(failure(() => parseChunk(data))).toEqual({ kind: 'rejected', ...record })
})

test('an event named error is one whatever its shape', () => {
  expect(failure(() => parseChunk('{"msg":"busy"}', 'error'))).toEqual({ kind: 'rejected', message: 'busy' })
  expect(failure(() => parseChunk('Too busy', 'error'))).toEqual({ kind: 'rejected', message: 'Too busy' })
  expect(failure(() => parseChunk('{"choices":[]}', 'error'))).toMatchObject({ kind: 'rejected' })
})

test.each([
  '{"choices":[],"error":null}',
  '{"choices":[],"error":{}}',
  '{"choices":[],"error":{"code":0,"message":""}}',
  '{"choices":[],"message":"a remark"}',
  '{"type":"ping"}',
  '{"message":{"content":"x"}}',
])('%s is no error', (data) => {
  expect(parseChunk(data)).toMatchObject({ choices: [] })
})

test('a whole answer of another shape is garbled, an error rejected', () => {
  expect(failure(() => readCompletion({ models: [] }))).toMatchObject({
    kind: 'garbled',
    excerpt: '{"models":[]}',
  })
  expect(failure(() => readCompletion('words'))).toMatchObject({ kind: 'garbled' })
  expect(failure(() => readCompletion(undefined))).toMatchObject({ kind: 'garbled' })
  expect(failure(() => readCompletion({ error: { message: 'No', code: 401 } }))).toMatchObject({
    kind: 'rejected',
    status: 401,
  })
})
