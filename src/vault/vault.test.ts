import { assert, asyncProperty, nat, string } from 'fast-check'
import { expect, test } from 'vitest'
import type { Secret, Vault, Way } from './Vault'
import { isVault } from './Vault'
import { VaultFault } from './VaultFault'
import { sealKey, unsealKey } from './sealKey'
import { addWay, isOutdated, makeVault, openVault } from './ways'

/** What is tried here is not how long a guess takes. */
const few = 10
const locking = { lockMinutes: 15, lockHidden: false }
const passphrase = (words: string): Secret => ({ type: 'passphrase', passphrase: words })
const passkey = (seed: number): Secret => ({
  type: 'passkey',
  credential: new Uint8Array(16).fill(seed),
  salt: new Uint8Array(32).fill(1),
  secret: new Uint8Array(32).fill(seed),
})
const owner = { endpoint: 'one', origin: 'https://api.example' }

/** Which fault something ends with. */
const faultOf = async (work: Promise<unknown>) => {
  const reason: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  )
  return reason instanceof VaultFault ? reason.kind : reason
}

test('a vault opens with its own secret alone, and its key cannot be read', async () => {
  const { vault, key } = await makeVault(passphrase('open sesame'), locking, few)
  const opened = await openVault(vault, passphrase('open sesame'))
  for (const one of [key, opened.key]) expect(one.extractable).toBe(false)
  const sealed = await sealKey({ vault: vault.id, key }, owner, 'sk-secret')
  expect(await unsealKey({ vault: vault.id, key: opened.key }, owner, sealed)).toBe('sk-secret')
  for (const wrong of ['', 'open sesame ', 'Open sesame'])
    expect(await faultOf(openVault(vault, passphrase(wrong)))).toBe('wrong')
  expect(await faultOf(openVault(vault, passkey(1)))).toBe('wrong')
})

test('the same letters are the same passphrase, however they are put together', async () => {
  const { vault } = await makeVault(passphrase('Caf\u00e9'), locking, few)
  expect((await openVault(vault, passphrase('Cafe\u0301'))).way).toBe(vault.ways[0])
})

test('a vault has as many ways as one likes, each by itself, and what it holds stays as it is', async () => {
  const { vault, key } = await makeVault(passphrase('first'), locking, few)
  const sealed = await sealKey({ vault: vault.id, key }, owner, 'sk-secret')
  const both: Vault = {
    ...vault,
    ways: [...vault.ways, await addWay(vault, passphrase('first'), passkey(7), few)],
  }
  expect(await faultOf(addWay(both, passphrase('guessed'), passkey(8), few))).toBe('wrong')
  const changed: Vault = {
    ...both,
    ways: [both.ways[1]!, await addWay(both, passkey(7), passphrase('second'), few)],
  }
  for (const secret of [passkey(7), passphrase('second')]) {
    const opened = await openVault(changed, secret)
    expect(opened.key.extractable).toBe(false)
    expect(await unsealKey({ vault: vault.id, key: opened.key }, owner, sealed)).toBe('sk-secret')
  }
  expect(await faultOf(openVault(changed, passphrase('first')))).toBe('wrong')
})

test('a key opens for the endpoint, the origin and the vault that it was saved for', async () => {
  const { vault, key } = await makeVault(passphrase('p'), locking, few)
  const data = { vault: vault.id, key }
  const sealed = await sealKey(data, owner, 'sk-secret')
  for (const other of [
    { ...owner, endpoint: 'two' },
    { ...owner, origin: 'https://evil.example' },
    { endpoint: owner.origin, origin: owner.endpoint },
  ])
    expect(await faultOf(unsealKey(data, other, sealed))).toBe('altered')
  expect(await faultOf(unsealKey({ vault: 'another', key }, owner, sealed))).toBe('altered')
  const { vault: stranger, key: strange } = await makeVault(passphrase('p'), locking, few)
  expect(await faultOf(unsealKey({ vault: stranger.id, key: strange }, owner, sealed))).toBe('altered')
  expect(JSON.stringify([...sealed.data])).not.toContain(JSON.stringify([...new TextEncoder().encode('sk-')]))
})

test('any key comes back as it was, and no altered bit goes unseen', async () => {
  const { vault, key } = await makeVault(passphrase('p'), locking, few)
  const data = { vault: vault.id, key }
  await assert(
    asyncProperty(string({ unit: 'grapheme', maxLength: 200 }), nat(), nat(7), async (apiKey, place, bit) => {
      const sealed = await sealKey(data, owner, apiKey)
      expect(await unsealKey(data, owner, sealed)).toBe(apiKey.toWellFormed())
      const all = [...sealed.vector, ...sealed.data]
      all[place % all.length]! ^= 1 << bit
      const altered = { vector: new Uint8Array(all.slice(0, 12)), data: new Uint8Array(all.slice(12)) }
      expect(await faultOf(unsealKey(data, owner, altered))).toBe('altered')
    }),
  )
})

test('nothing of a way can be altered', async () => {
  const { vault } = await makeVault(passphrase('p'), locking, few)
  const flip = (bytes: Uint8Array<ArrayBuffer>, at: number, bit: number) =>
    bytes.map((byte, place) => (place === at % bytes.length ? byte ^ (1 << bit) : byte))
  const opens = (way: Way, id = vault.id) => openVault({ ...vault, id, ways: [way] }, passphrase('p'))
  const [way] = vault.ways
  if (way?.type !== 'passphrase') throw new Error('It was made with a passphrase.')
  await assert(
    asyncProperty(nat(), nat(7), async (at, bit) => {
      const { wrapped } = way
      for (const altered of [
        { ...way, salt: flip(way.salt, at, bit) },
        { ...way, wrapped: { ...wrapped, vector: flip(wrapped.vector, at, bit) } },
        { ...way, wrapped: { ...wrapped, data: flip(wrapped.data, at, bit) } },
      ])
        expect(await faultOf(opens(altered))).toBe('wrong')
    }),
    { numRuns: 40 },
  )
  for (const rounds of [few + 1, 0, -1, 1e9]) expect(await faultOf(opens({ ...way, rounds }))).toBe('wrong')
  expect(await faultOf(opens({ ...way, id: 'another' }))).toBe('wrong')
  expect(await faultOf(opens(way, 'another vault'))).toBe('wrong')
})

test('a way that was made with less than today’s rounds is known', async () => {
  const { vault } = await makeVault(passphrase('p'), locking, few)
  expect(isOutdated(vault.ways[0]!)).toBe(true)
  expect(isOutdated(vault.ways[0]!, few)).toBe(false)
  const renewed = await addWay(vault, passphrase('p'), passphrase('p'), few + 1)
  expect(isOutdated(renewed, few + 1)).toBe(false)
  expect((await openVault({ ...vault, ways: [renewed] }, passphrase('p'))).way).toBe(renewed)
})

test('what is no vault is not taken for one', async () => {
  const { vault } = await makeVault(passphrase('p'), locking, few)
  expect(isVault(vault)).toBe(true)
  for (const other of [
    undefined,
    null,
    7,
    {},
    { id: 'v', ways: 'all' },
    { ...vault, ways: [{}] },
    { ...vault, ways: [null] },
    { ...vault, ways: [{ ...vault.ways[0], salt: 'AAAA' }] },
    { ...vault, ways: [{ ...vault.ways[0], wrapped: { vector: [], data: [] } }] },
  ])
    expect(isVault(other)).toBe(false)
})
