/**
 * Ranges that hold all of the wanted keys and none of the others, of all keys there are, in the store's own order: what
 * stands together is asked for, or removed, at once. `most` is how many one range may hold.
 */
export function keyRanges(
  all: readonly IDBValidKey[],
  wanted: ReadonlySet<IDBValidKey>,
  most = Infinity,
): IDBKeyRange[] {
  const ranges: IDBKeyRange[] = []
  for (let at = 0; at < all.length; at++) {
    if (!wanted.has(all[at]!)) continue
    const from = at
    while (at + 1 < all.length && at + 1 - from < most && wanted.has(all[at + 1]!)) at++
    ranges.push(IDBKeyRange.bound(all[from], all[at]))
  }
  return ranges
}
