import { joined } from './bytes'

/** A byte as it is, or a copy of earlier bytes: `length * 65536 + distance`, which is never below 256. */
export type Token = number
export const isCopy = (token: Token) => token > 255
export const lengthOf = (token: Token) => token >>> 16
export const distanceOf = (token: Token) => token & 65535

const shortest = 3
const longest = 258
const furthest = 32_768 - 1
/** How many earlier places are looked at; more is hardly ever shorter. */
const patience = 128

/** The tokens of `data`, which may copy from `dictionary` as though that stood before it. */
export function tokensOf(data: Uint8Array, dictionary: Uint8Array): Token[] {
  const all = joined([dictionary, data])
  /** The last place of each hash, and for each place the one before it with the same hash. */
  const heads = new Int32Array(1 << 15).fill(-1)
  const earlier = new Int32Array(all.length)

  const hashAt = (at: number) =>
    (Math.imul((all[at]! << 16) | (all[at + 1]! << 8) | all[at + 2]!, 0x9e3779b1) >>> 17) & 0x7fff
  const enter = (at: number) => {
    if (at + shortest > all.length) return
    const hash = hashAt(at)
    earlier[at] = heads[hash]!
    heads[hash] = at
  }
  const longestAt = (at: number): Token => {
    const most = Math.min(longest, all.length - at)
    if (most < shortest) return 0
    let best: Token = 0
    let bestLength = shortest - 1
    let from = heads[hashAt(at)]!
    for (let tries = patience; from >= 0 && at - from <= furthest && tries > 0; tries--) {
      if (all[from + bestLength] === all[at + bestLength]) {
        let length = 0
        while (length < most && all[from + length] === all[at + length]) length++
        if (length > bestLength) {
          bestLength = length
          best = length * 65536 + (at - from)
          if (length === most) break
        }
      }
      from = earlier[from]!
    }
    return best
  }

  for (let at = 0; at < dictionary.length; at++) enter(at)
  const tokens: Token[] = []
  let at = dictionary.length
  let here = longestAt(at)
  while (at < all.length) {
    enter(at)
    // A longer copy that begins one byte later is worth the byte.
    const next = at + 1 < all.length ? longestAt(at + 1) : 0
    if (!here || lengthOf(next) > lengthOf(here)) {
      tokens.push(all[at]!)
      at += 1
      here = next
      continue
    }
    tokens.push(here)
    const end = at + lengthOf(here)
    for (at += 1; at < end; at++) enter(at)
    here = longestAt(at)
  }
  return tokens
}
