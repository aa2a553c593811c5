/** How long something is before it is cut up: an item, and words that stand together. */
export interface Limits {
  item: number
  words: number
  /** How far apart marks may be that belong together, where nothing else can be cut; then they are letters. */
  reach: number
  /** How much is read at once, and how much one paragraph may hold; what goes beyond is shown as it was written. */
  most: number
  paragraph: number
}

/** Whether it is worth to read on from a cut: words settle when they are many, and all else when another line has begun. */
export const maySettle = (source: string, cut: number, { words, item }: Limits): boolean =>
  source.length - cut >= Math.min(words, item) || /[\r\n]/.test(source.slice(cut))

/** Whether what stands behind a cut cannot be read in reasonable time. `from`: where its paragraph begins. */
export function isTooLong(source: string, from: number, cut: number, limits: Limits): boolean {
  const line = 3 * limits.reach
  if (source.length - cut > limits.most || cut - from > limits.paragraph) return true
  return source.length - cut > line && !/[\r\n]/.test(source.slice(-line))
}
