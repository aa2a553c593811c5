const asked = new Map<string, number>()

/** Remembers that a request goes there: browsers do not tell of all that fail. */
export function noteAsked(url: string): void {
  if (!URL.canParse(url)) return
  const { origin, protocol } = new URL(url)
  if (/^https?:$/.test(protocol)) asked.set(origin, (asked.get(origin) ?? 0) + 1)
}

/** How many requests have gone to each origin since the page was opened. */
export const askedOrigins = (): ReadonlyMap<string, number> => asked
