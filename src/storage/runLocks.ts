/**
 * Which runs are being received right now, in whichever tab: each holds a Web Lock named after it, and the
 * browser lets go of it when the tab goes away, however it goes. (Web Locks API, W3C; secure contexts only.)
 */
const prefix = 'parley-run-'

/** Holds a run's lock until the returned function is called. */
export function holdRun(run: string): () => void {
  let release!: () => void
  const held = new Promise<void>((resolve) => (release = resolve))
  // Where there are no locks (plain http on a LAN) a run is simply not known to other tabs.
  if ('locks' in navigator) navigator.locks.request(prefix + run, () => held).catch(() => release())
  return release
}

/** The ids of the runs that some tab holds. */
export async function heldRuns(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set()
  const { held = [] } = await navigator.locks.query()
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : [])))
}
