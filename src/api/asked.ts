const asked = new Map<string, number>()
const listeners = new Set<() => void>()

/** Remembers that a request goes there: browsers do not tell of all that fail. It stands beside every `fetch` to an endpoint. */
export function noteAsked(url: string): void {
  if (!URL.canParse(url)) return
  const { origin, protocol } = new URL(url)
  if (!/^https?:$/.test(protocol)) return
  asked.set(origin, (asked.get(origin) ?? 0) + 1)
  for (const tell of listeners) tell()
}

/** How many requests have gone to each origin since the page was opened. */
export const askedOrigins = (): ReadonlyMap<string, number> => asked

/** Has `tell` called with every further request; returns how that is ended. */
export function onAsked(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}
