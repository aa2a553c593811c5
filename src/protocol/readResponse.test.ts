import { describe, expect, test } from 'vitest'
import { bodyOf, recording } from './fixtures/pieces'
import { readResponse, type ResponseBatch } from './readResponse'

const said = (content: string, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`

const answer = (pieces: Iterable<string>, type?: string | null, ending?: Parameters<typeof bodyOf>[1]) => {
  const { body, seen } = bodyOf(pieces, ending)
  const response = new Response(body, {
    headers: type === null ? {} : { 'content-type': type ?? 'text/event-stream' },
  })
  return { response, seen }
}

/** Everything that was yielded, and what was thrown after it. */
async function read(response: Response, options: Parameters<typeof readResponse>[1] = {}) {
  const batches: ResponseBatch[] = []
  try {
    for await (const batch of readResponse(response, options)) batches.push(batch)
  } catch (error) {
    return { batches, text: textOf(batches), error }
  }
  return { batches, text: textOf(batches), error: null }
}

const textOf = (batches: ResponseBatch[]) =>
  batches
    .flatMap(({ chunks }) => chunks)
    .map(({ choices }) => choices[0]?.delta?.content ?? '')
    .join('')

test('a batch for each read: when it came, its events, its chunks', async () => {
  let clock = 100
  const { response } = answer([said('a') + said('b'), said('c', 'stop'), 'data: [DONE]\n\n'])
  const { batches } = await read(response, { now: () => (clock += 10) })
  expect(batches.map(({ at, events, chunks }) => [at, events.length, chunks.length])).toEqual([
    [110, 2, 2],
    [120, 1, 1],
    [130, 1, 0],
  ])
  expect(batches[2]?.events).toEqual([{ data: '[DONE]' }])
})

test('[DONE] ends it and hangs up, though the server keeps the line open', async () => {
  const { response, seen } = answer([said('a'), 'data: [DONE]\n\n'], undefined, 'open')
  expect(await read(response)).toMatchObject({ text: 'a', error: null })
  expect(seen.cancelled).toBe(true)
})

describe('what the body is decides, not what it is called', () => {
  const stream = said('Hi', 'stop')
  const whole = JSON.stringify({ choices: [{ index: 0, message: { content: 'Hi' }, finish_reason: 'stop' }] })

  test.each([
    ['text/event-stream; charset=utf-8', stream],
    ['application/json', stream],
    ['text/plain', stream],
    [null, stream],
    [null, `\n: comment\n${stream}`],
    ['application/octet-stream', `id:1\n${stream}`],
    ['application/json', whole],
    ['text/event-stream', whole],
    [null, `\uFEFF\n ${whole}\n`],
  ])('%s: %s', async (type, text) => {
    expect(await read(answer([text], type).response)).toMatchObject({ text: 'Hi', error: null })
    expect(await read(answer(text, type).response)).toMatchObject({ text: 'Hi', error: null })
  })

  test('a whole answer is one batch with one event', async () => {
    const { batches } = await read(answer([recording('ollama.json')], 'application/json').response)
    expect(batches).toHaveLength(1)
    expect(batches[0]?.events).toEqual([{ data: recording('ollama.json') }])
  })
})

describe('an answer that cannot be read', () => {
  test('a page is summarised', async () => {
    const page =
      '<!doctype html><html><head><title>Sign in</title><style>a{}</style></head><body><p>Please sign&nbsp;in.</body>'
    const { error, batches } = await read(answer([page], 'text/html').response)
    expect(error).toMatchObject({
      kind: 'garbled',
      message: 'The server sent a page, not an answer: Sign in. Please sign in.',
      evidence: { excerpt: page },
    })
    expect(batches).toMatchObject([{ events: [{ data: page }], chunks: [] }])
  })

  test('so is text, and JSON of another kind', async () => {
    expect((await read(answer(['ok, data'], 'text/plain').response)).error).toMatchObject({
      kind: 'garbled',
      message: 'The server sent text, not an answer: ok, data',
    })
    expect((await read(answer(['{"ok":true}']).response)).error).toMatchObject({ kind: 'garbled' })
    expect((await read(answer(['{"ok":x}']).response)).error).toMatchObject({ kind: 'garbled' })
  })

  test('an error object with a good status is rejected, without a status', async () => {
    const { error } = await read(answer(['{"error":{"message":"No"}}'], 'application/json').response)
    expect(error).toMatchObject({ kind: 'rejected', message: 'No', evidence: {} })
  })
})

describe('an answer that ends too early', () => {
  test('an empty body', async () => {
    const cutOff = { kind: 'cut-off', message: 'The server sent an empty answer.' }
    expect((await read(answer([]).response)).error).toMatchObject(cutOff)
    expect((await read(answer(['\n \n'], null).response)).error).toMatchObject(cutOff)
    expect((await read(new Response(null, { status: 204 }))).error).toMatchObject(cutOff)
  })

  test('a stream of comments alone', async () => {
    expect((await read(answer([': wait\n\n']).response)).error).toMatchObject({ kind: 'cut-off' })
  })

  test('half a JSON answer', async () => {
    const { error } = await read(
      answer([recording('ollama.json').slice(0, 200)], 'application/json').response,
    )
    expect(error).toMatchObject({ kind: 'cut-off' })
  })

  test('one of two choices is not finished', async () => {
    const second = 'data: {"choices":[{"index":1,"delta":{"content":"b"},"finish_reason":""}]}\n\n'
    expect((await read(answer([said('a', 'stop'), second]).response)).error).toMatchObject({
      kind: 'cut-off',
    })
  })

  test('a line that breaks after the last word has taken nothing away', async () => {
    const broken = new TypeError('terminated')
    expect(await read(answer([said('a', 'stop')], undefined, broken).response)).toMatchObject({
      text: 'a',
      error: null,
    })
    expect(await read(answer([said('a')], undefined, broken).response)).toMatchObject({
      text: 'a',
      error: { kind: 'cut-off', cause: broken },
    })
  })

  test('a line that hangs after the last word ends, one that hangs before it is stalled', async () => {
    const finished = answer([said('a', 'stop')], undefined, 'open')
    expect(await read(finished.response, { stallMs: 5 })).toMatchObject({ text: 'a', error: null })
    const hanging = answer([said('a')], undefined, 'open')
    expect(await read(hanging.response, { stallMs: 5 })).toMatchObject({
      text: 'a',
      error: { kind: 'stalled' },
    })
    const silent = answer([], null, 'open')
    expect((await read(silent.response, { stallMs: 5 })).error).toMatchObject({ kind: 'stalled' })
    expect([finished, hanging, silent].every(({ seen }) => seen.cancelled)).toBe(true)
  })
})

test('what stands before bad JSON in the same read is yielded, and the bad event shown', async () => {
  const { batches, text, error } = await read(answer([`${said('a')}data: {x\n\n${said('b')}`]).response)
  expect(text).toBe('a')
  expect(batches[0]?.events[1]).toEqual({ data: '{x' })
  expect(error).toMatchObject({ kind: 'garbled', evidence: { excerpt: '{x' } })
})

test('a bad status is an error, whatever the body', async () => {
  const response = new Response(said('a'), { status: 500, headers: { 'content-type': 'text/event-stream' } })
  expect((await read(response)).error).toMatchObject({ kind: 'rejected', evidence: { status: 500 } })
})

test.each([200, 500])('an abort with status %i ends it without an error', async (status) => {
  const stop = new AbortController()
  const { body, seen } = bodyOf([], 'open')
  const reading = read(new Response(body, { status }), { signal: stop.signal })
  setTimeout(() => stop.abort(), 5)
  expect(await reading).toMatchObject({ batches: [], error: null })
  expect(seen.cancelled).toBe(true)
})

test('who stops listening hangs up, in a stream and before it', async () => {
  const { response, seen } = answer([said('a')], undefined, 'open')
  for await (const { chunks } of readResponse(response)) {
    expect(chunks).toHaveLength(1)
    break
  }
  expect(seen.cancelled).toBe(true)
})
