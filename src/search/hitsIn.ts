import type { Message, MessageId } from '../conversation/Message'
import { outlineOf } from '../conversation/outline'
import type { Tree } from '../conversation/Tree'
import { type IndexedMessage, indexConversation, indexMessage } from './Indexed'
import { matcherOf } from './match'
import { asksNothing, parseQuery } from './parseQuery'

const known = new WeakMap<Message, IndexedMessage>()

/** The messages of one conversation that a query finds, in the order in which they stand there, branch after branch. */
export function hitsIn(tree: Tree, text: string): MessageId[] {
  const query = parseQuery(text)
  if (asksNothing(query)) return []
  const indexed = indexConversation(tree.conversation)
  for (const message of tree.messages.values()) {
    const one = known.get(message) ?? indexMessage(message)
    known.set(message, one)
    indexed.messages.set(message.id, one)
  }
  const hits = new Set(matcherOf(query)(indexed)?.hits.map(({ id }) => id))
  return outlineOf(tree)
    .map(({ message }) => message.id)
    .filter((id) => hits.has(id))
}
