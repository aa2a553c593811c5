import { type Endpoint, endpointURL } from '../api/endpoint'
import { addressWithoutSecrets } from '../protocol/secrets'
import { currentSettings } from './settings'

/**
 * The reader's endpoint that answers at an address, with or without `/chat/completions` at its end. Keys in addresses do
 * not count.
 */
export function endpointAt(url: string | undefined): Endpoint | undefined {
  if (!url) return undefined
  const address = chatURL(/^\w+:\/\//.test(url) ? url : `http://${url}`)
  return currentSettings().endpoints.find(({ baseURL }) => chatURL(baseURL) === address)
}

const chatURL = (baseURL: string) => addressWithoutSecrets(endpointURL({ baseURL }, '/chat/completions'))
