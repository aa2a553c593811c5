import { ChatError } from '../protocol/ChatError'
import { stalledAfter } from '../protocol/readBytes'
import { redact } from '../protocol/redact'
import type { SentRequest } from '../protocol/SentRequest'
import { endpointURL, type Endpoint } from './endpoint'
import { noteAsked } from './asked'
import { fetchFor } from './fetchFor'
import { requestHeaders } from './requestHeaders'
import { secretsOf, sentRequest } from './sentRequest'

export interface Sending {
  endpoint: Endpoint
  key?: string | null | undefined
  path: '/chat/completions' | '/models'
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: unknown
  signal: AbortSignal
  /** Milliseconds to wait for the answer to begin. */
  stallMs?: number | undefined
  /** Is told what is sent, without its secrets. */
  onSent?: ((request: SentRequest) => void) | undefined
}

/**
 * Sends a request and waits for the answer to begin; a bad status is an answer too. Null when it was aborted.
 *
 * @throws ChatError `unreachable` when no answer comes, `stalled` when none comes for `stallMs`
 */
export async function send({
  endpoint,
  key,
  path,
  body,
  signal,
  stallMs,
  onSent,
}: Sending): Promise<Response | null> {
  const hasBody = body !== undefined
  const url = endpointURL(endpoint, path)
  const out = {
    method: hasBody ? 'POST' : 'GET',
    headers: requestHeaders({ endpoint, key, hasBody }),
    body: hasBody ? JSON.stringify(body) : '',
  }
  noteAsked(url)
  onSent?.(sentRequest(endpoint, url, out))
  const init: RequestInit = {
    method: out.method,
    headers: out.headers,
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // Fetch takes `authorization` away before it follows a redirect to another origin, but not the headers that
    // the reader has added, and these may hold a key too. No known API redirects.
    redirect: 'error',
    signal,
    ...(hasBody && { body: out.body }),
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const answers = [fetchFor(endpoint)(url, init)]
  if (stallMs !== undefined) {
    const stalled = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(stalledAfter(stallMs)), stallMs)
    })
    answers.push(stalled)
  }
  try {
    return await Promise.race(answers)
  } catch (cause) {
    if (signal.aborted) return null
    if (cause instanceof ChatError) throw cause
    throw new ChatError('unreachable', 'The server could not be reached.', {}, { cause })
  } finally {
    clearTimeout(timer)
  }
}

/** The same error without the secrets of this request, should the server have quoted them. */
export function withoutSecrets(
  error: unknown,
  { endpoint, key }: Pick<Sending, 'endpoint' | 'key'>,
): unknown {
  if (!(error instanceof ChatError)) return error
  const secrets = secretsOf({ endpoint, key })
  const clean = (text: string) => redact(text, secrets)
  const evidence = Object.fromEntries(
    Object.entries(error.evidence).map(([name, value]) => [
      name,
      typeof value === 'string' ? clean(value) : value,
    ]),
  )
  return new ChatError(
    error.kind,
    clean(error.message),
    evidence,
    error.cause === undefined ? {} : { cause: error.cause },
  )
}
