import type { ConversationId, Message } from '../conversation/Message'
import { TOP, type Tree, toTree } from '../conversation/Tree'
import { isUsableId } from './idFrom'

/** Whether every id of a conversation can be kept under: in an address, and beside those of others. */
export const hasUsableIds = ({ conversation, messages }: Tree): boolean =>
  isUsableId(conversation.id) &&
  [...messages.keys()].every((id) => id !== TOP && /^[\w.-]{1,300}$/.test(id) && !(id in {}))

/** The same conversation under other ids: for itself, its messages and its runs. */
export function withFreshIds(tree: Tree, newId: () => string): Tree {
  const { conversation, messages } = tree
  // Where the order of siblings is a tie, their ids decide it.
  const orders = new Map(
    [...tree.children.values()].flatMap((family) => family.map((one, at) => [one, at] as const)),
  )
  const ids = new Map([...messages.keys()].map((id) => [id, newId()]))
  const runs = new Map<string, string>()
  const id: ConversationId = newId()
  const fresh = [...messages.values()].map((message): Message => {
    const { run } = message
    if (run && !runs.has(run.id)) runs.set(run.id, newId())
    return {
      ...message,
      id: ids.get(message.id)!,
      conversation: id,
      order: orders.get(message.id)!,
      parent: message.parent === null ? null : (ids.get(message.parent) ?? null),
      ...(run && { run: { ...run, id: runs.get(run.id)! } }),
    }
  })
  const chosen = Object.entries(conversation.chosen).flatMap(([parent, child]) => {
    const [from, to] = [parent === TOP ? TOP : ids.get(parent), ids.get(child)]
    return from === undefined || to === undefined ? [] : [[from, to] as const]
  })
  return toTree({ ...conversation, id, chosen: Object.fromEntries(chosen) }, fresh)
}
