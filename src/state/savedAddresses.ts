import { presets } from '../api/presets'
import { currentSettings, ownEndpoints } from './settings'

/** The origins of endpoints that are saved here and that nobody else knows: those of providers and local servers are in every book. */
export function savedAddresses(): string[] {
  const known = new Set(presets.map(({ baseURL }) => originOf(baseURL)))
  const origins = [...currentSettings().endpoints, ...ownEndpoints()].map(({ baseURL }) => originOf(baseURL))
  return [...new Set(origins)].filter((origin) => origin !== '' && !known.has(origin))
}

const originOf = (address: string) =>
  /^https?:\/\/[^/?#@]+/i.exec(address.replace(/\/\/[^/?#]*@/, '//'))?.[0] ?? ''
