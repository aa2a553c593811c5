import { expect, test } from 'vitest'
import { builtIn } from './endpoint'
import { serve } from './fixtures/serve'
import { listModels } from './listModels'

async function list(body: string, status = 200) {
  await using server = await serve((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  return await listModels({ endpoint: server.endpoint, key: 'sk-1' })
}

const ids = async (body: unknown) => (await list(JSON.stringify(body))).map(({ id }) => id)

test('asks for /models with the key alone', async () => {
  const seen: unknown[] = []
  await using server = await serve((request, response) => {
    const { authorization, 'content-type': type } = request.headers
    seen.push(request.method, request.url, authorization, type)
    response.end('{"data":[]}')
  })
  expect(
    await listModels({
      endpoint: { ...server.endpoint, baseURL: `${server.endpoint.baseURL}?v=1` },
      key: 'sk-1',
    }),
  ).toEqual([])
  expect(seen).toEqual(['GET', '/v1/models?v=1', 'Bearer sk-1', undefined])
})

test('every shape of a list is understood', async () => {
  expect(await ids({ object: 'list', data: [{ id: 'b' }, { id: 'a' }] })).toEqual(['a', 'b'])
  expect(await ids([{ id: 'b' }, 'a'])).toEqual(['a', 'b'])
  expect(await ids({ models: [{ name: 'llama3.2:1b', model: 'llama3.2:1b' }, { name: 'gemma3' }] })).toEqual([
    'gemma3',
    'llama3.2:1b',
  ])
})

test('ids stay as they are, in natural order, each once; what has none is left out', async () => {
  expect(
    await ids({
      data: [
        { id: 'm-10' },
        { id: 'models/m' },
        { id: 'm-9' },
        { id: 'M-1' },
        { id: 'm-9' },
        {},
        null,
        { id: '' },
      ],
    }),
  ).toEqual(['M-1', 'm-9', 'm-10', 'models/m'])
})

test.each([
  [{ context_length: 5 }, 5],
  [{ max_model_len: 5 }, 5],
  [{ context_window: 5 }, 5],
  [{ meta: { n_ctx_train: 5 } }, 5],
  [{ context_length: null, top_provider: { context_length: 5 } }, 5],
  [{ context_length: 'long' }, undefined],
])('the length of the context in %j is %s, and unknown fields are kept', async (fields, context_length) => {
  const [model] = await list(JSON.stringify({ data: [{ id: 'm', owned_by: 'me', created: 1, ...fields }] }))
  expect(model).toMatchObject({ id: 'm', owned_by: 'me', created: 1 })
  expect(model?.context_length).toBe(context_length)
})

test('errors are rejected, other shapes garbled', async () => {
  await expect(list('{"error":{"message":"Bad key sk-1234"}}', 401)).rejects.toMatchObject({
    kind: 'rejected',
    message: 'Bad key [key]',
    evidence: { status: 401 },
  })
  await expect(list('{"error":"no"}')).rejects.toMatchObject({ kind: 'rejected', message: 'no' })
  await expect(list('{"ok":true}')).rejects.toMatchObject({
    kind: 'garbled',
    evidence: { excerpt: '{"ok":true}' },
  })
  await expect(list('')).rejects.toMatchObject({ kind: 'garbled' })
  await expect(list('<!doctype html><title>Hello</title>')).rejects.toMatchObject({
    kind: 'garbled',
    message: 'The server sent a page, not a list of models: Hello',
  })
})

test('silence stalls, an abort throws its own reason, no server is unreachable', async () => {
  await using mute = await serve((request, response) => {
    if (request.url?.includes('half')) response.writeHead(200).write('{"data":')
  })
  const { endpoint } = mute
  await expect(listModels({ endpoint, stallMs: 30 })).rejects.toMatchObject({ kind: 'stalled' })
  const half = { ...endpoint, baseURL: `${endpoint.baseURL}?half` }
  await expect(listModels({ endpoint: half, stallMs: 100 })).rejects.toMatchObject({ kind: 'stalled' })
  const reason = new Error('changed my mind')
  await expect(listModels({ endpoint, signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  await expect(listModels({ endpoint: half, signal: AbortSignal.timeout(50) })).rejects.toMatchObject({
    name: 'TimeoutError',
  })
  await mute[Symbol.asyncDispose]()
  await expect(listModels({ endpoint })).rejects.toMatchObject({ kind: 'unreachable' })
})

test('the endpoint in the page has models', async () => {
  expect((await listModels({ endpoint: builtIn })).map(({ id }) => id)).toEqual(['babble', 'guide'])
})
