/**
 * The length of each symbol's code, none longer than `most`, so that the whole is as short as it can be; 0 for what
 * does not occur. By package-merge: Larmore and Hirschberg, 1990.
 */
export function codeLengths(counts: readonly number[], most: number): number[] {
  const lengths = counts.map(() => 0)
  const leaves = counts
    .map((weight, symbol) => ({ weight, symbols: [symbol] }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => one.weight - other.weight)
  if (leaves.length < 2) {
    for (const { symbols } of leaves) lengths[symbols[0]!] = 1
    return lengths
  }
  let list = leaves
  for (let level = 1; level < most; level++) {
    const packages = []
    for (let at = 0; at + 1 < list.length; at += 2) {
      const [one, other] = [list[at]!, list[at + 1]!]
      packages.push({ weight: one.weight + other.weight, symbols: [...one.symbols, ...other.symbols] })
    }
    list = [...leaves, ...packages].toSorted((one, other) => one.weight - other.weight)
  }
  for (const { symbols } of list.slice(0, 2 * leaves.length - 2))
    for (const symbol of symbols) lengths[symbol]! += 1
  return lengths
}

/** The codes of those lengths (RFC 1951, section 3.2.2), with their bits turned round as they are written. */
export function codesOf(lengths: readonly number[]): number[] {
  const longest = Math.max(0, ...lengths)
  const firsts = [0]
  let code = 0
  for (let length = 1; length <= longest; length++) {
    const shorter = length > 1 ? lengths.filter((other) => other === length - 1).length : 0
    code = (code + shorter) << 1
    firsts.push(code)
  }
  return lengths.map((length) => (length ? turned(firsts[length]!++, length) : 0))
}

function turned(code: number, length: number): number {
  let back = 0
  for (let bit = 0; bit < length; bit++) back |= ((code >> bit) & 1) << (length - 1 - bit)
  return back
}
