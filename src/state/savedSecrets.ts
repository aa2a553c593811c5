import { secretsOf } from '../api/sentRequest'
import { ChatError } from '../protocol/ChatError'
import { loadKeys } from '../storage/keys'
import { heldKeys } from './keys'
import { currentSettings, ownEndpoints } from './settings'
import { openDataKey } from './vaultStatus'

/**
 * Every key that is saved here, whatever endpoint and origin it was saved for, and what is secret in the headers and
 * addresses of endpoints: none of it goes out, even where somebody has pasted it into a message.
 *
 * @throws where one cannot be read, or is locked: it could not be told from other words, so nothing may go out
 */
export async function savedSecrets(): Promise<string[]> {
  const stored = await loadKeys()
  const data = openDataKey()
  const keys = stored.map(async (one) => {
    if ('key' in one) return one.key
    if (!data) throw new ChatError('unreachable', 'A key is locked.', { code: 'key-locked' })
    const { unsealKey } = await import('../vault/sealKey')
    return unsealKey(data, { endpoint: one.endpoint, origin: one.origin }, one.sealed)
  })
  const endpoints = [...currentSettings().endpoints, ...ownEndpoints()]
  const beside = endpoints.flatMap((endpoint) => secretsOf({ endpoint }))
  return [...new Set([...(await Promise.all(keys)), ...heldKeys(), ...beside])]
}
