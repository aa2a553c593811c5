import { deleteDB } from 'idb'
import { copyRemoved } from './copyDatabase'
import { localForgotten } from './allLocal'

/** Removes all that this browser keeps of Parley. Tabs that are open let go of the database first. */
export async function everythingRemoved(name: string): Promise<void> {
  await deleteDB(name)
  await copyRemoved(name)
  localForgotten()
}

/** Lets go of the program that the service worker has kept, so that the next load fetches it anew. */
export async function programForgotten(): Promise<void> {
  const folder = new URL('.', document.baseURI)
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? []
  for (const registration of registrations)
    if (registration.scope === folder.href) await registration.unregister()
  for (const cache of await caches.keys())
    if (cache.startsWith(`parley ${folder.pathname} `)) await caches.delete(cache)
}
