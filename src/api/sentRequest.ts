import { addressWithoutSecrets, secretsInAddress, secretsInHeaders } from '../protocol/secrets'
import type { SentRequest } from '../protocol/SentRequest'
import type { Endpoint } from './endpoint'

/** What a server that quotes the request might give away. */
export const secretsOf = ({
  endpoint,
  key,
}: {
  endpoint: Pick<Endpoint, 'headers' | 'baseURL'>
  key?: string | null | undefined
}): string[] =>
  [key?.trim() ?? '', ...secretsInHeaders(endpoint.headers), ...secretsInAddress(endpoint.baseURL)].filter(
    (secret) => secret !== '',
  )

/**
 * A request as it may be looked at and kept. The key never comes here: where it stands, and where the reader's own
 * headers have their values, there are stars.
 */
export function sentRequest(
  endpoint: Pick<Endpoint, 'headers'>,
  url: string,
  { method, headers, body }: { method: string; headers: Headers; body: string },
): SentRequest {
  const own = new Set(endpoint.headers.map(({ name }) => name.trim().toLowerCase()))
  return {
    method,
    url: addressWithoutSecrets(url),
    headers: [...headers.entries()].map(([name, value]) => [
      name,
      own.has(name) ? '***' : name === 'authorization' ? 'Bearer ***' : value,
    ]),
    body,
  }
}
