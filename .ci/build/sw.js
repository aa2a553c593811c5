/*
 * The service worker: keeps the page, so that it opens without a network. It answers for the files of the build and for
 * nothing else; what goes to endpoints never passes through here. The build puts `files` before it.
 *
 * A new version is fetched beside the old one. It takes over when no page of the old one is open any more, or when a
 * reader asks for it; pages that are still of the old version keep getting the old files.
 */

const scope = new URL(self.registration.scope)
/** Caches belong to the origin, and another folder of it may hold another Parley. */
const prefix = `parley ${scope.pathname} `
const current = prefix + files.version
const addressOf = (path) => new URL(path, scope).href
const page = addressOf('./')
const config = addressOf('parley.config.json')
const assets = addressOf('assets/')
const known = new Set([...files.first, ...files.later].map(addressOf))

self.addEventListener('install', (event) => event.waitUntil(fetchAll()))
// The first version answers for the page that is open already, so that what that loads later is kept too.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  if (event.data?.type === 'take-over') event.waitUntil(self.skipWaiting())
  if (event.data?.type === 'opened' && event.data.entry === addressOf(files.entry))
    event.waitUntil(removeOlder())
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const address = request.url.replace(/#.*/, '')
  if (request.mode === 'navigate') {
    // Only the page itself: other things may live in the same folder.
    const place = address.replace(/\?.*/, '')
    if (place === page || place === `${page}index.html`) event.respondWith(kept(page, event))
    // The empty page that diagrams are drawn in.
    else if (known.has(address)) event.respondWith(kept(address, event))
  } else if (address === config) event.respondWith(newest(event))
  else if (known.has(address) || address.startsWith(assets)) event.respondWith(kept(address, event))
})

/** Fetches what is to be kept at once. Fails as a whole: then there is no new version, and it is tried again later. */
async function fetchAll() {
  const older = await olderCaches()
  const cache = await caches.open(current)
  await Promise.all(
    files.first.map(async (path) => {
      const address = addressOf(path)
      const same = address.startsWith(assets) && (await find(older, address))
      await cache.put(address, same || (await fetched(address)))
    }),
  )
  // What was used late is kept on where it is still the same.
  for (const path of files.later) {
    const same = await find(older, addressOf(path))
    if (same) await cache.put(addressOf(path), same)
  }
}

async function fetched(address) {
  const isAsset = address.startsWith(assets)
  const response = await fetch(address, { cache: isAsset ? 'default' : 'no-cache' })
  // A page that asks to log in, or says that nothing is here, is not to be kept in the place of ours.
  const isPage = /html/.test(response.headers.get('content-type') ?? '')
  if (!response.ok || response.redirected || isPage !== (address === page))
    throw new Error(`${address} did not come as it should.`)
  if (isPage && !(await response.clone().text()).includes(files.entry))
    throw new Error(`${address} is of another version.`)
  return response
}

/** A file of ours, from any version that is still here, else from the network. */
async function kept(address, event) {
  const found = await find([current, ...(await olderCaches())], address)
  if (found) return found
  const response = await fetch(event.request)
  const isPage = /html/.test(response.headers.get('content-type') ?? '')
  const isWanted = isPage === address.endsWith('.html') && !response.redirected
  if (response.ok && isWanted && known.has(address)) keep(event, address, response.clone())
  return response
}

/** What the operator has set changes without a new version: the network first, and what it said last without one. */
async function newest(event) {
  try {
    const response = await fetch(event.request)
    if (response.ok) keep(event, config, response.clone())
    return response
  } catch (error) {
    const found = await find([current, ...(await olderCaches())], config)
    if (found) return found
    throw error
  }
}

/** A full disk is no reason not to answer. */
function keep(event, address, response) {
  const put = async () => (await caches.open(current)).put(address, response)
  event.waitUntil(put().catch(() => undefined))
}

async function find(names, address) {
  for (const name of names) {
    const found = await caches.match(address, { cacheName: name, ignoreVary: true })
    if (found) return found
  }
  return undefined
}

async function olderCaches() {
  const names = await caches.keys()
  return names.filter((name) => name.startsWith(prefix) && name !== current)
}

/** Files of older versions go when the only page that is open is of this one, and no newer one is on its way. */
async function removeOlder() {
  const { installing, waiting } = self.registration
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (installing || waiting || open.filter(({ url }) => url.startsWith(page)).length > 1) return
  for (const name of await olderCaches()) await caches.delete(name)
}
