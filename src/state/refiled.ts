import type { ConversationId } from '../conversation/Message'
import { type Refiling, refile } from '../conversation/refile'
import type { Conversation } from '../conversation/Tree'
import { changeTold, conversationOf, held } from './conversations'

type Refilings = ReadonlyMap<ConversationId, Refiling>

/** Other facts about conversations come into memory; once more when the list has been read, if that is still to be. */
export function refiled(refilings: Refilings): void {
  if (!held.getState().isRead) {
    const stop = held.subscribe(({ isRead }) => {
      if (!isRead) return
      stop()
      refiled(refilings)
    })
  }
  const { list, trees } = held.getState()
  const changed = [...refilings].flatMap(([id, refiling]) => {
    const known = conversationOf(id)
    return known ? [refile(known, refiling)] : []
  })
  const there = changed.flatMap((conversation) => {
    const tree = trees[conversation.id]
    return tree ? [[conversation.id, { ...tree, conversation }] as const] : []
  })
  held.setState({
    list: { ...list, ...byId(changed) },
    ...(there.length && { trees: { ...trees, ...Object.fromEntries(there) } }),
  })
  for (const conversation of changed) changeTold(conversation.id, { conversation, put: [], removed: [] })
}

const byId = (all: Conversation[]) => Object.fromEntries(all.map((one) => [one.id, one]))
