/**
 * Which runs are being received right now, in whichever tab: each holds a Web Lock named after it, and the
 * browser lets go of it when the tab goes away, however it goes. (Web Locks API, W3C; secure contexts only.)
 */
const prefix = 'parley-run-'

/**
 * Holds a run's lock until the returned function is called. Resolves when it is held, so that nobody hears of a run
 * before; where there are no locks (plain http on a LAN) a run is simply not known to other tabs.
 */
export function holdRun(run: string): Promise<() => void> {
  let release!: () => void
  const held = new Promise<void>((resolve) => (release = resolve))
  if (!('locks' in navigator)) return Promise.resolve(release)
  return new Promise((resolve) => {
    const hold = () => {
      resolve(release)
      return held
    }
    navigator.locks.request(prefix + run, hold).catch(() => resolve(release))
  })
}

/** The ids of the runs that some tab holds. */
export async function heldRuns(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}

/** Calls back when no tab holds a run any more: it has come to its end, or its tab has gone. One tab at a time. */
export function afterRun(run: string, look: () => Promise<void>): void {
  if ('locks' in navigator) navigator.locks.request(prefix + run, look).catch(() => {})
}
