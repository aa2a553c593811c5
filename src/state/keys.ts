import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { type Endpoint, originOf } from '../api/endpoint'
import { loadKey, loadKeyOrigins, removeKey, saveKey } from '../storage/keys'
import { onNews, tellOtherTabs } from '../storage/otherTabs'
import { storageFailed } from './notices'

/** Which endpoints have a key, and the origin each was saved for. Never the keys: no screen ever holds one. */
const origins = createStore<{ known: Record<string, string> }>()(() => ({ known: {} }))

/** Keys that storage would not take, for as long as this page lives. */
const unkept = new Map<string, { origin: string; key: string }>()

/** Whether an endpoint has a key that may be sent to where it points now. */
export const useHasKey = (endpoint: Endpoint) =>
  useStore(origins, ({ known }) => endpoint.id in known && known[endpoint.id] === originOf(endpoint))

export async function keysOpened(): Promise<void> {
  try {
    origins.setState({ known: await loadKeyOrigins() })
  } catch (error) {
    storageFailed(error)
  }
}

/** The key to send to an endpoint; undefined if there is none for its origin. */
export async function keyFor(endpoint: Endpoint): Promise<string | undefined> {
  const origin = originOf(endpoint)
  if (origin === null) return undefined
  const held = unkept.get(endpoint.id)
  if (held) return held.origin === origin ? held.key : undefined
  if (!(endpoint.id in origins.getState().known)) return undefined
  return loadKey(endpoint.id, origin)
}

/** Keeps a key for the origin that its endpoint has now. */
export async function keySaved(endpoint: Endpoint, key: string): Promise<void> {
  const origin = originOf(endpoint)
  if (origin === null) return
  try {
    await saveKey(endpoint.id, origin, key)
    unkept.delete(endpoint.id)
  } catch (error) {
    unkept.set(endpoint.id, { origin, key })
    storageFailed(error)
  }
  origins.setState(({ known }) => ({ known: { ...known, [endpoint.id]: origin } }))
  tellOtherTabs({ type: 'keys' })
}

export async function keyRemoved(endpoint: string): Promise<void> {
  unkept.delete(endpoint)
  origins.setState(({ known: { [endpoint]: _removed, ...known } }) => ({ known }))
  try {
    await removeKey(endpoint)
  } catch (error) {
    storageFailed(error)
  }
  tellOtherTabs({ type: 'keys' })
}

onNews(({ type }) => {
  if (type === 'keys') void keysOpened()
})
