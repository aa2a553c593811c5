import type { Message, MessageId } from './Message'
import type { Tree } from './Tree'

/**
 * Messages that are put where the tree may have changed meanwhile, so that all of it hangs together: what stands under
 * something that goes, and goes nowhere itself, stands where that stood, and what would come to stand under itself stays where it is.
 */
export function placed(tree: Tree, put: readonly Message[], removed: readonly MessageId[]): Message[] {
  const { messages, children } = tree
  const gone = new Set(removed)
  const now = new Map(put.map((message) => [message.id, message]))
  for (const id of removed.flatMap((one) => children.get(one) ?? [])) {
    if (gone.has(id) || now.has(id)) continue
    const message = messages.get(id)!
    let { parent } = message
    while (parent !== null && gone.has(parent)) parent = messages.get(parent)?.parent ?? null
    now.set(id, { ...message, parent })
  }
  const parentOf = (id: MessageId) => (now.get(id) ?? messages.get(id))?.parent
  // Whatever is known to end at the top is not walked again: a long branch costs one walk.
  const isSafe = new Set<MessageId>()
  for (const { id } of put) {
    const passed = new Set<MessageId>()
    let at: MessageId | null | undefined = id
    for (; at && !isSafe.has(at) && !passed.has(at); at = parentOf(at)) passed.add(at)
    if (!at || isSafe.has(at)) for (const one of passed) isSafe.add(one)
    if (at !== id || !passed.has(id)) continue
    const { parent = null, order = 0 } = messages.get(id) ?? {}
    now.set(id, { ...now.get(id)!, parent, order })
  }
  return [...now.values()]
}
