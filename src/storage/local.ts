/**
 * The few small values that have to be there before the first paint (the theme, the panes, the endpoints).
 * Everything that can grow lives in the database.
 */
export const prefix = 'parley.'

/** Whether the page was started in a safe state: nothing is read that may have kept it from starting, nothing is lost. */
export const isSafe = typeof location !== 'undefined' && location.search === '?safe'

/** The value kept under a name, or undefined if there is none, or it cannot be read. */
export function loadLocal(name: string): unknown {
  if (isSafe) return undefined
  try {
    const text = localStorage.getItem(prefix + name)
    return text === null ? undefined : (JSON.parse(text) as unknown)
  } catch {
    // Storage is forbidden, or the text is not ours: the same as nothing kept.
    return undefined
  }
}

/** Keeps a value. Returns false where the browser refuses (storage forbidden or full, a safe start); the page goes on without. */
export function saveLocal(name: string, value: unknown): boolean {
  if (isSafe) return false
  try {
    localStorage.setItem(prefix + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** Calls back when another tab keeps a new value under a name. */
export function onLocalChange(name: string, listen: () => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === prefix + name || key === null) listen()
  })
}
