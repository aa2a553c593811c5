/** Other tabs are told that somebody is there at most so often, in milliseconds. */
const pause = 5000

interface Watch {
  /** In minutes; 0 is for ever. */
  lockMinutes: number
  lockHidden: boolean
  /** Locks this tab, and all others where that is meant. */
  lock: (everywhere: boolean) => void
  /** Tells the other tabs that somebody is there. */
  tell: () => void
}

let watch: Watch | undefined
let timer: ReturnType<typeof setTimeout> | undefined
let last = 0
let told = 0

/** From now on it locks by itself: after a time without use, by its key, where this tab is not seen, or is left. */
export function lockWatched(next: Watch): void {
  if (!watch) {
    for (const name of ['keydown', 'pointerdown'])
      addEventListener(name, onUse, { capture: true, passive: true })
    addEventListener('keydown', onKey)
    addEventListener('pagehide', onLeave)
    document.addEventListener('visibilitychange', onSeen)
  }
  watch = next
  used(false)
}

export function lockUnwatched(): void {
  watch = undefined
  // Whoever opens it again is there again.
  last = 0
  clearTimeout(timer)
  for (const name of ['keydown', 'pointerdown']) removeEventListener(name, onUse, { capture: true })
  removeEventListener('keydown', onKey)
  removeEventListener('pagehide', onLeave)
  document.removeEventListener('visibilitychange', onSeen)
}

/** Somebody is there: here, or in another tab. */
export function used(here = true): void {
  // Timers stand still while a computer sleeps: whoever wakes it is not the one who left it.
  if (!watch || lockedIfOverdue()) return
  last = Date.now()
  if (here && last - told > pause) {
    told = last
    watch.tell()
  }
  clearTimeout(timer)
  if (watch.lockMinutes > 0) timer = setTimeout(lockedIfOverdue, watch.lockMinutes * 60_000)
}

/** Locks if nobody has been there for too long, whatever became of the timer. */
export function lockedIfOverdue(): boolean {
  const isOverdue =
    watch !== undefined &&
    last > 0 &&
    watch.lockMinutes > 0 &&
    Date.now() - last >= watch.lockMinutes * 60_000
  if (isOverdue) watch?.lock(true)
  return isOverdue
}

const onUse = () => used()
const onLeave = () => watch?.lock(false)

function onSeen() {
  if (document.visibilityState === 'visible') lockedIfOverdue()
  else if (watch?.lockHidden) watch.lock(false)
}

function onKey(event: KeyboardEvent) {
  const command = event.metaKey || event.ctrlKey
  if (!command || !event.shiftKey || event.altKey || event.key.toLowerCase() !== 'l') return
  event.preventDefault()
  watch?.lock(true)
}
