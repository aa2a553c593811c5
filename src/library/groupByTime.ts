import type { Conversation } from '../conversation/Tree'

export type Age = 'today' | 'yesterday' | 'lastWeek' | 'lastMonth' | 'older'
const ages: Age[] = ['today', 'yesterday', 'lastWeek', 'lastMonth', 'older']

/** How long ago a moment was, in whole days of the reader's own calendar. */
export function ageOf(then: number, now: number): Age {
  const midnight = new Date(now)
  midnight.setHours(0, 0, 0, 0)
  const daysAgo = (count: number) => new Date(midnight).setDate(midnight.getDate() - count)
  if (then >= midnight.getTime()) return 'today'
  if (then >= daysAgo(1)) return 'yesterday'
  if (then >= daysAgo(7)) return 'lastWeek'
  return then >= daysAgo(30) ? 'lastMonth' : 'older'
}

/** Conversations by age, the newest first; ages without any are left out. */
export function groupByTime(conversations: Iterable<Conversation>, now: number): [Age, Conversation[]][] {
  const groups = new Map<Age, Conversation[]>(ages.map((age) => [age, []]))
  const newestFirst = [...conversations].toSorted((one, other) => other.updated - one.updated)
  for (const conversation of newestFirst) groups.get(ageOf(conversation.updated, now))!.push(conversation)
  return [...groups].filter(([, members]) => members.length > 0)
}
