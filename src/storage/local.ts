/**
 * The few small values that have to be there before the first paint (the theme, the panes, the endpoints).
 * Everything that can grow lives in the database.
 */
const prefix = 'parley.'

/** The value kept under a name, or undefined if there is none, or it cannot be read. */
export function loadLocal(name: string): unknown {
  try {
    const text = localStorage.getItem(prefix + name)
    return text === null ? undefined : (JSON.parse(text) as unknown)
  } catch {
    // Storage is forbidden, or the text is not ours: the same as nothing kept.
    return undefined
  }
}

/** Keeps a value; undefined is none. Returns false where the browser refuses (storage forbidden or full); the page goes on without. */
export function saveLocal(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, JSON.stringify(value))
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
