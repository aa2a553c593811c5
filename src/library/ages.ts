/** How long ago a moment was, in whole days of the reader's own calendar; before that its month, by when it began. */
export type Age = 'today' | 'yesterday' | 'lastWeek' | number

/** Tells the ages of moments, as seen from now. Cheap where moments that lie together are asked for together. */
export function agesAt(now: number): (then: number) => Age {
  const today = new Date(now)
  // Each day's own beginning: where clocks change at midnight, the day before does not begin 24 hours earlier.
  const begun = (daysAgo: number) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo).getTime()
  const [day, dayBefore, week] = [begun(0), begun(1), begun(7)]
  let month = { from: Infinity, to: Infinity }
  return (then) => {
    if (then >= day) return 'today'
    if (then >= dayBefore) return 'yesterday'
    if (then >= week) return 'lastWeek'
    if (then < month.from || then >= month.to) month = monthOf(then)
    return month.from
  }
}

function monthOf(then: number) {
  const date = new Date(then)
  const begun = (later: number) => new Date(date.getFullYear(), date.getMonth() + later).getTime()
  return { from: begun(0), to: begun(1) }
}
