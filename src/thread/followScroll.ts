/** Where a scroll box stands, in CSS pixels. */
export interface Position {
  top: number
  height: number
  view: number
}

/** How near to the end counts as being there: a line of text, and what zoom rounds away. */
const near = 32

export const isAtEnd = ({ top, height, view }: Position) => height - view - top <= near

/**
 * Whether the box goes on following its growing end after a scroll. Reaching the end starts it; going up ends it,
 * unless the content itself became shorter. Growth alone changes nothing.
 */
export function followsAfter(following: boolean, before: Position, after: Position): boolean {
  if (isAtEnd(after)) return true
  const wentUp = after.top < before.top && after.height >= before.height && after.view === before.view
  return following && !wentUp
}
