import type { Message } from '../conversation/Message'
import { newId } from '../conversation/newId'
import { append } from '../conversation/operations'
import { TOP, chosenChild, placeUnder } from '../conversation/Tree'
import type { Written } from '../conversation/written'
import { treeOf } from './conversations'
import { commitStep } from './history'
import { notify } from './notices'

/**
 * Words for a message that says something else by now: they stand beside it, as one step that can be undone, and the reader
 * is told. With `aside`, what is seen stays.
 */
export function keptBeside(message: Message, written: Written, { aside = false } = {}): void {
  const id = message.conversation
  const tree = treeOf(id)
  if (!tree) return
  const change = append(tree, message.parent, written, { id: newId(), created: Date.now() })
  const place = placeUnder(tree, message.parent)
  const seen = chosenChild(tree, place)
  const { conversation = tree.conversation } = change
  const chosen = { ...conversation.chosen, ...(aside && seen !== undefined && { [place ?? TOP]: seen }) }
  commitStep(id, { ...change, conversation: { ...conversation, chosen } })
  notify({ type: 'kept-beside' })
}
