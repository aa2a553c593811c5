import type { Row } from './arrange'

/** Whether the keyboard stops at a line: headings of time only say what follows. */
export const isStop = (row: Row | undefined): row is Row =>
  row !== undefined && (row.type === 'entry' || row.section.kind === 'folder')

/**
 * The line that a key leads to from another, `page` lines being in sight; undefined for other keys, and where there is
 * none.
 */
export function rowFor(rows: readonly Row[], from: number, key: string, page: number): number | undefined {
  const last = rows.length - 1
  if (key === 'ArrowDown') return nextStop(rows, from + 1, 1)
  if (key === 'ArrowUp') return nextStop(rows, from - 1, -1)
  if (key === 'Home') return nextStop(rows, 0, 1)
  if (key === 'End') return nextStop(rows, last, -1)
  if (key === 'PageDown') return nextStop(rows, Math.min(last, from + page), 1) ?? nextStop(rows, last, -1)
  if (key === 'PageUp') return nextStop(rows, Math.max(0, from - page), -1) ?? nextStop(rows, 0, 1)
  return undefined
}

/** The nearest stop from a line on, itself included. */
export function nextStop(rows: readonly Row[], from: number, by: 1 | -1): number | undefined {
  let at = from
  while (at >= 0 && at < rows.length && !isStop(rows[at])) at += by
  return isStop(rows[at]) ? at : undefined
}

/** The heading of the folder in which a line stands, or that of the folder around it; undefined if there is none. */
export function outerRow(rows: readonly Row[], from: number): number | undefined {
  const depth = depthOf(rows[from])
  if (depth === 0) return undefined
  const at = rows.findLastIndex(
    (row, place) => place < from && row.type === 'heading' && depthOf(row) < depth,
  )
  return at < 0 ? undefined : at
}

function depthOf(row: Row | undefined): number {
  if (row?.type === 'entry') return row.depth
  return row?.section.kind === 'folder' ? row.section.depth : 0
}

/**
 * The next line whose words begin with what was typed, from this one round to it. A single letter goes on from the
 * next line, so that it leads from one to another; more letters may still mean this one.
 */
export function rowTyped(
  rows: readonly Row[],
  from: number,
  typed: string,
  wordsOf: (row: Row) => string,
): number | undefined {
  const wanted = typed.toLocaleLowerCase()
  const start = from + (typed.length > 1 ? 0 : 1)
  for (let step = 0; step < rows.length; step++) {
    const at = (start + step) % rows.length
    const row = rows[at]
    if (isStop(row) && wordsOf(row).toLocaleLowerCase().startsWith(wanted)) return at
  }
  return undefined
}
