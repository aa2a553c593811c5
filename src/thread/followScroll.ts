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
 * further than content that became shorter takes the top along. Growth alone changes nothing.
 */
export function followsAfter(following: boolean, before: Position, after: Position): boolean {
  if (isAtEnd(after)) return true
  const shorter = before.height - after.height
  const taken = shorter > 0 ? shorter + near : 0
  const wentUp = after.view === before.view && before.top - after.top > taken
  return following && !wentUp
}
