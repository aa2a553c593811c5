import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { threadOf, tokensOf } from './shapes.mjs'

/**
 * Serves the pages, each from its folder, and a Chat Completions endpoint whose model names say what to stream:
 * `mixed-3000-2000` is 3,000 tokens of the mixed text at 2,000 a second, at 0 as fast as the socket takes it.
 * A process of its own (it is forked), so that watching a page never holds up its stream.
 */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' }
const folders = JSON.parse(process.argv[2])
const now = () => performance.timeOrigin + performance.now()
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
let last

const event = (delta, finish_reason = null) =>
  `data: ${JSON.stringify({
    id: 'chatcmpl-bench',
    object: 'chat.completion.chunk',
    created: 1700000000,
    model: 'bench',
    choices: [{ index: 0, delta, finish_reason }],
  })}\n\n`

async function stream(response, model) {
  const [shape, count, rate] = model.split('-')
  const tokens = tokensOf(shape, Number(count))
  const run = { tokens: tokens.length, written: 0 }
  last = run
  response.writeHead(200, { 'content-type': 'text/event-stream', 'access-control-allow-origin': '*' })
  response.write(event({ role: 'assistant', content: '' }))
  const begun = now()
  while (run.written < tokens.length && !response.closed) {
    const due = Number(rate) > 0 ? Math.floor(((now() - begun) / 1000) * Number(rate)) + 1 : run.written + 64
    let room = true
    while (run.written < Math.min(due, tokens.length)) {
      room = response.write(event({ content: tokens[run.written++] }))
      run.first ??= now()
    }
    if (!room) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve))
    else await pause(Number(rate) > 0 ? 1 : 0)
  }
  run.last = now()
  response.end(`${event({}, 'stop')}data: [DONE]\n\n`)
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://here')
  const json = (value) =>
    response
      .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
      .end(JSON.stringify(value))
  if (request.method === 'OPTIONS')
    return response
      .writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
      .end()
  if (pathname === '/thread') return json(threadOf(Number(searchParams.get('count'))))
  if (pathname === '/v1/models') return json({ object: 'list', data: [] })
  if (pathname === '/v1/chat/completions') {
    let body = ''
    for await (const piece of request) body += piece
    return stream(response, JSON.parse(body).model)
  }
  const [, name, ...rest] = pathname.split('/')
  const path = normalize(rest.join('/') || 'index.html')
  const file =
    folders[name] &&
    !path.startsWith('..') &&
    (await readFile(join(folders[name], path)).catch(() => undefined))
  if (!file) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(file)
}

const server = createServer((request, response) => void answer(request, response))
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
process.on('message', () => process.send({ last }))
process.on('disconnect', () => process.exit())
