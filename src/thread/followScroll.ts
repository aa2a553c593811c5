/** Where a scroll box stands, in CSS pixels. */
export interface Position {
  top: number
  height: number
  view: number
}

/** How near to the end counts as being there: a line of text, and what zoom rounds away. */
const near = 32
/** What rounding alone may move. */
const hair = 1

const fromEnd = ({ top, height, view }: Position) => height - view - top

export const isAtEnd = (position: Position) => fromEnd(position) <= near

/** How far the box has gone up. Past the end, where a rubber band goes, there is nothing to come back from. */
const wayUp = (before: Position, after: Position) =>
  Math.min(before.top, Math.max(0, before.height - before.view)) - after.top

/**
 * Whether the box goes on following its growing end after a scroll. Going up ends it, by however little, unless content
 * that has another height may have taken the top along; coming down to the end starts it again. Growth alone changes
 * nothing.
 */
export function followsAfter(following: boolean, before: Position, after: Position): boolean {
  const up = wayUp(before, after)
  if (!following) return isAtEnd(after) && (up < -hair || fromEnd(after) <= hair)
  if (after.view !== before.view) return true
  const shorter = before.height - after.height
  return up <= (shorter === 0 ? hair : Math.max(shorter, 0) + near)
}

/** What the next scroll is compared with: steps that are too small to be told from rounding add up. */
export function comparedWith(before: Position, after: Position): Position {
  return Math.abs(wayUp(before, after)) <= hair ? { ...after, top: before.top } : after
}
