/**
 * In which of the pieces that begin at `starts` each mark begins and ends. Both are in their order, and are walked along
 * together.
 */
export function spansOf(
  starts: readonly number[],
  marks: readonly (readonly [from: number, to: number])[],
): [first: number, last: number][] {
  let first = 0
  return marks.map(([from, to]) => {
    while (first + 1 < starts.length && starts[first + 1]! <= from) first++
    let last = first
    while (last + 1 < starts.length && starts[last + 1]! < to) last++
    return [first, last]
  })
}
