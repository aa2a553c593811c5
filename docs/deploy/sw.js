/*
 * Takes Parley's service worker back: put this file in the place of sw.js. Whoever visits next gets it, in place of the
 * worker that is there; pages that are open go on, and from their next load on come from the network alone.
 */
self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      const prefix = `parley ${new URL(self.registration.scope).pathname} `
      for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name)
      await self.registration.unregister()
    })(),
  ),
)
