/** The colours that code has. Names of classes; a piece of code has one of them, or none. */
export const tints = [
  '',
  'tint-comment',
  'tint-keyword',
  'tint-string',
  'tint-number',
  'tint-title',
  'tint-deletion',
  'tint-emphasis',
  'tint-strong',
] as const

/** Longer code than this takes too long to colour, and is no longer read closely: what is behind stays plain. */
export const longest = 200_000

/** What the grammars tell apart, by the place of its colour above. */
const scopes = [
  'subst',
  'comment quote meta',
  'keyword selector-tag doctag type built_in name tag',
  'string regexp char addition code link template-tag',
  'number literal symbol bullet variable template-variable',
  'title section attr attribute property selector-class selector-id',
  'deletion',
  'emphasis',
  'strong',
]
const known = new Map(scopes.flatMap((names, tint) => names.split(' ').map((name) => [name, tint])))

/** The colour of a scope such as `title.function`; undefined for one that leaves the colour as it is around it. */
export function tintOf(scope: string): number | undefined {
  return known.get(scope.split('.', 1)[0]!)
}
