/** So many of each stand under one node. */
const width = 32

/**
 * A list that only grows, or changes at its end, and never changes in place: a tree of three levels, of which a step
 * copies the last branch. What stands in other branches stays the same object, so that whoever compares branches
 * looks at a few dozen of them, however long the list.
 */
export interface Sequence<T> {
  readonly length: number
  readonly branches: readonly (readonly (readonly T[])[])[]
}

export const emptySequence: Sequence<never> = { length: 0, branches: [] }

export function appended<T>({ length, branches }: Sequence<T>, item: T): Sequence<T> {
  const branch = length % (width * width) === 0 ? undefined : branches.at(-1)
  const twig = branch && (length % width === 0 ? undefined : branch.at(-1))
  const grownTwig = twig ? [...twig, item] : [item]
  const grown = branch ? [...(twig ? branch.slice(0, -1) : branch), grownTwig] : [grownTwig]
  return { length: length + 1, branches: [...(branch ? branches.slice(0, -1) : branches), grown] }
}

export function* itemsOf<T>({ branches }: Sequence<T>): Generator<T> {
  for (const branch of branches) for (const twig of branch) yield* twig
}

/** Calls `change` for each item, in order. Where all stay the same, so does the branch that they stand on. */
export function mapped<T>(sequence: Sequence<T>, change: (item: T) => T): Sequence<T> {
  const branches = sameOr(sequence.branches, (branch) => sameOr(branch, (twig) => sameOr(twig, change)))
  return branches === sequence.branches ? sequence : { length: sequence.length, branches }
}

function sameOr<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = items.map(change)
  return changed.every((item, index) => item === items[index]) ? items : changed
}

/** The same with another item in the place of the last. */
export function withLast<T>({ length, branches }: Sequence<T>, change: (item: T) => T): Sequence<T> {
  const branch = branches.at(-1) ?? []
  const twig = branch.at(-1) ?? []
  const changed = [...twig.slice(0, -1), ...twig.slice(-1).map(change)]
  return { length, branches: [...branches.slice(0, -1), [...branch.slice(0, -1), changed]] }
}
