/** The number of the token that an event comes from. */
export function tokenAt(target: EventTarget | null): number | undefined {
  const token = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  return token ? Number(token.dataset['at']) : undefined
}

export const tokenElement = (field: HTMLElement | null, at: number): HTMLElement | null =>
  field?.querySelector<HTMLElement>(`[data-at="${at}"]`) ?? null

/** So many tokens are looked at for the next line; one that is longer is passed over by a step of one token. */
const furthest = 400

/** The token above or below one, on the next line of the screen. */
export function tokenOnLine(field: HTMLElement | null, from: number, by: 1 | -1): number {
  const first = tokenElement(field, from)?.getClientRects()[0]
  if (!first) return from + by
  const middle = first.left + first.width / 2
  let line: number | undefined
  let best: { at: number; distance: number } | undefined
  for (let step = 1; step <= furthest; step++) {
    const at = from + by * step
    const place = tokenElement(field, at)?.getClientRects()[0]
    if (!place) break
    const isElsewhere = Math.abs(place.top - first.top) > first.height / 2
    if (!isElsewhere) continue
    line ??= place.top
    if (Math.abs(place.top - line) > first.height / 2) break
    const distance = Math.abs(place.left + place.width / 2 - middle)
    if (!best || distance < best.distance) best = { at, distance }
  }
  return best?.at ?? from + by
}
