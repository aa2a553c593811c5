import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Endpoint, originOf } from '../api/endpoint'
import { ChatError } from '../protocol/ChatError'
import { type KeyFacts, loadKey, loadKeyFacts, removeKey, saveKey } from '../storage/keys'
import { onNews, tellOtherTabs } from '../storage/otherTabs'
import { saveSealedKeys } from '../storage/vault'
import { storageFailed } from './notices'
import { currentVault, openDataKey, useVault, vaultRead } from './vaultStatus'
import { askForVault } from './vaultWanted'

/** Where a key is: in the memory of this tab, in this browser as it is, or there encrypted. */
export type KeyPlace = 'tab' | KeyFacts['place']

interface Known {
  /** Whether it has been read which there are. */
  opened: boolean
  stored: Record<string, KeyFacts>
  /** Origins of those that are in memory alone. */
  held: Record<string, string>
}

/** Which endpoints have a key, where, and the origin each was saved for. Never the keys: no screen ever holds one. */
const known = createStore<Known>()(() => ({ opened: false, stored: {}, held: {} }))

/** Keys for this tab alone, and those that storage would not take, for as long as this page lives. */
const held = new Map<string, { origin: string; key: string }>()

/** The keys that are in memory alone. */
export const heldKeys = () => [...held.values()].map(({ key }) => key)

let opening: Promise<void> | undefined

/** Which keys there are is read once, when it is first wanted, and anew when another tab has changed it. */
export const keysOpened = (): Promise<void> => (opening ??= read())

async function read(): Promise<void> {
  try {
    const [stored] = await Promise.all([loadKeyFacts(), vaultRead()])
    known.setState({ stored, opened: true })
  } catch (error) {
    opening = undefined
    known.setState({ opened: true })
    storageFailed(error)
  }
}

function placeIn({ stored, held: inTab }: Known, endpoint: Endpoint): KeyPlace | undefined {
  const origin = originOf(endpoint)
  if (endpoint.id in inTab) return inTab[endpoint.id] === origin ? 'tab' : undefined
  const facts = stored[endpoint.id]
  return facts && facts.origin === origin ? facts.place : undefined
}

/** Where the key of an endpoint is; undefined if it has none that may be sent to where it points now. */
export const useKeyPlace = (endpoint: Endpoint) => useStore(known, (all) => placeIn(all, endpoint))
export const useHasKey = (endpoint: Endpoint) => useKeyPlace(endpoint) !== undefined

/** Whether an endpoint could be called now: with its key, without one, or not before that is known or unlocked. */
export function useKeyState(endpoint: Endpoint): 'none' | 'ready' | 'locked' | 'unknown' {
  const place = useKeyPlace(endpoint)
  const opened = useStore(known, (all) => all.opened)
  const { isOpen } = useVault()
  if (place === 'vault' && !isOpen) return 'locked'
  if (place) return 'ready'
  return opened || originOf(endpoint) === null ? 'none' : 'unknown'
}

/** How many keys are encrypted, and how many lie in this browser as they are. */
export const useKeyCounts = (): Record<KeyFacts['place'], number> => {
  const places = Object.values(useStore(known, ({ stored }) => stored)).map(({ place }) => place)
  const count = (wanted: KeyPlace) => places.filter((place) => place === wanted).length
  return { device: count('device'), vault: count('vault') }
}

/** Whether some keys are out of reach: nobody can say whether they stand in a text. */
export function useSomeKeysLocked(): boolean {
  const { isOpen } = useVault()
  return useKeyCounts().vault > 0 && !isOpen
}

/** Whether the endpoint's key must be waited for: then `keyReady` does. */
export const keyWaits = (endpoint: Endpoint) =>
  originOf(endpoint) !== null &&
  (!known.getState().opened || (placeIn(known.getState(), endpoint) === 'vault' && !openDataKey()))

/** Whether an error says that a key stayed locked, or did not open: then nothing was sent. */
export const isAboutKey = (code: string | undefined): code is 'key-locked' | 'key-unreadable' =>
  code === 'key-locked' || code === 'key-unreadable'

