import type { Conversation } from '../conversation/Tree'

export type Age = 'today' | 'yesterday' | 'lastWeek' | 'lastMonth' | 'older'
const ages: Age[] = ['today', 'yesterday', 'lastWeek', 'lastMonth', 'older']

/** How long ago a moment was, in whole days of the reader's own calendar. */
export function ageOf(then: number, now: number): Age {
  const today = new Date(now)
  // Each day's own beginning: where clocks change at midnight, the day before does not begin 24 hours earlier.
  const begun = (daysAgo: number) =>
    then >= new Date(today.getFullYear(), today.getMonth(), today.getDate() - daysAgo).getTime()
  if (begun(0)) return 'today'
  if (begun(1)) return 'yesterday'
  if (begun(7)) return 'lastWeek'
  return begun(30) ? 'lastMonth' : 'older'
}

/** Conversations by age, the newest first; ages without any are left out. */
export function groupByTime(conversations: Iterable<Conversation>, now: number): [Age, Conversation[]][] {
  const groups = new Map<Age, Conversation[]>(ages.map((age) => [age, []]))
  const newestFirst = [...conversations].toSorted((one, other) => other.updated - one.updated)
  for (const conversation of newestFirst) groups.get(ageOf(conversation.updated, now))!.push(conversation)
  return [...groups].filter(([, members]) => members.length > 0)
}
