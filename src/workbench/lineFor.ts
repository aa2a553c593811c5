import type { OutlineLine } from '../conversation/outline'

/**
 * The line of the outline that a key leads to from another, `page` lines being in sight; undefined for other keys. Left
 * goes to where the branching began, right to where the next one does.
 */
export function lineFor(
  lines: readonly Pick<OutlineLine, 'depth'>[],
  from: number,
  key: string,
  page: number,
): number | undefined {
  const depth = lines[from]?.depth ?? 0
  if (key === 'ArrowDown') return from + 1
  if (key === 'ArrowUp') return from - 1
  if (key === 'PageDown') return from + page
  if (key === 'PageUp') return from - page
  if (key === 'Home') return 0
  if (key === 'End') return lines.length - 1
  if (key === 'ArrowLeft')
    return Math.max(
      0,
      lines.findLastIndex((line, at) => at < from && line.depth < depth),
    )
  if (key !== 'ArrowRight') return undefined
  const next = lines.findIndex((line, at) => at > from && line.depth !== depth)
  return next < 0 ? lines.length - 1 : next
}
