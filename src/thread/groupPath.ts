import type { Message } from '../conversation/Message'

/** Some messages in a row that are drawn together. The key stays while messages come and go. */
export interface Group {
  key: number
  messages: readonly Message[]
}

/** How many messages a new group takes. */
export const groupSize = 40

/**
 * A path in groups. A message stays in the group that it was in before, so that what is open in it stays open; groups
 * that are as before are the same objects.
 */
export function groupPath(path: readonly Message[], before: readonly Group[]): readonly Group[] {
  let kept = 0
  let at = 0
  for (const { messages } of before) {
    const grows =
      kept === before.length - 1 && messages.length < groupSize && path.length > at + messages.length
    if (grows || !messages.every((message, index) => path[at + index] === message)) break
    at += messages.length
    kept++
  }
  const groups: Group[] = before.slice(0, kept)
  const old = new Map<string, Group>()
  for (const group of before.slice(kept)) for (const { id } of group.messages) old.set(id, group)
  const begun = new Set<number>()
  let next = 1 + before.reduce((most, { key }) => Math.max(most, key), -1)
  let open: { key: number; messages: Message[] } | undefined
  for (; at < path.length; at++) {
    const message = path[at]!
    const known = old.get(message.id)?.key
    const leaves = known === undefined ? (open?.messages.length ?? groupSize) >= groupSize : !begun.has(known)
    if (!open || leaves) {
      open = { key: known ?? next++, messages: [] }
      begun.add(open.key)
      groups.push(open)
    }
    open.messages.push(message)
  }
  const same = new Map(before.slice(kept).map((group) => [group.key, group]))
  return groups.map((group) => {
    const was = same.get(group.key)
    return was && isSame(was, group) ? was : group
  })
}

const isSame = (one: Group, other: Group) =>
  one.messages.length === other.messages.length &&
  one.messages.every((message, at) => message === other.messages[at])
