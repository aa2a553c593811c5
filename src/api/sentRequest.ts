import type { SentRequest } from '../protocol/SentRequest'
import type { Endpoint } from './endpoint'

/** Headers that servers want and that keep no secret, so that their values may stand in an answer. */
const harmless =
  /^(?:http-referer|referer|x-title|accept(?:-.*)?|content-type|user-agent|.*-(?:version|beta))$/i

/** What a server that quotes the request might give away. */
export function secretsOf({
  endpoint,
  key,
}: {
  endpoint: Endpoint
  key?: string | null | undefined
}): string[] {
  const added = endpoint.headers.filter(({ name }) => !harmless.test(name.trim()))
  const query = URL.canParse(endpoint.baseURL) ? [...new URL(endpoint.baseURL).searchParams] : []
  const inQuery = query.filter(([name]) => isSecretName(name))
  return [key?.trim() ?? '', ...added.map(({ value }) => value.trim()), ...inQuery.map(([, value]) => value)]
}

const isSecretName = (name: string) => /key|token|sig|secret|code|auth|password/i.test(name)

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
    url: withoutSecretQuery(url),
    headers: [...headers.entries()].map(([name, value]) => [
      name,
      own.has(name) ? '***' : name === 'authorization' ? 'Bearer ***' : value,
    ]),
    body,
  }
}

function withoutSecretQuery(address: string): string {
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const secret = [...url.searchParams.keys()].filter(isSecretName)
  for (const name of secret) url.searchParams.set(name, '***')
  return secret.length ? url.href : address
}
