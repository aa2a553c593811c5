import './fixtures/page'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Endpoint } from '../api/endpoint'
import { ChatError } from '../protocol/ChatError'
import { database } from '../storage/database'
import { loadKeys } from '../storage/keys'
import { addVault } from '../storage/vault'
import { makeVault } from '../vault/ways'
import { keysDecrypted, keysEncrypted } from './encryptKeys'
import { type KeyPlace, keyFor, keyMoved, keyReady, keyRemoved, keySaved } from './keys'
import { endpointRemoved, endpointSaved } from './settings'
import { savedSecrets } from './savedSecrets'
import { vaultLocked, vaultUnlocked } from './vaultStatus'

const home = 'https://api.example.com/v1'
const endpoint = (id: string, baseURL = home): Endpoint => ({ id, name: id, baseURL, headers: [] })
const places: KeyPlace[] = ['tab', 'device', 'vault']

let unlock: () => void

beforeAll(async () => {
  const passphrase = { type: 'passphrase' as const, passphrase: 'p' }
  const { vault, key } = await makeVault(passphrase, { lockMinutes: 0, lockHidden: false }, 10)
  await addVault(vault)
  unlock = () => vaultUnlocked(vault, key)
  unlock()
})

afterAll(() => vaultLocked())

const lines = async () => JSON.stringify(await loadKeys())

describe.each(places)('a key that is kept in this place: %s', (place) => {
  test('goes to the origin that it was saved for, by whatever path, and to no other', async () => {
    const own = `own-${place}`
    expect(await keySaved(endpoint(own), 'sk-secret', place)).toBe(true)
    for (const baseURL of [home, 'https://api.example.com/other?x=1', 'https://API.example.com:443'])
      expect(await keyFor(endpoint(own, baseURL))).toBe('sk-secret')
    for (const baseURL of [
      'http://api.example.com/v1',
      'https://api.example.com:8443/v1',
      'https://evil.example/v1',
      'https://api.example.com.evil.example/v1',
      'https://api.example.com@evil.example/v1',
      'parley:built-in',
      '',
    ])
      expect(await keyFor(endpoint(own, baseURL))).toBeUndefined()
    // What a link, a file or an operator suggests has another id.
    for (const id of ['another', `operator:${own}`, 'own', ''])
      expect(await keyFor(endpoint(id))).toBeUndefined()
    await keyRemoved(own)
    expect(await keyFor(endpoint(own))).toBeUndefined()
  })

  test('is waited for while it is being kept', async () => {
    const early = endpoint(`early-${place}`)
    const saving = keySaved(early, 'sk-early', place)
    expect(await keyFor(early)).toBe('sk-early')
    expect(await saving).toBe(true)
    await keyRemoved(early.id)
  })

  test('can be put elsewhere, and is nowhere twice', async () => {
    const moved = endpoint('moved')
    await keySaved(moved, 'sk-moved', place)
    for (const next of places) {
      expect(await keyMoved(moved, next)).toBe(true)
      expect(await keyFor(moved)).toBe('sk-moved')
      expect((await lines()).includes('sk-moved')).toBe(next === 'device')
      expect((await lines()).includes('"moved"')).toBe(next !== 'tab')
    }
    // A new one goes to where the one before was.
    await keySaved(moved, 'sk-newer')
    expect(await lines()).not.toContain('sk-newer')
    await keyRemoved('moved')
  })
})

test('an encrypted key is not given away while it is locked', async () => {
  const own = endpoint('locked')
  await keySaved(own, 'sk-locked', 'vault')
  endpointSaved(own)
  expect(await savedSecrets()).toEqual(['sk-locked'])
  vaultLocked()
  endpointRemoved(own.id)
  await expect(savedSecrets()).rejects.toThrow('locked')
  const reason: unknown = await keyFor(own, false).catch((error: unknown) => error)
  expect(reason instanceof ChatError && reason.evidence.code).toBe('key-locked')
  unlock()
  expect(await keyReady(own)).toBe(true)
  expect(await keyFor(own, false)).toBe('sk-locked')
})

test('a record that was put in the place of another endpoint’s is refused, and no request goes without it', async () => {
  const [own, other] = [endpoint('locked'), endpoint('other')]
  await keySaved(other, 'sk-other', 'vault')
  const stored = await database()
  const theirs = await stored.get('keys', 'locked')
  await stored.put('keys', { ...theirs!, endpoint: 'other' })
  const reason: unknown = await keyFor(other).catch((error: unknown) => error)
  expect(reason instanceof ChatError && reason.evidence.code).toBe('key-unreadable')
  expect(JSON.stringify(reason)).not.toContain('sk-')
  expect(await keyFor(own)).toBe('sk-locked')
  await keyRemoved('other')
})

test('all keys are encrypted together, and taken out together', async () => {
  await keySaved(endpoint('plain'), 'sk-plain', 'device')
  expect(await keysEncrypted()).toBe(true)
  expect(await lines()).not.toContain('sk-')
  expect(await keyFor(endpoint('plain'))).toBe('sk-plain')
  expect(await keysDecrypted()).toBe(true)
  expect(await lines()).toContain('sk-plain')
  expect(await lines()).toContain('sk-locked')
  expect(await keyFor(endpoint('locked'))).toBe('sk-locked')
})
