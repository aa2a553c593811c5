import type { PrefillStyle } from './prefill'

/** Where requests go. The key is not part of it: keys are kept apart, bound to `originOf`. */
export interface Endpoint {
  id: string
  name: string
  /** The address before `/chat/completions`, without a slash at its end; a query is sent along (Azure). */
  baseURL: string
  headers: { name: string; value: string }[]
  /** How it continues an answer whose beginning is given; where absent, what is known of its address counts. */
  prefill?: PrefillStyle
}

/** The endpoint inside the page: no key, no network. */
export const builtIn: Endpoint = { id: 'built-in', name: 'Built in', baseURL: 'parley:built-in', headers: [] }

export const isBuiltIn = (endpoint: Pick<Endpoint, 'baseURL'>) => endpoint.baseURL === builtIn.baseURL

/** The most choices that may be asked for: by the API's reference, and by what the built-in models take. */
export const mostChoices = (id: Endpoint['id']): number => (id === builtIn.id ? 16 : 128)

/** Scheme, host and port of an endpoint, to which a key is bound; null for the built-in one and for no address. */
export function originOf(endpoint: Pick<Endpoint, 'baseURL'>): string | null {
  const url = parse(endpoint.baseURL)
  return url !== null && isHTTP(url) ? url.origin : null
}

/**
 * The address of `path` (`/chat/completions`, `/models`) at an endpoint. A base that already ends in
 * `/chat/completions`, or in slashes, is understood; its query is kept, as Azure's `?api-version` needs.
 */
export function endpointURL(endpoint: Pick<Endpoint, 'baseURL'>, path: string): string {
  const end = path.replace(/^\/*/, '/')
  const url = parse(endpoint.baseURL)
  if (url === null || !isHTTP(url)) return trimPath(endpoint.baseURL) + end
  url.pathname = trimPath(url.pathname) + end
  url.hash = ''
  return url.href
}

export type CheckedURL =
  | { ok: true; baseURL: string }
  | { ok: false; reason: 'empty' | 'not-a-url' | 'not-http' | 'has-credentials' }

/**
 * A base URL as somebody types it, made regular: `localhost:11434/v1` becomes `http://localhost:11434/v1` and
 * `api.example.com/v1` gets https. Slashes and `/chat/completions` at the end go, and so does a fragment.
 */
export function checkBaseURL(text: string): CheckedURL {
  const typed = text.trim()
  if (typed === '') return { ok: false, reason: 'empty' }
  // A name before a colon is a scheme, unless a port follows it, or an @ before the path.
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(typed)?.[1]?.toLowerCase()
  const hasScheme = scheme !== undefined && (typed.includes('://') || !/^[^/?#]*@/.test(typed))
  if (hasScheme && scheme !== 'http' && scheme !== 'https') return { ok: false, reason: 'not-http' }
  const url = hasScheme ? parse(typed) : withScheme(typed)
  // Chromium lets spaces stand in a host, as %20.
  if (url === null || url.hostname === '' || /[\s%]/.test(url.hostname))
    return { ok: false, reason: 'not-a-url' }
  if (url.username !== '' || url.password !== '') return { ok: false, reason: 'has-credentials' }
  return { ok: true, baseURL: url.origin + trimPath(url.pathname) + url.search }
}

/** `URL.parse`, which is younger than the browsers that are to be served. */
const parse = (text: string) => (URL.canParse(text) ? new URL(text) : null)

const isHTTP = (url: URL) => url.protocol === 'http:' || url.protocol === 'https:'

const trimPath = (path: string) => trimSlashes(trimSlashes(path).replace(/\/chat\/completions$/i, ''))

function trimSlashes(path: string) {
  let end = path.length
  while (path[end - 1] === '/') end -= 1
  return path.slice(0, end)
}

/** Hosts of one's own machine and network seldom have a certificate; all others get https. */
const nearby =
  /^(?:[^.:]+|.+\.(?:localhost|local|lan|internal)|(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+|\[.+\])$/i

function withScheme(typed: string): URL | null {
  const url = parse(`http://${typed}`)
  return url === null || nearby.test(url.hostname) ? url : parse(`https://${typed}`)
}
