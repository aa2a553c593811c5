import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { database } from './database'
import { loadKey, loadKeyFacts, loadKeys, removeKey, saveKey } from './keys'
import { addVault, changeVault, loadVault, removeVault, saveSealedKeys } from './vault'

const home = 'https://api.example.com'

test('a key is given only to the origin that it was saved for', async () => {
  await saveKey('one', home, 'secret')
  expect(await loadKey('one', home)).toMatchObject({ key: 'secret' })
  for (const other of [
    'http://api.example.com',
    'https://api.example.com:8443',
    'https://evil.example',
    '',
    null,
  ])
    expect(await loadKey('one', other)).toBeUndefined()
})

test('a key belongs to one endpoint', async () => {
  await saveKey('one', home, 'secret')
  expect(await loadKey('two', home)).toBeUndefined()
})

test('a key saved again is bound anew', async () => {
  await saveKey('moved', home, 'old')
  await saveKey('moved', 'https://other.example', 'new')
  expect(await loadKey('moved', home)).toBeUndefined()
  expect(await loadKey('moved', 'https://other.example')).toMatchObject({ key: 'new' })
})

test('the list of keys has no key in it', async () => {
  await saveKey('listed', home, 'secret')
  const facts = await loadKeyFacts()
  expect(facts['listed']).toEqual({ origin: home, place: 'device' })
  expect(JSON.stringify(facts)).not.toContain('secret')
})

test('a removed key is gone', async () => {
  await saveKey('gone', home, 'secret')
  await removeKey('gone')
  await removeKey('nobody')
  expect(await loadKey('gone', home)).toBeUndefined()
  expect(await loadKeyFacts()).not.toHaveProperty('gone')
})

const bytes = (...of: number[]) => new Uint8Array(of)
const sealed = { vector: bytes(1), data: bytes(2) }
const vaultOf = (id: string) => ({ id, ways: [], lockMinutes: 15, lockHidden: false })

test('there is one vault, and whoever comes second learns of the first', async () => {
  expect(await loadVault()).toBeUndefined()
  expect(await addVault(vaultOf('first'))).toBe(true)
  expect(await addVault(vaultOf('second'))).toBe(false)
  expect((await loadVault())?.id).toBe('first')
  const change = () => changeVault('first', (now) => ({ ...now, lockMinutes: now.lockMinutes + 1 }))
  await Promise.all([change(), change()])
  expect((await loadVault())?.lockMinutes).toBe(17)
  expect(await changeVault('second', (now) => now)).toBeUndefined()
})

test('a key is encrypted in the place of the one before, for a vault that is there', async () => {
  await saveKey('plain', home, 'secret')
  const key = { endpoint: 'plain', origin: home, sealed }
  expect(await saveSealedKeys('second', [key])).toBe(false)
  expect(await loadKey('plain', home)).toMatchObject({ key: 'secret' })
  expect(await saveSealedKeys('first', [key])).toBe(true)
  expect(await loadKey('plain', home)).toEqual(key)
  expect(await loadKey('plain', 'https://evil.example')).toBeUndefined()
  expect((await loadKeyFacts())['plain']).toEqual({ origin: home, place: 'vault' })
})

test('with the vault goes what is encrypted, unless it has been decrypted', async () => {
  await saveKey('beside', home, 'other')
  await saveSealedKeys('first', [{ endpoint: 'lost', origin: home, sealed }])
  await removeVault([{ endpoint: 'plain', origin: home, key: 'secret' }])
  expect(await loadVault()).toBeUndefined()
  expect(await loadKey('lost', home)).toBeUndefined()
  expect(await loadKey('plain', home)).toMatchObject({ key: 'secret' })
  expect(await loadKey('beside', home)).toMatchObject({ key: 'other' })
  expect((await loadKeys()).filter((one) => 'sealed' in one)).toEqual([])
})

test('what is kept in its place and is no vault stays closed, and is replaced', async () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- whatever a browser may have made of it
  await (await database()).put('vault', { id: 7 } as never, 'keys')
  expect(await loadVault()).toBeUndefined()
  expect(await addVault(vaultOf('new'))).toBe(true)
})
