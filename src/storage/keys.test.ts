import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { loadKey, loadKeyOrigins, removeKey, saveKey } from './keys'

const home = 'https://api.example.com'

test('a key is given only to the origin that it was saved for', async () => {
  await saveKey('one', home, 'secret')
  expect(await loadKey('one', home)).toBe('secret')
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
  expect(await loadKey('moved', 'https://other.example')).toBe('new')
})

test('the list of keys has no key in it', async () => {
  await saveKey('listed', home, 'secret')
  const origins = await loadKeyOrigins()
  expect(origins['listed']).toBe(home)
  expect(JSON.stringify(origins)).not.toContain('secret')
})

test('a removed key is gone', async () => {
  await saveKey('gone', home, 'secret')
  await removeKey('gone')
  await removeKey('nobody')
  expect(await loadKey('gone', home)).toBeUndefined()
  expect(await loadKeyOrigins()).not.toHaveProperty('gone')
})
