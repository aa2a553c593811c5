import type { Change } from './Change'
import type { Message, MessageId } from './Message'
import type { Step } from './Step'
import type { Tree } from './Tree'
import { type Base, altered, isAlike } from './merge'

/**
 * The steps of this tab, when another one has made a change: each still takes back what was done here, and leaves alone
 * what was done there. Fields that were altered there stay so; what was removed there does not come back; what was
 * added or altered there is not removed, nor what it stands under. Steps that would do nothing any more are gone.
 *
 * @param steps in their order, the next one last; @param base what the change stood on where it was made;
 * @param tree as it was here before
 */
export function leaveAlone(steps: readonly Step[], change: Change, base: Base, tree: Tree): Step[] {
  const [theirs, known] = [mapOf(change.put), mapOf(base.put)]
  const gone = new Set(change.removed)
  const follow = (message: Message) => {
    const there = theirs.get(message.id)
    return there ? altered(message, known.get(message.id), there) : message
  }
  /** What the steps so far take back, as it is then here, had nobody else done anything. */
  const back = new Map<MessageId, Message | undefined>()
  const before = (id: MessageId) => (back.has(id) ? back.get(id) : tree.messages.get(id))
  const above = (id: MessageId) => {
    const message = before(id)
    return (message ? follow(message) : theirs.get(id))?.parent ?? null
  }
  /** What stood under something that is gone stands where that stood. */
  const under = (message: Message): Message => {
    let { parent } = message
    const passed = new Set<MessageId>()
    for (; parent !== null && gone.has(parent) && !passed.has(parent); parent = above(parent))
      passed.add(parent)
    return parent === message.parent ? message : { ...message, parent }
  }
  // Only what is put moves anything: between two such steps what stays is the same.
  let stays: Set<MessageId> | undefined
  const left = steps.toReversed().map((step): Step => {
    const stood = new Map(step.put.map(({ id }) => [id, before(id)]))
    for (const message of step.put) back.set(message.id, message)
    const put = step.put.flatMap((message) => {
      const was = stood.get(message.id)
      const now = under(follow(message))
      if (was && gone.has(message.id)) return []
      return now !== message && was && isAlike(now, under(follow(was))) ? [] : [now]
    })
    if (step.put.length) stays = undefined
    const removed = step.removed.filter((id) => {
      stays ??= withAllAbove(theirs.keys(), above)
      return !stays.has(id) && !gone.has(id)
    })
    for (const id of removed) back.set(id, undefined)
    return { ...step, put, removed }
  })
  return left.toReversed().filter(({ put, removed }) => put.length || removed.length)
}

const mapOf = (messages: readonly Message[]) => new Map(messages.map((message) => [message.id, message]))

function withAllAbove(ids: Iterable<MessageId>, above: (id: MessageId) => MessageId | null): Set<MessageId> {
  const found = new Set<MessageId>()
  for (const id of ids)
    for (let at: MessageId | null = id; at !== null && !found.has(at); at = above(at)) found.add(at)
  return found
}
