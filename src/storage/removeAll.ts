import { deleteDB } from 'idb'
import { copyRemoved } from './copyDatabase'
import { localForgotten } from './allLocal'
import { draftsForgottenHere } from './tabDrafts'

/** Removes all that this browser keeps of Parley. Tabs that are open let go of the database first. */
export async function everythingRemoved(name: string): Promise<void> {
  await deleteDB(name)
  await copyRemoved(name)
  localForgotten()
  draftsForgottenHere()
}

const folder = () => new URL('.', document.baseURI)

/** The names of the caches in which the service worker keeps the program of this page. There are none on plain http. */
export async function cachesOfThis(): Promise<string[]> {
  if (!('caches' in globalThis)) return []
  return (await caches.keys()).filter((cache) => cache.startsWith(`parley ${folder().pathname} `))
}

/** Lets go of the program that the service worker has kept, so that the next load fetches it anew. */
export async function programForgotten(): Promise<void> {
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  for (const registration of registrations)
    if (registration.scope === folder().href) await registration.unregister()
  for (const cache of await cachesOfThis()) await caches.delete(cache)
}
