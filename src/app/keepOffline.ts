/**
 * Has the page kept for times without a network. Comes when all else is done, since it fetches everything that has not
 * been used yet. There is none in the dev server, in the single file, and on plain http.
 */
export function keepOffline(): void {
  if (import.meta.env.MODE !== 'production' || !navigator.serviceWorker) return
  // Where a browser or a host forbids it, the page works as it did.
  import('../state/hosting').then(({ offlineKept }) => offlineKept()).catch(() => undefined)
}
