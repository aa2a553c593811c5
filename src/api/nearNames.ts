/** Names at most so far from what was meant are worth showing, as a part of the longer one. */
const farthest = 0.6

/** How many letters have to be added, taken away or changed to make one text of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const change = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(change, row[to]! + 1, next[to - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}

/** The last part of a path, without letters that mean nothing: `models/Llama_3` is `llama-3`. */
const bare = (name: string) => name.toLowerCase().replace(/^.*\//, '').replaceAll(/[\s_]/g, '-').slice(0, 80)

/** The names of a list that are nearest to one that is not in it, at most `most`; all of a list that is short anyway. */
export function nearNames(wanted: string, names: readonly string[], most = 4): string[] {
  if (names.length <= most) return [...names]
  const meant = bare(wanted)
  const near = names.map((name) => {
    const is = bare(name)
    const within = meant !== '' && (is.includes(meant) || (is !== '' && meant.includes(is)))
    const far = (distance(meant, is) / Math.max(meant.length, is.length, 1)) * (within ? 0.5 : 1)
    return { name, far }
  })
  return near
    .filter(({ far }) => far <= farthest)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, most)
    .map(({ name }) => name)
}
