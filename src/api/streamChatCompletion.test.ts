import { once } from 'node:events'
import { expect, test, vi } from 'vitest'
import type { ResponseBatch } from '../protocol/readResponse'
import { foldChunks } from '../protocol/accumulate'
import { builtIn } from './endpoint'
import { bodyText, serve } from './fixtures/serve'
import { type ChatCompletionRequest, streamChatCompletion } from './streamChatCompletion'

const body = { model: 'm', messages: [{ role: 'user' as const, content: 'Hi' }], stream: true }
const said = (content: string, finish_reason: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason }] })}\n\n`

async function ask(request: Omit<ChatCompletionRequest, 'body'>) {
  const batches: ResponseBatch[] = []
  let error: unknown = null
  try {
    for await (const batch of streamChatCompletion({ body, ...request })) batches.push(batch)
  } catch (failure) {
    error = failure
  }
  return { text: foldChunks(batches.flatMap(({ chunks }) => chunks)).choices[0]?.content, error }
}

test('sends the body with the key and nothing else, and yields what comes', async () => {
  const seen: unknown[] = []
  await using server = await serve(async (request, response) => {
    const { authorization, 'content-type': type, cookie, referer, 'x-own': own } = request.headers
    seen.push(
      request.method,
      request.url,
      { authorization, type, cookie, referer, own },
      JSON.parse(await bodyText(request)),
    )
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(said('Hel'))
    response.end(`${said('lo', 'stop')}data: [DONE]\n\n`)
  })
  const endpoint = { ...server.endpoint, headers: [{ name: 'x-own', value: '1' }] }
  const onResponse = vi.fn<(response: Response) => void>()
  expect(await ask({ endpoint, key: 'sk-1', onResponse })).toEqual({ text: 'Hello', error: null })
  expect(seen).toEqual([
    'POST',
    '/v1/chat/completions',
    { authorization: 'Bearer sk-1', type: 'application/json', own: '1' },
    body,
  ])
  expect(onResponse).toHaveBeenCalledOnce()
  expect(onResponse.mock.calls[0]?.[0].status).toBe(200)
})

test('a bad status is rejected, and neither key nor header value is quoted', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(401, { 'content-type': 'application/json', 'x-request-id': 'r1' })
    response.end(
      '{"error":{"message":"No such key: open-sesame (tenant hush-hush)","code":"invalid_api_key"}}',
    )
  })
  const endpoint = { ...server.endpoint, headers: [{ name: 'x-tenant', value: 'hush-hush' }] }
  expect((await ask({ endpoint, key: 'open-sesame' })).error).toMatchObject({
    kind: 'rejected',
    message: 'No such key: [key] (tenant [key])',
    evidence: { status: 401, code: 'invalid_api_key', requestId: 'r1' },
  })
})

test('no server is unreachable, with the cause', async () => {
  const closed = await serve(() => undefined)
  await closed[Symbol.asyncDispose]()
  expect((await ask({ endpoint: closed.endpoint })).error).toMatchObject({
    kind: 'unreachable',
    cause: expect.any(TypeError),
  })
})

test('a redirect is not followed: own headers would go along to another origin', async () => {
  let asked = 0
  await using server = await serve((_, response) => {
    asked += 1
    response.writeHead(307, { location: '/elsewhere' }).end()
  })
  expect((await ask({ endpoint: server.endpoint })).error).toMatchObject({ kind: 'unreachable' })
  expect(asked).toBe(1)
})

test('a connection that is cut keeps what came', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(said('Hel'), () => response.destroy())
  })
  expect(await ask({ endpoint: server.endpoint })).toMatchObject({ text: 'Hel', error: { kind: 'cut-off' } })
})

test('a server that says nothing is stalled, before the answer and in it', async () => {
  await using mute = await serve(() => undefined)
  expect((await ask({ endpoint: mute.endpoint, stallMs: 50 })).error).toMatchObject({
    kind: 'stalled',
    evidence: { seconds: 0.05 },
  })
  await using slow = await serve((_, response) => {
    response.writeHead(200).write(said('Hel'))
  })
  expect(await ask({ endpoint: slow.endpoint, stallMs: 200 })).toMatchObject({
    text: 'Hel',
    error: { kind: 'stalled' },
  })
})

test('an abort hangs up and is no error: before the request, before the answer, in the answer', async () => {
  await using mute = await serve(() => undefined)
  expect(await ask({ endpoint: mute.endpoint, signal: AbortSignal.abort() })).toMatchObject({ error: null })
  expect(await ask({ endpoint: mute.endpoint, signal: AbortSignal.timeout(30) })).toMatchObject({
    error: null,
  })

  const stop = new AbortController()
  let hungUp: Promise<unknown> | undefined
  await using server = await serve((_, response) => {
    hungUp = once(response, 'close')
    response.writeHead(200).write(said('Hel'))
    setTimeout(() => stop.abort(), 50)
  })
  expect(await ask({ endpoint: server.endpoint, signal: stop.signal })).toEqual({ text: 'Hel', error: null })
  await hungUp
})

test('who stops listening hangs up', async () => {
  let hungUp: Promise<unknown> | undefined
  await using server = await serve((_, response) => {
    hungUp = once(response, 'close')
    response.writeHead(200).write(said('Hel'))
  })
  for await (const { chunks } of streamChatCompletion({ endpoint: server.endpoint, body })) {
    expect(chunks).toHaveLength(1)
    break
  }
  await hungUp
})

test('a header that cannot be sent is an error before anything is sent', async () => {
  let asked = 0
  await using server = await serve(() => {
    asked += 1
  })
  const endpoint = { ...server.endpoint, headers: [{ name: 'bad name', value: 'x' }] }
  expect((await ask({ endpoint })).error).toMatchObject({
    kind: 'unreachable',
    message: expect.stringContaining('bad name'),
  })
  expect(asked).toBe(0)
})

test('the endpoint in the page answers through the same path', async () => {
  const batches: ResponseBatch[] = []
  const request = { ...body, model: 'babble', max_tokens: 5, seed: 1 }
  for await (const batch of streamChatCompletion({ endpoint: builtIn, body: request })) batches.push(batch)
  const reply = foldChunks(batches.flatMap(({ chunks }) => chunks))
  expect(reply.choices[0]?.content).not.toBe('')
  expect(reply.choices[0]?.finish_reason).toBe('length')
})
