import { ChatError } from '../protocol/ChatError'
import type { Endpoint } from './endpoint'

/**
 * The headers of a request, and no others: each further one may fail the browser's preflight (CORS).
 * `content-type` only with a body, `authorization` only with a key, then the endpoint's own, which may replace both.
 *
 * @throws ChatError `unreachable` for a header that cannot be sent; it quotes the name, never the value
 */
export function requestHeaders({
  endpoint,
  key,
  hasBody,
}: {
  endpoint: Pick<Endpoint, 'headers'>
  key?: string | null | undefined
  hasBody: boolean
}): Headers {
  const headers = new Headers()
  if (hasBody) headers.set('content-type', 'application/json')
  const bare = key?.trim() ?? ''
  if (bare !== '') set(headers, 'authorization', `Bearer ${bare}`)
  for (const { name, value } of endpoint.headers) {
    // An empty line in a form is no header.
    if (name.trim() !== '' || value.trim() !== '') set(headers, name.trim(), value)
  }
  return headers
}

function set(headers: Headers, name: string, value: string) {
  try {
    headers.set(name, value)
  } catch {
    // The engine's own TypeError is not handed on as the cause: it quotes the value.
    const words = `The header “${name}” cannot be sent: its name or value holds characters that HTTP does not allow.`
    throw new ChatError('unreachable', words)
  }
}
