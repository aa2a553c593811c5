import type { Message, MessageId } from './Message'
import { type Tree, childrenOf } from './Tree'

/** A line of the outline: a message, and how many branchings lead to it. */
export interface OutlineLine {
  message: Message
  depth: number
  /** Its place among its siblings, from 1, and how many they are. */
  place: number
  count: number
}

/** The whole tree from top to bottom. Only a branching indents: a long thread without one stays at the edge. */
export function outlineOf(tree: Tree): OutlineLine[] {
  const lines: OutlineLine[] = []
  // A stack instead of recursion: a thread can be ten thousand messages deep.
  const stack: { id: MessageId; depth: number; place: number; count: number }[] = []
  const push = (parent: MessageId | null, depth: number) => {
    const family = childrenOf(tree, parent)
    const count = family.length
    for (let at = count - 1; at >= 0; at--)
      stack.push({ id: family[at]!, depth: count > 1 ? depth + 1 : depth, place: at + 1, count })
  }
  push(null, 0)
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { id, ...line } = next
    lines.push({ message: tree.messages.get(id)!, ...line })
    push(id, line.depth)
  }
  return lines
}
