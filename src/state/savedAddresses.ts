import { presets } from '../api/presets'
import { currentSettings, ownEndpoints } from './settings'

/**
 * Where the endpoints that are saved here are, if nobody else knows it: their hosts; of those whose host is in every book, as this
 * computer and providers are, the whole origin, unless that is as well.
 */
export function savedAddresses(): string[] {
  const known = presets.flatMap(({ baseURL }) => parsed(baseURL))
  const origins = new Set(known.map(({ origin }) => origin))
  const hosts = new Set(known.map(({ hostname }) => hostname))
  const own = [...currentSettings().endpoints, ...ownEndpoints()]
    .flatMap(({ baseURL }) => parsed(baseURL))
    .filter(({ origin }) => !origins.has(origin))
    .map(({ origin, hostname }) =>
      hosts.has(hostname) || isInEveryBook(hostname) ? origin : hostname.replace(/\.$/, ''),
    )
  return [...new Set(own)]
}

/** A name without a point is a word as well, and those of this computer are everybody's. */
const isInEveryBook = (host: string) => !host.includes('.') || /^127\.|^0\.0\.0\.0$|\.localhost$/.test(host)

function parsed(address: string): URL[] {
  return /^https?:/i.test(address) && URL.canParse(address) ? [new URL(address)] : []
}
