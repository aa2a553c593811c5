import { streamAnswer, wholeAnswer } from './answer'
import { ApiError, invalid } from './apiError'
import { babble, fingerprint } from './babble'
import type { Model } from './generation'
import { guide } from './guide'
import { randomId } from './random'
import { readRequest } from './readRequest'
import { sleep, streamBody, type Pace } from './streamBody'

const models: Record<string, Model> = { guide, babble }

/** When the two programs of this version were written: the API dates its models too. */
const created = Date.UTC(2026, 10, 22) / 1000

export interface GuideFetchOptions {
  /** How fast a streamed answer comes; a finished answer comes at once. `Infinity` for tests. */
  tokensPerSecond?: number
  now?: Pace['now']
  sleep?: Pace['sleep']
}

/**
 * Makes an endpoint that lives in the page and is called as `fetch` is: `POST …/chat/completions` and
 * `GET …/models` under any base address. Nothing leaves the page.
 */
export function createGuideFetch(options: GuideFetchOptions = {}): typeof fetch {
  const pace = { now: () => performance.now(), sleep, ...options }

  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null)
    signal?.throwIfAborted()
    const request = new Request(input, init)
    const text = await request.text()
    // fetch answers later than it is called; whoever aborts in between must hear of it.
    await Promise.resolve()
    signal?.throwIfAborted()
    try {
      return respond(request, text, signal, pace, options.tokensPerSecond ?? 50)
    } catch (error) {
      if (error instanceof ApiError) return json(error.toBody(), error.status)
      throw error
    }
  }
}

/** The built-in endpoint at the speed at which people read. */
export const guideFetch: typeof fetch = createGuideFetch()

function respond(
  request: Request,
  text: string,
  signal: AbortSignal | null,
  pace: Pick<Pace, 'now' | 'sleep'>,
  tokensPerSecond: number,
): Response {
  const { pathname } = new URL(request.url)
  const route = /\/(chat\/completions|models(?:\/[^/]+)?)\/?$/.exec(pathname)?.[1]
  const address = `${request.method} ${pathname}`
  if (!route) throw new ApiError(404, `Invalid URL (${address})`)
  if (request.method !== (route === 'chat/completions' ? 'POST' : 'GET')) {
    const message = `Not allowed to ${request.method} on ${pathname}. (HINT: Perhaps you meant to use a different HTTP method?)`
    throw new ApiError(405, message, null, 'method_not_supported')
  }
  if (route !== 'chat/completions') return json(listed(route.split('/')[1]))

  const chat = readRequest(parse(text), randomSeed())
  const model = models[chat.model]!
  const head = {
    id: `chatcmpl-${randomId()}`,
    created: Math.floor(Date.now() / 1000),
    system_fingerprint: fingerprint,
  }
  if (!chat.stream) return json(wholeAnswer(chat, model, head))

  // Each choice of several has the speed that a single one would have.
  const perSecond = tokensPerSecond * chat.n
  const body = streamBody(events(streamAnswer(chat, model, head)), { ...pace, perSecond }, signal)
  return new Response(body, { headers: headers('text/event-stream; charset=utf-8') })
}

function* events(chunks: Iterable<unknown>): Generator<string, void, undefined> {
  for (const chunk of chunks) yield `data: ${JSON.stringify(chunk)}\n\n`
  yield 'data: [DONE]\n\n'
}

function listed(id: string | undefined) {
  const data = Object.keys(models).map((id) => ({ id, object: 'model', created, owned_by: 'parley' }))
  if (id === undefined) return { object: 'list', data }
  const model = data.find((model) => model.id === decodeURIComponent(id))
  if (!model) throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found')
  return model
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('We could not parse the JSON body of your request. What was sent was not valid JSON.')
  }
}

const headers = (type: string) => ({ 'content-type': type, 'x-request-id': `req_${randomId()}` })

const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: headers('application/json') })

const randomSeed = () => crypto.getRandomValues(new Uint32Array(1))[0]!
