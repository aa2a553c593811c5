/** How long a page that is left may take to go, in milliseconds. */
const longest = 5000

let left = -longest
let watchers = 0

const noted = () => {
  left = performance.now()
}

/**
 * Firefox and Safari break a page's connections as soon as it begins to be left, which can be seconds before it has gone:
 * that is no failure of the server's. Listens as long as a request is under way; the function that is returned ends it.
 */
export function leavingWatched(): () => void {
  if (typeof addEventListener === 'undefined') return () => {}
  if (watchers++ === 0) addEventListener('beforeunload', noted)
  return () => {
    if (--watchers === 0) removeEventListener('beforeunload', noted)
  }
}

/**
 * Resolves when it is clear that the page stays: at once, unless somebody has begun to leave it. Where it goes, this
 * never resolves; nor does anybody wait who calls it off.
 */
export async function pageStays(calledOff: AbortSignal): Promise<void> {
  const rest = left + longest - performance.now()
  if (rest <= 0 || calledOff.aborted) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, rest)
    calledOff.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
