const base = 36
const [least, most, skew, damp] = [1, 26, 38, 700]

/** A host as people write it: its labels that begin with `xn--` in their own letters (RFC 3492), where they have any. */
export const unicodeHost = (host: string): string =>
  host
    .split('.')
    .map((label) => (/^xn--/i.test(label) ? (decoded(label.slice(4).toLowerCase()) ?? label) : label))
    .join('.')

/** What a label says; undefined if it is none. */
function decoded(label: string): string | undefined {
  const end = Math.max(0, label.lastIndexOf('-'))
  const points = Array.from(label.slice(0, end), (letter) => letter.charCodeAt(0))
  let [point, place, bias] = [128, 0, 72]
  for (let at = end && end + 1; at < label.length;) {
    const before = place
    for (let weight = 1, k = base; ; k += base) {
      const digit = Number.parseInt(label[at++] ?? '', base)
      if (Number.isNaN(digit)) return undefined
      // Digits are a to z, then 0 to 9: the other way round than those of numbers.
      const value = digit < 10 ? digit + 26 : digit - 10
      place += value * weight
      const threshold = Math.min(most, Math.max(least, k - bias))
      if (value < threshold) break
      weight *= base - threshold
    }
    const count = points.length + 1
    bias = adapted(place - before, count, before === 0)
    point += Math.floor(place / count)
    place %= count
    if (!(point <= 0x10ffff)) return undefined
    points.splice(place++, 0, point)
  }
  const text = String.fromCodePoint(...points)
  return text.isWellFormed() ? text : undefined
}

function adapted(difference: number, count: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? damp : 2))
  delta += Math.floor(delta / count)
  let k = 0
  for (; delta > ((base - least) * most) / 2; k += base) delta = Math.floor(delta / (base - least))
  return k + Math.floor(((base - least + 1) * delta) / (delta + skew))
}
