import { notify } from './notices'

/** Looks for a new version at most so often, when the page is looked at again, in milliseconds. */
const pause = 3_600_000

/**
 * Starts the service worker (`.ci/build/sw.js`), which keeps the page for times without a network, and says when a newer
 * version is ready. The page is never loaded again unasked.
 */
export async function offlineKept(): Promise<void> {
  const { serviceWorker } = navigator
  const registration = await serviceWorker.register('./sw.js')
  let hadWorker = serviceWorker.controller !== null

  const reload = () => {
    const { waiting } = registration
    // Another tab may have brought the new version in already.
    if (!waiting) return location.reload()
    serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
    waiting.postMessage({ type: 'take-over' })
  }
  const ready = () => notify({ type: 'update-ready', reload })
  const watch = (worker: ServiceWorker | null) =>
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && hadWorker) ready()
    })

  if (registration.waiting && hadWorker) ready()
  watch(registration.installing)
  registration.addEventListener('updatefound', () => watch(registration.installing))
  serviceWorker.addEventListener('controllerchange', () => {
    if (hadWorker) ready()
    hadWorker = true
  })
  lookAgain(registration)
  // With one page open, and that of the newest version, the worker can let the files of older ones go.
  const entry = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src
  serviceWorker.controller?.postMessage({ type: 'opened', entry })
}

/** A page that stays open for days hears of a new version too. */
function lookAgain(registration: ServiceWorkerRegistration) {
  let last = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - last < pause) return
    last = Date.now()
    // Without a network there is nothing new.
    registration.update().catch(() => undefined)
  })
}