/** Asks the reader to unlock the key of an endpoint, where it is locked. False is no: then nothing is to be sent. */
export async function keyReady(endpoint: Endpoint): Promise<boolean> {
  if (!keyWaits(endpoint)) return true
  await keysOpened()
  return !keyWaits(endpoint) || askForVault('open', endpoint.name)
}

/**
 * The key to send to an endpoint; undefined if there is none for its origin. Where it is locked the reader is asked, if
 * `asks`.
 *
 * @throws ChatError where it stays locked, or what is kept does not open
 */
export async function keyFor(endpoint: Endpoint, asks = true): Promise<string | undefined> {
  const origin = originOf(endpoint)
  if (origin === null) return undefined
  await keysOpened()
  const place = placeIn(known.getState(), endpoint)
  if (place === 'tab') return held.get(endpoint.id)?.key
  const stored = place && (await loadKey(endpoint.id, origin))
  if (!stored) return undefined
  if ('key' in stored) return stored.key
  const data = !asks || (await keyReady(endpoint)) ? openDataKey() : undefined
  if (!data) throw new ChatError('unreachable', 'The key is locked.', { code: 'key-locked' })
  const { unsealKey } = await import('../vault/sealKey')
  try {
    return await unsealKey(data, { endpoint: endpoint.id, origin }, stored.sealed)
  } catch (cause) {
    throw new ChatError('unreachable', 'The key cannot be read.', { code: 'key-unreadable' }, { cause })
  }
}

/**
 * Keeps a key for the origin that its endpoint has now, where the reader wants it; without a wish where the one before was.
 * Returns false where the vault that it belongs into stays locked: then nothing has changed.
 */
export async function keySaved(endpoint: Endpoint, key: string, wanted?: KeyPlace): Promise<boolean> {
  const origin = originOf(endpoint)
  if (origin === null) return false
  const place = wanted ?? placeIn(known.getState(), endpoint) ?? 'device'
  if (place === 'vault' && !openDataKey() && !(await vaultReady(endpoint.name))) return false
  const keeping = keep({ id: endpoint.id, origin }, key, place)
  // Who wants a key waits for the one that is being kept.
  opening = keeping.then(() => undefined)
  return keeping
}

async function keep(
  endpoint: { id: string; origin: string },
  key: string,
  place: KeyPlace,
): Promise<boolean> {
  const { id, origin } = endpoint
  try {
    if (place === 'tab') await removeKey(id)
    else if (place === 'device') await saveKey(id, origin, key)
    else if (!(await sealedAndSaved(id, origin, key))) {
      await readAgain()
      return false
    }
    held.delete(id)
  } catch (error) {
    held.set(id, { origin, key })
    storageFailed(error)
  }
  if (place === 'tab') held.set(id, { origin, key })
  await told()
  return true
}

/** Puts the key of an endpoint elsewhere; false where it stays where it is. */
export async function keyMoved(endpoint: Endpoint, place: KeyPlace): Promise<boolean> {
  if (!(await keyReady(endpoint))) return false
  const key = await keyFor(endpoint)
  return key !== undefined && keySaved(endpoint, key, place)
}

/** Opens the vault if need be, or makes one; false where the reader does not want it. */
export async function vaultReady(endpoint?: string): Promise<boolean> {
  await keysOpened()
  return openDataKey() !== undefined || askForVault(currentVault() ? 'open' : 'make', endpoint)
}

async function sealedAndSaved(endpoint: string, origin: string, key: string): Promise<boolean> {
  const data = openDataKey()
  if (!data) return false
  const { sealKey } = await import('../vault/sealKey')
  const sealed = await sealKey(data, { endpoint, origin }, key)
  return saveSealedKeys(data.vault, [{ endpoint, origin, sealed }])
}

export async function keyRemoved(endpoint: string): Promise<void> {
  held.delete(endpoint)
  try {
    await removeKey(endpoint)
  } catch (error) {
    storageFailed(error)
  }
  await told()
}

/** Which keys there are has changed, here and for every other tab. */
export async function told(): Promise<void> {
  tellOtherTabs({ type: 'keys' })
  await readAgain()
}

function readAgain(): Promise<void> {
  known.setState({ held: Object.fromEntries([...held].map(([id, { origin }]) => [id, origin])) })
  opening = read()
  return opening
}

onNews(({ type }) => {
  if (type === 'keys' && opening) void readAgain()
})
